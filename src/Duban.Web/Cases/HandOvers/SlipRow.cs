using Duban.Domain.Cases;
using Duban.Domain.People;
using Duban.Domain.Procedures;
using Duban.Ledger;

namespace Duban.Web.Cases.HandOvers;

/// <summary>A slip as it stands in the register.</summary>
/// <param name="SlipId">Its name in an address.</param>
/// <param name="Number">As printed, e.g. 衡安交〔2021〕1号.</param>
/// <param name="Campaign">The campaign's code.</param>
/// <param name="Unit">The unit's code.</param>
/// <param name="UnitPath">The unit's place in the tree at that time.</param>
/// <param name="HandedOn">The local day of the hand-over.</param>
/// <param name="SignBy">The last day to sign.</param>
/// <param name="Contact">Whom the unit may call, or null.</param>
/// <param name="Cases">How many stand on it.</param>
/// <param name="HandedBy">The person who handed over.</param>
/// <param name="Basis">What it rests on, or null.</param>
public sealed record SlipRow(
    string SlipId, string Number, string Campaign, string Unit, string UnitPath, DateOnly HandedOn, DateOnly SignBy, string? Contact, long Cases, string HandedBy, string? Basis)
{
    internal const string Select =
        """
        select slip_id as SlipId, number as Number, campaign as Campaign, unit_id as Unit, unit_path as UnitPath, handed_on as HandedOn,
               sign_by as SignBy, contact as Contact, cases as Cases, handed_by as HandedBy, basis as Basis from slips
        """;

    // Of two who give the same number at the same moment the second is refused by the row itself: its number would be none.
    private static readonly Statement InsertUntaken = Insert(
        """
        case when exists (select 1 from slips s where s.jurisdiction = @jurisdiction and s.number_key = @key and (@key <> '' or s.number = @number))
            then null else @number end
        """);

    private static readonly Statement InsertMissing = Insert("@number", "on conflict do nothing");

    private static readonly Statement InsertCase = new(
        "insert into slip_cases (jurisdiction, slip_id, position, case_id) values (@jurisdiction, @slip, @position, @case)", "jurisdiction", "slip", "position", "case");

    private static readonly Statement InsertMissingCase = InsertCase with { Sql = $"{InsertCase.Sql} on conflict do nothing" };

    private static Statement Insert(string number, string conflict = "") => new(
        $"""
        insert into slips (jurisdiction, slip_id, number, number_key, campaign, unit_id, unit_path, handed_on, sign_by, contact, basis, cases, handed_by)
        values (@jurisdiction, @slip, {number}, @key, @campaign, @unit, @path, @on, @sign_by, @contact, @basis, @cases, @by) {conflict}
        """, "jurisdiction", "slip", "number", "key", "campaign", "unit", "path", "on", "sign_by", "contact", "basis", "cases", "by");

    /// <summary>The slip of a case that is handed over by itself: the case and its version name it, for its number is typed and follows no counter.</summary>
    internal static SlipRow OfOne(CaseId id, long version, string campaign, CaseEvent.HandedOver handed, PersonId by, DateOnly on) => new(
        $"{id}-{version}", handed.Slip, campaign, handed.To.Unit.Value, handed.To.Value, on, handed.SignBy, handed.Contact, 1, by.Value, handed.Basis);

    /// <summary>Its row in the register: refused when another slip has its number.</summary>
    internal RowWrite Write(string jurisdiction) => Write(jurisdiction, InsertUntaken);

    private RowWrite Write(string jurisdiction, Statement statement) => new(statement,
        jurisdiction, SlipId, Number, SlipNumber.Key(Number), Campaign, Unit, UnitPath, HandedOn, SignBy, Contact, Basis, Cases, HandedBy);

    /// <summary>The row of a case on it.</summary>
    /// <param name="jurisdiction">The city.</param>
    /// <param name="position">Its place, from 0.</param>
    /// <param name="id">The case.</param>
    internal RowWrite WriteCase(string jurisdiction, int position, CaseId id) => new(InsertCase, jurisdiction, SlipId, position, id.Value);

    /// <summary>The rows of a slip with one case, where they are not there yet.</summary>
    internal IEnumerable<RowWrite> WriteMissing(string jurisdiction, CaseId id) =>
        [Write(jurisdiction, InsertMissing), WriteCase(jurisdiction, 0, id) with { Statement = InsertMissingCase }];
}
