using System.Diagnostics;
using Dapper;
using Duban.Domain.Calendar;
using Duban.Ledger;
using Duban.Web;
using Duban.Web.Calendar;
using Duban.Web.Cases;
using Duban.Web.Procedures;
using Microsoft.Data.Sqlite;

namespace Duban.Bench;

/// <summary>A changed calendar followed by all open cases, beside a bare driver that writes the same six columns of the same rows.</summary>
internal static class DueBench
{
    private const int Cases = 50_000, AtOnce = 500;
    private const string City = "430400";

    public static async Task<Figure> Run()
    {
        await using var city = await BenchCity.Start();
        await city.HandedOver(Cases);
        var store = city.The<EventStore>();
        // Nothing is in memory: of a million cases most are not either.
        var (calendars, procedures) = (new WorkCalendars(store), new ProcedureCatalog(store));
        var rows = new DueRows(store, new CaseLedger(store, new CaseCache(store, procedures, calendars), new CaseTurns(), calendars), calendars, new City(City, "衡阳市"));
        await store.Write((db, tx) => db.ExecuteAsync("delete from setting where name = 'calendar.rows'", transaction: tx));
        var clock = Stopwatch.StartNew();
        var counted = await rows.Follow();
        var (ours, theirs) = (counted / clock.Elapsed.TotalSeconds, await Bare(city.Address));
        return new(
            $"due dates and lights of {counted:N0} open cases counted anew after a change of the calendar, from their events",
            $"{theirs:N0} rows/s: bare SQLite, the same columns of the same rows, {AtOnce} to a commit, no events read",
            $"{ours:N0} cases/s: {1_000_000 / ours / 60:N1} minutes for a million", $"{ours / theirs:0.00}", "a million in 10 minutes", ours >= 1_000_000 / 600.0);
    }

    private static async Task<double> Bare(string address)
    {
        await using var db = new SqliteConnection($"Data Source={address}");
        await db.OpenAsync();
        await db.ExecuteAsync("pragma synchronous = full");
        var ids = (await db.QueryAsync<string>("select case_id from cases where jurisdiction = @City and open = 1 order by case_id", new { City })).AsList();
        var day = DateOnly.FromDayNumber(WorkCalendar.China.LocalDate(DateTimeOffset.UtcNow).DayNumber).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var clock = Stopwatch.StartNew();
        foreach (var some in ids.Chunk(AtOnce))
        {
            await using var tx = await db.BeginTransactionAsync();
            await db.ExecuteAsync(
                """
                update cases set node_due = @day, total_due = @day, due_sort = @day, red_on = @day, orange_on = @day, yellow_on = @day
                where jurisdiction = @City and case_id = @id and version = 3
                """, some.Select(id => new { City, id, day }), tx);
            await tx.CommitAsync();
        }
        return ids.Count / clock.Elapsed.TotalSeconds;
    }
}
