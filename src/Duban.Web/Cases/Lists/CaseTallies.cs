using Dapper;
using Duban.Domain.Cases;
using Duban.Domain.Procedures;
using Duban.Ledger;
using Duban.Web.Calendar;
using Duban.Web.Clock;

namespace Duban.Web.Cases.Lists;

/// <summary>The tallies, read when this process has seen a case move, and every two seconds for what other nodes write.</summary>
public sealed class CaseTallies(EventStore store, City city, CaseCache cases, WorkCalendars calendars, TimeProvider clock, RealTime time)
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
            select campaign as Campaign, area as Area, stage as Stage, awaits as Awaits, hand as Hand, 0 as Over, count as Count from case_tallies
            where jurisdiction = @Code and count > 0
            union all
            select coalesce(campaign, ''), coalesce(area, ''), stage, coalesce(awaits, ''), hand, 1, count(*) from cases
            where jurisdiction = @Code and hand_until < @today group by campaign, area, stage, awaits, hand
            """, new { city.Code, today = calendars.Of(city.Code).LocalDate(clock.GetUtcNow()) }, cancellationToken: ct));
        var sheet = new TallySheet([.. rows.SelectMany(r => r.Tallies())]);
        last = new(sheet, changes, at);
        return sheet;
    }

    private sealed record Reading(TallySheet Sheet, long Changes, long At);

    // Those whose days with residents or the public are over: no act has moved them, and they are the office's today.
    private sealed record Row
    {
        // Set one by one: a union without rows has no types of columns to match a constructor by.
        public string Campaign { get; init; } = "";
        public string Area { get; init; } = "";
        public string Stage { get; init; } = "";
        public string Awaits { get; init; } = "";
        public string Hand { get; init; } = "";
        public long Over { get; init; }
        public long Count { get; init; }

        public IEnumerable<Tally> Tallies()
        {
            var (step, hand) = (Awaits.Length == 0 ? (Step?)null : CaseRow.Value<Step>(Awaits), Hand.Length == 0 ? (Hand?)null : CaseRow.Value<Hand>(Hand));
            var left = new Tally(Campaign, Area, CaseRow.Value<Stage>(Stage), step, hand, Count);
            return Over == 0 ? [left] : [left with { Count = -Count }, left with { Hand = Domain.Cases.Hand.Office }];
        }
    }
}
