using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Duban.Domain.Calendar;
using Duban.Ledger;

namespace Duban.Web.Calendar;

/// <summary>The working days of each city: the State Council's, and the years the city added or replaced.</summary>
public sealed class WorkCalendars(EventStore store)
{
    private readonly ConcurrentDictionary<string, WorkCalendar> known = new();
    private readonly ConcurrentDictionary<string, string> marks = new();

    /// <summary>The calendar in force now.</summary>
    public WorkCalendar Of(string jurisdiction) => known.GetValueOrDefault(jurisdiction) ?? WorkCalendar.China;

    /// <summary>Tells this state of the city's own years from any other; empty while it has none.</summary>
    public string MarkOf(string jurisdiction) => marks.GetValueOrDefault(jurisdiction, "");

    /// <summary>Reads the city's own years again.</summary>
    public async Task<WorkCalendar> Refresh(string jurisdiction, CancellationToken ct = default)
    {
        await using var db = await store.Connect(ct);
        var bodies = (await db.QueryAsync<string>("select body from calendar_years where jurisdiction = @jurisdiction order by year", new { jurisdiction })).AsList();
        marks[jurisdiction] = bodies.Count == 0 ? "" : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(bodies))));
        var years = bodies.Select(body => CalendarYearFile.Read(body).Facts[0]);
        return known[jurisdiction] = years.Aggregate(WorkCalendar.China, (calendar, year) => calendar.With(year));
    }

    /// <summary>Changes one day of a year that is in force; the whole year is kept anew, so that the journal tells what held from then on.</summary>
    /// <returns>The year, or every reason why the day cannot be changed.</returns>
    public async Task<Domain.Ruling<CalendarYear>> Change(string jurisdiction, DayChange change, string by, DateTimeOffset at, CancellationToken ct = default)
    {
        var ruling = change.Decide(await Refresh(jurisdiction, ct));
        return ruling.Allowed ? await Replace(jurisdiction, CalendarYearFile.Write(ruling.Facts[0]), by, at, ct) : ruling;
    }

    /// <summary>Puts a year in force for the city, in place of what it had for that year; other nodes see it within a minute.</summary>
    /// <returns>The year, or every reason why the text is not one.</returns>
    public async Task<Domain.Ruling<CalendarYear>> Replace(string jurisdiction, string body, string by, DateTimeOffset at, CancellationToken ct = default)
    {
        var read = CalendarYearFile.Read(body);
        if (!read.Allowed) return read;
        var year = read.Facts[0].Year;
        await store.Write(async (db, tx) =>
        {
            await SetupChanges.Note(db, tx, jurisdiction, $"calendar/{year}", body, new(by, at));
            return await db.ExecuteAsync(
                """
                insert into calendar_years (jurisdiction, year, body, changed_by, changed_at) values (@jurisdiction, @year, @body, @by, @at)
                on conflict (jurisdiction, year) do update set body = excluded.body, changed_by = excluded.changed_by, changed_at = excluded.changed_at
                """, new { jurisdiction, year, body, by, at }, tx);
        }, ct);
        await Refresh(jurisdiction, ct);
        return read;
    }
}
