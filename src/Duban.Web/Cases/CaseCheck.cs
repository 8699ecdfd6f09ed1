using System.Data.Common;
using System.Globalization;
using Dapper;
using Duban.Domain.Cases;
using Duban.Domain.Procedures;
using Duban.Ledger;
using Duban.Web.Calendar;
using Duban.Web.Cases.Files;
using Duban.Web.Procedures;

namespace Duban.Web.Cases;

/// <summary>What a check of the cases found.</summary>
/// <param name="Cases">Cases folded from their events.</param>
/// <param name="Files">Files that cases name, each counted once.</param>
/// <param name="Broken">Places that do not agree with the events.</param>
/// <param name="First">The first of them in words, or null.</param>
public sealed record CaseCheckResult(long Cases, long Files, long Broken, string? First);

/// <summary>Compares what lists and pages show with what the events say: the current row of every case, the tallies, the evidence files.</summary>
public sealed class CaseCheck(EventStore store, BlobStore files)
{
    private readonly ProcedureCatalog procedures = new(store);
    private readonly WorkCalendars calendars = new(store);
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private long cases, broken;
    private string? first;

    /// <summary>Does so for every city. The chains must be whole: events that were changed cannot be folded.</summary>
    public static async Task<CaseCheckResult> Run(EventStore store, BlobStore files, CancellationToken ct)
    {
        var check = new CaseCheck(store, files);
        await using var db = await store.Connect(ct);
        foreach (var jurisdiction in (await db.QueryAsync<string>("select jurisdiction from jurisdictions order by jurisdiction")).AsList())
        {
            await check.Of(db, jurisdiction, ct);
            await check.Strays(db, jurisdiction);
        }
        return new(check.cases, check.seen.Count, check.broken, check.first);
    }

    private async Task Of(DbConnection db, string jurisdiction, CancellationToken ct)
    {
        await calendars.Refresh(jurisdiction);
        var events = new List<StoredEvent>();
        await foreach (var e in store.ReadStreams(jurisdiction, CaseId.Streams, ct))
        {
            if (events.Count > 0 && events[0].Stream != e.Stream) await End();
            events.Add(e);
        }
        if (events.Count > 0) await End();

        async Task End()
        {
            cases++;
            foreach (var fact in events.Select(e => CaseHistory.Of(e, calendars.Of(jurisdiction)).Event))
                foreach (var (sha256, _) in CaseFiles.Of(fact)) await File(jurisdiction, events[0].Stream, sha256, ct);
            if (await Differs(db, jurisdiction, events) is { } column) Found($"{jurisdiction} {events[0].Stream}: row ({column})");
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
        return CaseRow.Facts(jurisdiction, c).FirstOrDefault(f => Text(row[f.Column]) != Text(f.Value)).Column;
    }

    private async Task File(string jurisdiction, string stream, string sha256, CancellationToken ct)
    {
        if (!seen.Add(sha256)) return;
        if (!files.Exists(sha256)) Found($"{jurisdiction} {stream}: file {sha256} (missing)");
        else if (!await files.IsSound(sha256, ct)) Found($"{jurisdiction} {stream}: file {sha256} (changed)");
    }

    // Rows that no event stands behind, and sums that are not the sum of the rows.
    private async Task Strays(DbConnection db, string jurisdiction)
    {
        foreach (var id in await db.QueryAsync<string>(
            """
            select case_id from cases c where jurisdiction = @jurisdiction and not exists (
                select 1 from heads h where h.jurisdiction = c.jurisdiction and h.stream = 'case/' || c.case_id)
            order by case_id
            """, new { jurisdiction }))
            Found($"{jurisdiction} case/{id}: row (no events)");
        foreach (var (campaign, area, stage) in await db.QueryAsync<(string, string, string)>(
            """
            select campaign, area, stage from (
                select coalesce(campaign, '') as campaign, coalesce(area, '') as area, stage, coalesce(awaits, '') as awaits, 1 as n from cases
                where jurisdiction = @jurisdiction
                union all select campaign, area, stage, awaits, -count from case_tallies where jurisdiction = @jurisdiction) both_sides
            group by campaign, area, stage, awaits having sum(n) <> 0 order by campaign, area, stage
            """, new { jurisdiction }))
            Found($"{jurisdiction} tally {campaign} {area} {stage}");
    }

    private void Found(string place)
    {
        broken++;
        first ??= place;
    }

    private static string Text(object? value) => value switch
    {
        null or DBNull => "",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
