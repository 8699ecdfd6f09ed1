using System.Data.Common;
using System.Globalization;
using Dapper;
using Duban.Domain.Calendar;
using Duban.Domain.Cases;
using Duban.Domain.Procedures;
using Duban.Ledger;
using Duban.Web.Calendar;
using Duban.Web.Cases.Files;
using Duban.Web.Cases.HandOvers;
using Duban.Web.Procedures;

namespace Duban.Web.Cases;

/// <summary>What a check of the cases found.</summary>
/// <param name="Cases">Cases folded from their events.</param>
/// <param name="Files">Files that cases name, each counted once.</param>
/// <param name="Broken">Places that do not agree with the events.</param>
/// <param name="First">The first of them in words, or null.</param>
public sealed record CaseCheckResult(long Cases, long Files, long Broken, Wording? First);

/// <summary>Compares what lists and pages show with what the events say: the row of every case, slips, tallies, search index, evidence files.</summary>
public sealed class CaseCheck(EventStore store, BlobStore files)
{
    private readonly ProcedureCatalog procedures = new(store);
    private readonly WorkCalendars calendars = new(store);
    private readonly Dictionary<string, WorkCalendar?> counted = [];
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private long cases, broken;
    private Wording? first;

    /// <summary>Does so for every city. The chains must be whole: events that were changed cannot be folded.</summary>
    public static async Task<CaseCheckResult> Run(EventStore store, BlobStore files, CancellationToken ct)
    {
        var check = new CaseCheck(store, files);
        await using var db = await store.Connect(ct);
        foreach (var jurisdiction in (await db.QueryAsync<string>("select jurisdiction from jurisdictions order by jurisdiction")).AsList())
        {
            await check.Of(db, jurisdiction, ct);
            foreach (var stray in await CaseStrays.Of(db, store.Dialect, jurisdiction)) check.Found(stray);
        }
        return new(check.cases, check.seen.Count, check.broken, check.first);
    }

    private async Task Of(DbConnection db, string jurisdiction, CancellationToken ct)
    {
        await calendars.Refresh(jurisdiction, ct);
        var events = new List<StoredEvent>();
        var slips = new SlipCheck(jurisdiction);
        await foreach (var e in store.ReadStreams(jurisdiction, CaseId.Streams, ct))
        {
            if (events.Count > 0 && events[0].Stream != e.Stream) await End();
            events.Add(e);
        }
        if (events.Count > 0) await End();
        foreach (var slip in slips.OutOfOrder()) Found($"{jurisdiction} 交办单 {slip}：事项的次序与记录不符", $"{jurisdiction} slip {slip}: the order of its cases");

        async Task End()
        {
            cases++;
            var facts = events.Select(e => CaseHistory.Of(e, calendars.Of(jurisdiction))).ToList();
            foreach (var (sha256, _) in facts.SelectMany(f => CaseFiles.Of(f.Event))) await File(jurisdiction, events[0].Stream, sha256, ct);
            if (await Differs(db, jurisdiction, events) is { } column)
                Found($"{jurisdiction} {events[0].Stream}：事项行（{column}）与记录不符", $"{jurisdiction} {events[0].Stream}: row ({column})");
            if (await slips.Differs(db, events, facts) is { } slip)
                Found($"{jurisdiction} {events[0].Stream}：交办单（{slip}）与记录不符", $"{jurisdiction} {events[0].Stream}: slip ({slip})");
            events.Clear();
        }
    }

    // The system may be at work: the row is read after the events, so it may be ahead of them, and then they are read once more; never behind.
    private async Task<string?> Differs(DbConnection db, string jurisdiction, IReadOnlyList<StoredEvent> events)
    {
        var id = CaseId.OfStream(events[0].Stream);
        var row = (IDictionary<string, object?>?)await db.QuerySingleOrDefaultAsync(
            $"select {string.Join(", ", CaseRow.Settled)} from cases where jurisdiction = @jurisdiction and case_id = @id",
            new { jurisdiction, id = id.Value });
        if (row is null) return "missing";
        var version = Convert.ToInt64(row["version"], CultureInfo.InvariantCulture);
        if (version > events[^1].Version) events = [.. (await store.Read(jurisdiction, id.Stream)).Where(e => e.Version <= version)];
        var c = await CaseHistory.Begin(id).After(events, jurisdiction, calendars.Of(jurisdiction), procedures);
        var differs = Column(await Followed(db, jurisdiction));
        // A calendar that changes meanwhile is asked for once more before a due date is called wrong.
        return differs is null || Column(await Followed(db, jurisdiction, anew: true)) is null ? null : differs;

        string? Column(WorkCalendar? followed) =>
            CaseRow.Facts(jurisdiction, c, followed).FirstOrDefault(f => Text(row[f.Column]) != Text(f.Value)).Column;
    }

    // The calendar in force, if all rows have been counted by it.
    private async Task<WorkCalendar?> Followed(DbConnection db, string jurisdiction, bool anew = false)
    {
        if (anew) await calendars.Refresh(jurisdiction);
        else if (counted.TryGetValue(jurisdiction, out var known)) return known;
        var mark = await db.ExecuteScalarAsync<string?>("select value from setting where jurisdiction = @jurisdiction and name = @Name", new { jurisdiction, DueRows.Name });
        return counted[jurisdiction] = mark == calendars.MarkOf(jurisdiction) ? calendars.Of(jurisdiction) : null;
    }

    private async Task File(string jurisdiction, string stream, string sha256, CancellationToken ct)
    {
        if (!seen.Add(sha256)) return;
        if (!files.Exists(sha256)) Found($"{jurisdiction} {stream}：文件 {sha256}（缺失）", $"{jurisdiction} {stream}: file {sha256} (missing)");
        else if (!await files.IsSound(sha256, ct)) Found($"{jurisdiction} {stream}：文件 {sha256}（被改动）", $"{jurisdiction} {stream}: file {sha256} (changed)");
    }

    private void Found(string chinese, string english) => Found(new(chinese, english));

    private void Found(Wording place)
    {
        broken++;
        first ??= place;
    }

    internal static string Text(object? value) => value switch
    {
        null or DBNull => "",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
