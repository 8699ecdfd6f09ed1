using Dapper;
using Duban.Domain.Cases;
using Duban.Ledger;
using Duban.Web.Calendar;

namespace Duban.Web.Cases;

/// <summary>
/// The due dates and lights that lists read follow the calendar: a case's page counts anew each time it is opened, its row was counted
/// when the case last moved. Running it twice changes nothing, and a row that moves meanwhile is left to its own writer.
/// </summary>
public sealed class DueRows(EventStore store, CaseLedger ledger, WorkCalendars calendars, City city)
{
    /// <summary>The setting that keeps by which state of the calendar the rows were counted.</summary>
    internal const string Name = "calendar.rows";

    private const int CasesAtOnce = 500;
    private string? followed;

    /// <summary>Counts the rows of all open cases anew when the calendar is another than they were counted by.</summary>
    /// <returns>How many rows were counted anew.</returns>
    public async Task<int> Follow(CancellationToken ct = default)
    {
        var mark = calendars.MarkOf(city.Code);
        if (mark == followed) return 0;
        await using var db = await store.Connect(ct);
        var counted = 0;
        if ((await db.ExecuteScalarAsync<string?>("select value from setting where jurisdiction = @Code and name = @Name", new { city.Code, Name }) ?? "") != mark)
        {
            for (var after = ""; await Next(after) is { Count: > 0 } ids; after = ids[^1]) counted += await Count(ids, ct);
            await store.Write((connection, tx) => connection.ExecuteAsync(
                """
                insert into setting (jurisdiction, name, value) values (@Code, @Name, @mark)
                on conflict (jurisdiction, name) do update set value = excluded.value
                """, new { city.Code, Name, mark }, tx), ct);
        }
        followed = mark;
        return counted;

        async Task<IReadOnlyList<string>> Next(string after) =>
            [.. await db.QueryAsync<string>("select case_id from cases where jurisdiction = @Code and open = 1 and case_id > @after order by case_id limit @CasesAtOnce", new { city.Code, after, CasesAtOnce })];
    }

    private async Task<int> Count(IReadOnlyList<string> ids, CancellationToken ct)
    {
        var calendar = calendars.Of(city.Code);
        var rows = new List<object>();
        foreach (var id in ids)
            if (await ledger.Known(city.Code, new CaseId(id)) is { } c)
            {
                var dues = CaseDues.Of(c, calendar);
                rows.Add(new { city.Code, id, c.Version, dues.Node, dues.Total, dues.Sort, dues.Lights.RedOn, dues.Lights.OrangeOn, dues.Lights.YellowOn });
            }
        return await store.Write((db, tx) => db.ExecuteAsync(
            """
            update cases set node_due = @Node, total_due = @Total, due_sort = @Sort, red_on = @RedOn, orange_on = @OrangeOn, yellow_on = @YellowOn
            where jurisdiction = @Code and case_id = @id and version = @Version
            """, rows, tx), ct);
    }
}
