using Dapper;
using Duban.Domain.Cases;
using Duban.Domain.Procedures;
using Duban.Ledger;
using Duban.Web.Clock;

namespace Duban.Web.Cases.Lists;

/// <summary>The tallies, read when this process has seen a case move, and every two seconds for what other nodes write.</summary>
public sealed class CaseTallies(EventStore store, City city, CaseCache cases, RealTime time)
{
    private static readonly TimeSpan kept = TimeSpan.FromSeconds(2);
    private Reading? last;

    /// <summary>The tallies as they stand.</summary>
    public ValueTask<TallySheet> Now(CancellationToken ct = default) =>
        last is { } read && read.Changes == cases.Changes && time.Clock.GetElapsedTime(read.At) < kept ? new(read.Sheet) : new(Read(ct));

    private async Task<TallySheet> Read(CancellationToken ct)
    {
        var (changes, at) = (cases.Changes, time.Clock.GetTimestamp());
        await using var db = await store.Connect(ct);
        var rows = await db.QueryAsync<Row>(new CommandDefinition(
            """
            select campaign as Campaign, area as Area, stage as Stage, awaits as Awaits, count as Count from case_tallies
            where jurisdiction = @Code and count > 0
            """, new { city.Code }, cancellationToken: ct));
        var sheet = new TallySheet([.. rows.Select(r => r.Tally())]);
        last = new(sheet, changes, at);
        return sheet;
    }

    private sealed record Reading(TallySheet Sheet, long Changes, long At);

    private sealed record Row(string Campaign, string Area, string Stage, string Awaits, long Count)
    {
        public Tally Tally() => new(Campaign, Area, CaseRow.Value<Stage>(Stage), Awaits.Length == 0 ? null : CaseRow.Value<Step>(Awaits), Count);
    }
}
