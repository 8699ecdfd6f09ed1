namespace Duban.Ledger;

/// <summary>Follows the chains through all events, which come ordered by jurisdiction, stream and version.</summary>
internal sealed class ChainCheck(Dictionary<string, ChainHash> hashes, SealCheck seals, Findings findings)
{
    private static readonly byte[] Beginning = new byte[ChainHash.Length];
    private readonly Envelope envelope = new();
    private StoredEvent? last;

    public long Events { get; private set; }

    public long Streams { get; private set; }

    public void Check(PortableReader row)
    {
        Events++;
        StoredEvent e;
        try { e = EventRows.Event(row); }
        catch (Exception unreadable) when (unreadable is FormatException or InvalidCastException or OverflowException or ArgumentException)
        {
            findings.Add(new(row.Text(0), row.Text(2), row.Whole(3), null, Flaw.Unreadable));
            return;
        }
        if (last is null || last.Stream != e.Stream || last.Jurisdiction != e.Jurisdiction)
        {
            EndStream();
            last = null;
            Streams++;
        }
        else if (last.RecordedOn != e.RecordedOn) seals.Add(last);
        Check(e);
        last = e;
    }

    public void EndStream()
    {
        if (last is not null) seals.Add(last);
    }

    private void Check(StoredEvent e)
    {
        if (e.Version != (last?.Version ?? 0) + 1)
            findings.Add(new(e.Jurisdiction, e.Stream, e.Version, null, Flaw.Missing));
        else if (!hashes.TryGetValue(e.Jurisdiction, out var hash)
                 || !e.Hash.Span.SequenceEqual(envelope.Chain(hash, last is null ? Beginning : last.Hash.Span, e)))
            findings.Add(new(e.Jurisdiction, e.Stream, e.Version, null, Flaw.Changed));
    }
}
