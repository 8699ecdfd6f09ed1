using System.Data.Common;
using Dapper;

namespace Duban.Ledger;

/// <summary>Recomputes the roots of all sealed days while the events pass by; its memory grows with the days, not with the events.</summary>
internal sealed class SealCheck : IDisposable
{
    private readonly Dictionary<(string Jurisdiction, DateOnly Day), SealDigest> digests = [];
    private readonly Dictionary<string, DateOnly> lastDays = [];
    private readonly IReadOnlyList<Seal> seals;
    private readonly Findings findings;

    public SealCheck(IReadOnlyList<Seal> seals, Dictionary<string, ChainHash> hashes, Findings findings)
    {
        (this.seals, this.findings) = (seals, findings);
        foreach (var seal in seals) lastDays[seal.Jurisdiction] = seal.Day;
        foreach (var seal in seals)
            if (hashes.TryGetValue(seal.Jurisdiction, out var hash))
                digests[(seal.Jurisdiction, seal.Day)] = new(hash, seal.Previous, seal.Jurisdiction, seal.Day);
    }

    public static async Task<IReadOnlyList<Seal>> Read(DbConnection connection, DbTransaction snapshot) => (await connection.QueryAsync<Seal>(
        "select jurisdiction, day, heads, previous, root, sealed_at as SealedAt from seals order by jurisdiction, day", transaction: snapshot)).AsList();

    /// <summary>Takes the last event that a stream got on a day.</summary>
    public void Add(StoredEvent head)
    {
        if (digests.TryGetValue((head.Jurisdiction, head.RecordedOn), out var digest))
            digest.Add(head.Stream, head.Version, head.Hash.Span);
        else if (lastDays.TryGetValue(head.Jurisdiction, out var last) && head.RecordedOn <= last)
            findings.Add(new(head.Jurisdiction, null, null, head.RecordedOn, Flaw.SealMissing));
    }

    /// <summary>Holds the seals against what was published of them.</summary>
    public void Compare(IEnumerable<PublishedSeal> published)
    {
        var kept = seals.ToDictionary(s => (s.Jurisdiction, s.Day));
        foreach (var known in published)
            if (!kept.TryGetValue((known.Jurisdiction, known.Day), out var seal))
                findings.Add(new(known.Jurisdiction, null, null, known.Day, Flaw.SealMissing));
            else if (seal.Heads != known.Heads || !seal.Root.AsSpan().SequenceEqual(known.Root))
                findings.Add(new(known.Jurisdiction, null, null, known.Day, Flaw.SealBroken));
    }

    /// <summary>Judges every seal by the events that have passed, and counts them.</summary>
    public long Finish()
    {
        Seal? previous = null;
        foreach (var seal in seals)
        {
            if (previous?.Jurisdiction != seal.Jurisdiction) previous = null;
            if (previous is not null && previous.Day.AddDays(1) != seal.Day)
                findings.Add(new(seal.Jurisdiction, null, null, previous.Day.AddDays(1), Flaw.SealMissing));
            else if (!IsRight(seal, previous))
                findings.Add(new(seal.Jurisdiction, null, null, seal.Day, Flaw.SealBroken));
            previous = seal;
        }
        return seals.Count;
    }

    public void Dispose()
    {
        foreach (var digest in digests.Values) digest.Dispose();
    }

    private bool IsRight(Seal seal, Seal? previous) =>
        seal.Previous.AsSpan().SequenceEqual(previous is null ? new byte[ChainHash.Length] : previous.Root)
        && digests.TryGetValue((seal.Jurisdiction, seal.Day), out var digest)
        && digest.Heads == seal.Heads
        && digest.Root().AsSpan().SequenceEqual(seal.Root);
}
