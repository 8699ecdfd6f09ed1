using Dapper;
using Duban.Domain;
using Duban.Domain.Cases;
using Duban.Domain.Cases.Acts;
using Duban.Domain.People;
using Duban.Ledger;

namespace Duban.Web.Cases.HandOvers;

/// <summary>整单签收: a unit signs for all the cases of a slip in one act; each is its own event by its own rule, and those that cannot be signed are named.</summary>
public sealed class SlipSigning(HandOverDesk desk, CaseLedger ledger, HandedOverCases handed, CaseDoor door, EventStore store, City city)
{
    // They share commits; more at once would only wait in line.
    private const int AtOnce = 64;

    // Of a case c that was handed over more than once, the slip s that it was handed over by last.
    private const string Latest =
        """
        and s.handed_on = (
            select max(o.handed_on) from slip_cases m join slips o on o.jurisdiction = m.jurisdiction and o.slip_id = m.slip_id
            where m.jurisdiction = c.jurisdiction and m.case_id = c.case_id)
        """;

    /// <summary>Slips with cases that wait for the signature of this reader's unit, the most urgent first.</summary>
    public async Task<IReadOnlyList<OpenSlip>> Open(Actor by, CancellationToken ct = default)
    {
        if (!InHand.Is(Hand.Unit, by.Role) || by.Unit.Area is not { } area) return [];
        await using var db = await store.Connect(ct);
        return
        [
            .. await db.QueryAsync<OpenSlip>(new CommandDefinition(
                $"""
                select s.slip_id as SlipId, s.number as Number, s.campaign as Campaign, s.sign_by as SignBy, s.cases as Cases, count(*) as Waiting from cases c
                join slip_cases l on l.jurisdiction = c.jurisdiction and l.case_id = c.case_id
                join slips s on s.jurisdiction = l.jurisdiction and s.slip_id = l.slip_id and s.unit_path = c.unit_path
                where c.jurisdiction = @Code and c.area = @area and c.stage = 'handed_over' and c.unit_path >= @from and c.unit_path < @to
                    {Latest}
                group by s.slip_id, s.number, s.campaign, s.sign_by, s.cases order by s.sign_by, s.slip_id limit 50
                """, new { city.Code, area = area.Value, from = by.Unit.Value, to = by.Unit.End }, cancellationToken: ct)),
        ];
    }

    /// <summary>How many cases of each of these slips their unit has yet to sign for, by the slip's name; one without any is not there.</summary>
    public async Task<IReadOnlyDictionary<string, long>> Unsigned(IReadOnlyList<SlipRow> slips, CancellationToken ct = default)
    {
        await using var db = await store.Connect(ct);
        var counts = await db.QueryAsync<(string Slip, long Count)>(new CommandDefinition(
            $"""
            select s.slip_id, count(*) from slips s
            join slip_cases l on l.jurisdiction = s.jurisdiction and l.slip_id = s.slip_id
            join cases c on c.jurisdiction = l.jurisdiction and c.case_id = l.case_id and c.unit_path = s.unit_path
            where s.jurisdiction = @Code and {store.Dialect.Among("s.slip_id", "@slips")} and c.stage = 'handed_over'
                {Latest}
            group by s.slip_id
            """, new { city.Code, slips = slips.Select(s => s.SlipId).ToArray() }, cancellationToken: ct));
        return counts.ToDictionary(c => c.Slip, c => c.Count);
    }

    /// <summary>The slip as this reader may sign for it, case by case; null when there is none or it is not theirs to know.</summary>
    public async Task<SlipToSign?> Find(Actor by, string slipId)
    {
        if (await desk.Find(slipId) is not { } found || Rights.Refusal(by, CaseAct.See, new UnitPath(found.Slip.UnitPath)) is not null) return null;
        var act = door.ActOf(by);
        var lines = new List<SlipLine>(found.Cases.Count);
        foreach (var id in found.Cases)
            if (await ledger.Load(city.Code, id) is { } c)
            {
                var against = Against(c, found.Slip, act);
                // A case that has left the slip is told as it was on it: how it goes on elsewhere is not this unit's to know.
                if (against is [{ Code: "slip.left" }] && await handed.On(found.Slip, id) is { } then) c = then;
                lines.Add(new(c, against));
            }
        return new(found.Slip, act, lines);
    }

