using Dapper;
using Duban.Ledger;
using Duban.Web.Calendar;

namespace Duban.Web.Cases.Lists;

/// <summary>How many cases show red today: tallies know stages and no days, so this is counted from the rows.</summary>
public sealed class OverdueCases(EventStore store, WorkCalendars calendars, City city, TimeProvider clock)
{
    /// <summary>By campaign; a campaign without any is not in it. The whole city's, as whoever keeps campaigns may see.</summary>
    public async Task<IReadOnlyDictionary<string, long>> ByCampaign(CancellationToken ct)
    {
        var today = calendars.Of(city.Code).LocalDate(clock.GetUtcNow());
        await using var db = await store.Connect(ct);
        // The same red as in the lists; the due date comes first, because the index knows it.
        var rows = await db.QueryAsync<(string Campaign, long Count)>(new CommandDefinition(
            """
            select campaign, count(*) from cases
            where jurisdiction = @Code and open = 1 and due_sort < @today and red_on <= @today and paused = 0 and campaign is not null
            group by campaign
            """, new { city.Code, today }, cancellationToken: ct));
        return rows.ToDictionary(r => r.Campaign, r => r.Count);
    }
}
