using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Duban.Domain;
using Duban.Domain.Calendar;
using Duban.Ledger;
using Duban.Web.Shell;

namespace Duban.Web.Calendar;

/// <summary>The working days of each city: the State Council's, and the years the city added or replaced.</summary>
public sealed class WorkCalendars(EventStore store)
{
    private readonly ConcurrentDictionary<string, WorkCalendar> known = new();
    private readonly ConcurrentDictionary<string, string> marks = new();

    /// <summary>The mark of the shipped years alone, which a new city begins with.</summary>
    public static string Shipped { get; } = Mark(WorkCalendar.China);

    /// <summary>The calendar in force now.</summary>
    public WorkCalendar Of(string jurisdiction) => known.GetValueOrDefault(jurisdiction) ?? WorkCalendar.China;

    /// <summary>Tells the years in force, shipped and the city's own, from any other state of them.</summary>
    public string MarkOf(string jurisdiction) => marks.GetValueOrDefault(jurisdiction, Shipped);

    /// <summary>Reads the city's own years again.</summary>
    public async Task<WorkCalendar> Refresh(string jurisdiction, CancellationToken ct = default)
    {
        await using var db = await store.Connect(ct);
        var bodies = (await db.QueryAsync<string>("select body from calendar_years where jurisdiction = @jurisdiction order by year", new { jurisdiction })).AsList();
        var calendar = WithYears(bodies);
        marks[jurisdiction] = Mark(calendar);
        return known[jurisdiction] = calendar;
    }

    /// <summary>Changes one day of a year that is in force; the whole year is kept anew, so that the journal tells what held from then on.</summary>
    /// <returns>The year, or every reason why the day cannot be changed.</returns>
    public Task<Ruling<CalendarYear>> Change(string jurisdiction, DayChange change, string by, DateTimeOffset at, CancellationToken ct = default) =>
        Put(jurisdiction, change.Decide, null, by, at, ct);

    /// <summary>Puts a year in force for the city, in place of what it had for that year; other nodes see it within a minute.</summary>
    /// <returns>The year, or every reason why the text is not one.</returns>
    /// <param name="jurisdiction">The city.</param>
    /// <param name="body">The year as JSON.</param>
    /// <param name="by">Who puts it in force.</param>
    /// <param name="at">When.</param>
    /// <param name="refusal">What stands against this year in place of the one in force (null for none); null when nothing can.</param>
    /// <param name="seen">The year as its writer has seen it, so that what another did since is not overwritten unseen; null when it does not matter.</param>
    /// <param name="ct">Stops before anything is written.</param>
    public async Task<Ruling<CalendarYear>> Replace(
        string jurisdiction, string body, string by, DateTimeOffset at, Func<CalendarYear?, CalendarYear, Reason?>? refusal = null, SeenYear? seen = null,
        CancellationToken ct = default)
    {
        var read = CalendarYearFile.Read(body);
        return read.Allowed ? await Put(jurisdiction, Judge, seen, by, at, ct) : read;

        Ruling<CalendarYear> Judge(WorkCalendar calendar) =>
            refusal?.Invoke(calendar.Years.FirstOrDefault(y => y.Year == read.Facts[0].Year), read.Facts[0]) is { } no ? no : read;
    }

    // What is in force is read where it is written, one change after the other: of two at once neither loses the other's day.
    private async Task<Ruling<CalendarYear>> Put(
        string jurisdiction, Func<WorkCalendar, Ruling<CalendarYear>> decide, SeenYear? seen, string by, DateTimeOffset at, CancellationToken ct)
    {
        var ruling = await store.Write(async (db, tx) =>
        {
            await SetupChanges.TakeTurn(db, tx, jurisdiction, "calendar");
            var bodies = await db.QueryAsync<string>("select body from calendar_years where jurisdiction = @jurisdiction order by year", new { jurisdiction }, tx);
            var decided = decide(WithYears(bodies));
            if (!decided.Allowed) return decided;
            var (year, body) = (decided.Facts[0].Year, CalendarYearFile.Write(decided.Facts[0]));
            // What was seen of another year says nothing about this one.
            if (seen is not null && (seen.Year ?? year) == year
                && await SetupChanges.Meanwhile(db, tx, jurisdiction, $"calendar/{year}", seen.Mark, seen.Words) is { } faster) return faster;
            await SetupChanges.Note(store, db, tx, jurisdiction, $"calendar/{year}", body, new(by, at));
            await db.ExecuteAsync(
                """
                insert into calendar_years (jurisdiction, year, body, changed_by, changed_at) values (@jurisdiction, @year, @body, @by, @at)
                on conflict (jurisdiction, year) do update set body = excluded.body, changed_by = excluded.changed_by, changed_at = excluded.changed_at
                """, new { jurisdiction, year, body, by, at }, tx);
            return decided;
        }, ct);
        if (ruling.Allowed) await Refresh(jurisdiction, ct);
        return ruling;
    }

    private static string Mark(WorkCalendar calendar) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(calendar.Years.Select(CalendarYearFile.Write)))));

    private static WorkCalendar WithYears(IEnumerable<string> bodies) =>
        bodies.Select(body => CalendarYearFile.Read(body).Facts[0]).Aggregate(WorkCalendar.China, (calendar, year) => calendar.With(year));
}

/// <summary>A year as somebody has seen it who now writes it anew.</summary>
/// <param name="Year">The year that was shown; null when the mark is of whatever year is written.</param>
/// <param name="Mark">What told its state then.</param>
/// <param name="Words">The words in which the writer is told of whoever was faster.</param>
public sealed record SeenYear(int? Year, string Mark, Words Words);
