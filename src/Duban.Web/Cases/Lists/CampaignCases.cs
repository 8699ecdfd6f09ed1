using Dapper;
using Duban.Domain.Cases;
using Duban.Domain.People;
using Duban.Domain.Procedures;
using Duban.Ledger;
using Duban.Web.Calendar;

namespace Duban.Web.Cases.Lists;

/// <summary>The cases of campaigns counted from their rows: what tallies cannot tell, because they know stages and areas, and neither days nor the units below.</summary>
public sealed class CampaignCases(EventStore store, WorkCalendars calendars, City city, TimeProvider clock)
{
    /// <summary>How many of the cases somebody may see stand at each stage.</summary>
    public async Task<IReadOnlyList<Tally>> ByStage(Actor by, CancellationToken ct)
    {
        var values = new DynamicParameters();
        if (CaseList.Where(store.Dialect, city.Code, by, new CaseFilter { Open = null }, Today, values) is not { } where) return [];
        await using var db = await store.Connect(ct);
        var rows = await db.QueryAsync<(string Campaign, string Stage, string? Awaits, long Count)>(new CommandDefinition(
            $"select campaign, stage, awaits, count(*) from cases where {where} and campaign is not null group by campaign, stage, awaits", values, cancellationToken: ct));
        return [.. rows.Select(r => new Tally(r.Campaign, "", CaseRow.Value<Stage>(r.Stage), r.Awaits is null ? null : CaseRow.Value<Step>(r.Awaits), null, r.Count))];
    }

    /// <summary>How many show red today, by campaign; a campaign without any is not in it.</summary>
    /// <param name="by">Whose cases: those they may see; null for the whole city's.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<IReadOnlyDictionary<string, long>> Overdue(Actor? by, CancellationToken ct)
    {
        var values = new DynamicParameters(new { today = Today });
        var mine = "jurisdiction = @jurisdiction";
        if (by is not null) mine = CaseList.Where(store.Dialect, city.Code, by, new CaseFilter { Open = null }, Today, values);
        else values.Add("jurisdiction", city.Code);
        if (mine is null) return new Dictionary<string, long>();
        await using var db = await store.Connect(ct);
        // The same red as in the lists; the due date comes first, because the index knows it.
        var rows = await db.QueryAsync<(string Campaign, long Count)>(new CommandDefinition(
            $"""
            select campaign, count(*) from cases
            where {mine} and open = 1 and due_sort < @today and red_on <= @today and paused = 0 and campaign is not null
            group by campaign
            """, values, cancellationToken: ct));
        return rows.ToDictionary(r => r.Campaign, r => r.Count);
    }

    private DateOnly Today => calendars.Of(city.Code).LocalDate(clock.GetUtcNow());
}