    /// <summary>Signs for the chosen cases of a slip; those it has signed for already stay as they are.</summary>
    /// <param name="by">Who signs.</param>
    /// <param name="slip">The slip.</param>
    /// <param name="chosen">Which of its cases; none for all of them.</param>
    public async Task<SlipSigned> Sign(Actor by, SlipToSign slip, IReadOnlyCollection<string> chosen)
    {
        var lines = slip.Lines.Where(l => chosen.Count == 0 || chosen.Contains(l.Case.Id.Value)).ToList();
        var refused = chosen.Except(lines.Select(l => l.Case.Id.Value)).Select(id => (id, (IReadOnlyList<Reason>)[new Reason("slip.no_such_case", null, slip.Slip.Number)])).ToList();
        refused.AddRange(lines.Where(l => l.Against.Count > 0).Select(l => (l.Case.Id.Value, l.Against)));
        var act = door.ActOf(by);
        var (signed, already) = (new List<string>(), lines.Where(l => l is { Against.Count: 0, Signed: not null }).Select(l => l.Case.Id.Value).ToList());
        foreach (var lot in lines.Where(l => l is { Against.Count: 0, Signed: null }).Chunk(AtOnce))
            foreach (var (line, answer) in lot.Zip(await Task.WhenAll(lot.Select(l => ledger.Ask(city.Code, new Asked(l.Case.Id, new SignFor()), act)))))
                if (answer is CaseAnswer.Done) signed.Add(line.Case.Id.Value);
                else if (await SignedMeanwhile(line.Case.Id, slip.Slip, act)) already.Add(line.Case.Id.Value);
                else refused.Add((line.Case.Id.Value, HandOverDesk.Why(answer)));
        return new(slip.Slip, signed, already, refused);
    }

    // Of two people of a unit who sign at once, the slower one finds it done.
    private async Task<bool> SignedMeanwhile(CaseId id, SlipRow slip, Act act) =>
        await ledger.Load(city.Code, id) is { } c && new SlipLine(c, Against(c, slip, act)).Signed is not null;

    // A case that was returned and handed over anew stands on another slip now, also when the number was typed again.
    private static IReadOnlyList<Reason> Against(Case c, SlipRow slip, Act act) =>
        c.Holding is not { } holding || (holding.Slip, holding.HandedTo.Value, holding.HandedOn) != (slip.Number, slip.UnitPath, slip.HandedOn)
            ? [new Reason("slip.left", null, slip.Number)]
        : holding.Signed is not null ? []
        : Rights.Refusal(act.By, CaseAct.SignFor, holding.Unit, c.CoUnits) is { } refusal ? [refusal]
        : Standing.Of(CaseAct.SignFor, c, act);
}

/// <summary>A slip with cases that wait for a signature.</summary>
public sealed record OpenSlip
{
    /// <summary>Its name in an address.</summary>
    public required string SlipId { get; init; }

    /// <summary>The campaign's code.</summary>
    public required string Campaign { get; init; }

    /// <summary>As printed.</summary>
    public required string Number { get; init; }

    /// <summary>The last day to sign.</summary>
    public DateOnly SignBy { get; init; }

    /// <summary>How many stand on it.</summary>
    public long Cases { get; init; }

    /// <summary>How many of them wait.</summary>
    public long Waiting { get; init; }
}

/// <summary>A slip as somebody may sign for it.</summary>
public sealed record SlipToSign(SlipRow Slip, Act Act, IReadOnlyList<SlipLine> Lines)
{
    /// <summary>How many wait and can be signed for.</summary>
    public int Waiting => Lines.Count(l => l.Waits);
}

/// <summary>A case of a slip.</summary>
/// <param name="Case">Where it stands.</param>
/// <param name="Against">What stands against signing for it.</param>
public sealed record SlipLine(Case Case, IReadOnlyList<Reason> Against)
{
    /// <summary>When it was signed for, or null.</summary>
    public DateOnly? Signed => Against.Count == 0 ? Case.Holding?.Signed : null;

    /// <summary>True when it can be signed for.</summary>
    public bool Waits => Against.Count == 0 && Signed is null;
}

/// <summary>What became of signing a slip.</summary>
/// <param name="Slip">Which.</param>
/// <param name="Signed">Cases that are signed for now.</param>
/// <param name="Already">Cases that were before.</param>
/// <param name="Refused">Cases that could not be, each with its reasons.</param>
public sealed record SlipSigned(SlipRow Slip, IReadOnlyList<string> Signed, IReadOnlyList<string> Already, IReadOnlyList<(string Case, IReadOnlyList<Reason> Reasons)> Refused);
