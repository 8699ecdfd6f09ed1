using Duban.Domain.Cases;
using Duban.Domain.People;
using Duban.Domain.Procedures;
using Duban.Ledger;
using Duban.Web.Calendar;
using Duban.Web.Procedures;

namespace Duban.Web.Cases;

/// <summary>Folded cases of this process, a bounded number; another node's events are read after the version that is kept.</summary>
public sealed class CaseCache(EventStore store, ProcedureCatalog procedures, WorkCalendars calendars)
{
    private const int Most = 20_000;
    private readonly Recent<(string Jurisdiction, string Stream), Case> folded = new(Most);
    private long changes;

    /// <summary>Moves whenever this process learns that a case has moved; whoever keeps something made of many cases compares it.</summary>
    public long Changes => Interlocked.Read(ref changes);

    /// <summary>The case, or null when its stream is empty.</summary>
    /// <param name="jurisdiction">The city.</param>
    /// <param name="id">Its name.</param>
    /// <param name="fresh">False when a state from memory will do, because a stale one is found out when it is written.</param>
    public async Task<Case?> Load(string jurisdiction, CaseId id, bool fresh)
    {
        var kept = folded.Find((jurisdiction, id.Stream));
        if (kept is not null && !fresh) return kept;
        var events = await store.Read(jurisdiction, id.Stream, kept?.Version ?? 0);
        if (events.Count == 0) return kept;
        var now = await (kept ?? CaseHistory.Begin(id)).After(events, jurisdiction, calendars.Of(jurisdiction), procedures);
        Keep(jurisdiction, now);
        return now;
    }

    /// <summary>Keeps a state that is known to be on disk.</summary>
    public void Keep(string jurisdiction, Case c)
    {
        var key = (jurisdiction, c.Id.Stream);
        if (folded.Find(key) is { } kept && kept.Version >= c.Version) return;
        folded.Keep(key, c);
        Interlocked.Increment(ref changes);
    }

    /// <summary>Forgets a state that turned out stale.</summary>
    public void Forget(string jurisdiction, string stream) => folded.Forget((jurisdiction, stream));
}
