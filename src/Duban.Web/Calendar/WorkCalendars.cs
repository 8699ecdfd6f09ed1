using System.Collections.Concurrent;
using Dapper;
using Duban.Domain.Calendar;
using Duban.Ledger;

namespace Duban.Web.Calendar;

/// <summary>The working days of each city: the State Council's, and the years the city replaced.</summary>
public sealed class WorkCalendars(EventStore store)
{
    private readonly ConcurrentDictionary<string, WorkCalendar> known = new();

    /// <summary>The calendar in force now.</summary>
    public WorkCalendar Of(string jurisdiction) => known.GetValueOrDefault(jurisdiction) ?? WorkCalendar.China;

    /// <summary>Reads the replaced years again; called at start and after a change.</summary>
    public async Task Refresh(string jurisdiction)
    {
        await using var db = await store.Connect();
        var bodies = await db.QueryAsync<string>("select body from calendar_years where jurisdiction = @jurisdiction order by year", new { jurisdiction });
        var calendar = WorkCalendar.China;
        foreach (var body in bodies)
            foreach (var year in CalendarYearFile.Read(body).Facts) calendar = calendar.With(year);
        known[jurisdiction] = calendar;
    }
}
