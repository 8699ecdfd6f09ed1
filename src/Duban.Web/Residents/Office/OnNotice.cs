using Dapper;
using Duban.Domain;
using Duban.Domain.Cases;
using Duban.Domain.People;
using Duban.Domain.Procedures;
using Duban.Ledger;
using Duban.Web.Cases;
using Duban.Web.People;
using Duban.Web.Procedures;
using Duban.Web.Residents.Notices;
using Duban.Web.Shell;

namespace Duban.Web.Residents.Office;

/// <summary>The public's notices as an official reads them: with their cases, by how they stand, and those to which somebody objects first.</summary>
public sealed class OnNotice(EventStore store, CaseDoor door, UnitRegister units, Campaigns campaigns, City city)
{
    /// <summary>Rows shown at most.</summary>
    public const int Most = 200;

    // Conditions beside the SQL they narrow; the words stand in addresses.
    private static readonly (string State, string Where)[] states =
    [
        ("objected", "objections > 0"), ("hanging", "stage = 'on_notice' and notice_until >= @today"), ("days_over", "stage = 'on_notice' and notice_until < @today"),
        ("closed", "notice_over >= @from"),
    ];

    /// <summary>The page.</summary>
    public async Task<IResult> Show(HttpContext http)
    {
        var list = await Read(http);
        return OnNoticePage.Of(list, list.Reasons.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>The same for a program.</summary>
    public async Task<IResult> Api(HttpContext http)
    {
        var list = await Read(http);
        return list.Reasons.Count > 0 ? Problems.Refused(list.Reasons) : Results.Ok(list.Rows);
    }

    private async Task<OnNoticeList> Read(HttpContext http)
    {
        var by = SignedIn.ActorOf(http);
        var (today, tree) = (door.ActOf(by).Today, await units.Tree(http.RequestAborted));
        var (asked, misread) = CaseFilterText.Read(http.Request.Query, tree);
        var reasons = new Reasons().With(misread);
        var state = http.Request.Query["state"].ToString();
        if (state.Length > 0 && states.All(s => s.State != state)) reasons.Add(new Reason("field.no_choice", "state", state));
        var values = new DynamicParameters(new { today, from = today.AddDays(-NoticeReader.Recent), most = Most });
        var filter = new CaseFilter { Campaign = asked.Campaign, Unit = asked.Unit, Text = asked.Text, Open = null };
        var (counts, rows) = (new Dictionary<string, int>(), new List<OnNoticeRow>());
        if (CaseList.Where(store.Dialect, city.Code, by, filter, today, values) is { } mine)
        {
            await using var db = await store.Connect(http.RequestAborted);
            foreach (var s in states) counts[s.State] = (int)await db.ExecuteScalarAsync<long>($"select count(*) from cases where {mine} and {s.Where}", values);
            var which = states.FirstOrDefault(s => s.State == state).Where ?? "(stage = 'on_notice' or notice_over >= @from)";
            rows.AddRange((await db.QueryAsync<Row>(
                $"""
                select case_id as Id, number as Number, title as Title, place as Place, unit_id as Unit, stage as Stage, notice_until as Until, notice_over as Over,
                    objections as Objections
                from cases where {mine} and {which} order by case when notice_over is null then 0 else 1 end, notice_over desc, notice_until, case_id limit @most
                """, values)).Select(r => r.Of(today)));
        }
        return new(state, http.Request.Query, counts, rows, await campaigns.All(city.Code), tree, by, reasons);
    }

    // Members, not a constructor: the two databases count in whole numbers of different widths, and only members take both.
    private sealed record Row
    {
        public required string Id { get; init; }
        public string? Number { get; init; }
        public required string Title { get; init; }
        public required string Place { get; init; }
        public string? Unit { get; init; }
        public required string Stage { get; init; }
        public DateOnly Until { get; init; }
        public DateOnly? Over { get; init; }
        public long Objections { get; init; }

        public OnNoticeRow Of(DateOnly today) => new(
            Id, Number, Title, Place, Unit, Until, Over, CaseRow.Word(NoticeStates.Of(CaseRow.Value<Stage>(Stage), Until, today)), (int)Objections);
    }
}

/// <summary>A case on notice, or that was lately.</summary>
/// <param name="Case">Its name in the address.</param>
/// <param name="Number">Its number.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Place">Where.</param>
/// <param name="Unit">Code of the unit that has it.</param>
/// <param name="Until">The last day for objections.</param>
/// <param name="Over">The day the notice ended, or null while it hangs.</param>
/// <param name="State">How the notice stands, in lower snake case.</param>
/// <param name="Objections">How many objections wait for a decision.</param>
public sealed record OnNoticeRow(string Case, string? Number, string Title, string Place, string? Unit, DateOnly Until, DateOnly? Over, string State, int Objections);

/// <summary>The list.</summary>
/// <param name="State">The state asked for, or empty.</param>
/// <param name="Query">The filter as it stands in the address.</param>
/// <param name="Counts">How many stand how.</param>
/// <param name="Rows">Those that hang first; at most <see cref="OnNotice.Most"/>.</param>
/// <param name="Campaigns">To choose from.</param>
/// <param name="Units">The city's units.</param>
/// <param name="By">Who looks.</param>
/// <param name="Reasons">Words of the address that mean nothing.</param>
public sealed record OnNoticeList(
    string State, IQueryCollection Query, IReadOnlyDictionary<string, int> Counts, IReadOnlyList<OnNoticeRow> Rows, IReadOnlyList<Campaign> Campaigns, UnitTree Units,
    Actor By, IReadOnlyList<Reason> Reasons)
{
    /// <summary>The same list with other words.</summary>
    public string With(params ReadOnlySpan<(string Name, string? Value)> changes) => CaseFilterText.Address("/on-notice", Query, changes);

    /// <summary>A word of the address, or null.</summary>
    public string? Word(string name) => Query[name].ToString() is { Length: > 0 } word ? word : null;

    /// <summary>True when the reader decides objections.</summary>
    public bool Decides => Rights.Refusal(By, CaseAct.DecideObjection, null) is null;
}
