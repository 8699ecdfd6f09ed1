namespace Duban.Ledger;

internal readonly record struct StreamKey(string Jurisdiction, string Stream);

internal readonly record struct OnceKey(string Jurisdiction, string Key);

/// <summary>Where a stream stands; a new stream stands at version 0 with a hash of zeros.</summary>
internal sealed class Head
{
    private static readonly byte[] Nothing = new byte[ChainHash.Length];

    public long Version { get; set; }

    public byte[] Hash { get; set; } = Nothing;

    public bool Moved { get; set; }

    /// <summary>The next fact of the stream, chained; the head moves to it.</summary>
    public StoredEvent Append(Fact fact, string jurisdiction, string stream, Signature signature, Book book, StoreOptions options, Envelope envelope)
    {
        var unhashed = new StoredEvent(
            jurisdiction, 0, stream, ++Version, Guid.CreateVersion7(options.Clock.GetUtcNow()), PortableText.ToMicrosecond(signature.At), book.RecordedOn,
            signature.By, signature.OnBehalfOf, options.Node, signature.Cause, fact.Type, fact.TypeVersion, fact.Payload, default);
        Hash = envelope.Chain(book.Hash, Hash, unhashed);
        Moved = true;
        return unhashed with { Hash = Hash };
    }
}

/// <summary>What the writer must know of a jurisdiction.</summary>
internal sealed record Book(DateOnly RecordedOn, ChainHash Hash);

/// <summary>The entries that share one commit: an engine loads what they need, the group decides them in order, the engine saves.</summary>
internal sealed class Group(IReadOnlyList<Pending> entries, StoreOptions options, Envelope envelope)
{
    private readonly Receipt[] receipts = new Receipt[entries.Count];

    public StoreOptions Options { get; } = options;

    public IReadOnlyList<Pending> Entries { get; } = entries;

    public DateOnly Today { get; } = options.Today;

    public DateTimeOffset Now { get; } = PortableText.ToMicrosecond(options.Clock.GetUtcNow());

    /// <summary>Opened by the engine for every jurisdiction of the group.</summary>
    public Dictionary<string, Book> Books { get; } = [];

    /// <summary>Has a key for every stream from the start; the engine fills in the heads that exist.</summary>
    public Dictionary<StreamKey, Head> Heads { get; } = KeysOf(entries);

    /// <summary>Filled by the engine with the requests that came before.</summary>
    public Dictionary<OnceKey, Once> Kept { get; } = [];

    public List<StoredEvent> Events { get; } = [];

    public List<Entry> Accepted { get; } = [];

    /// <summary>The rows of all accepted entries.</summary>
    public IEnumerable<RowWrite> Rows => Sums.Of(Accepted.SelectMany(e => e.Rows));

    /// <summary>Jurisdictions whose day has to be moved to today with this commit.</summary>
    public List<string> Late { get; } = [];

    /// <summary>Takes a jurisdiction's book as it stands; its day never moves back, even when a node's clock does.</summary>
    public void Open(string jurisdiction, DateOnly recordedOn, ChainHash hash)
    {
        if (recordedOn < Today)
        {
            recordedOn = Today;
            Late.Add(jurisdiction);
        }
        Books.Add(jurisdiction, new(recordedOn, hash));
    }

    public void Decide()
    {
        for (var i = 0; i < Entries.Count; i++)
        {
            var entry = Entries[i].Entry;
            receipts[i] = Refusal(entry) ?? Accept(entry);
        }
    }

    public void Settle()
    {
        for (var i = 0; i < Entries.Count; i++) Entries[i].Settle(receipts[i]);
    }

    private static Dictionary<StreamKey, Head> KeysOf(IReadOnlyList<Pending> entries)
    {
        var heads = new Dictionary<StreamKey, Head>(entries.Count);
        foreach (var pending in entries)
            foreach (var facts in pending.Entry.Streams)
                heads.TryAdd(new(pending.Entry.Jurisdiction, facts.Stream), new Head());
        return heads;
    }

    private Receipt? Refusal(Entry entry)
    {
        if (entry.Once is { } once && Kept.TryGetValue(new(entry.Jurisdiction, once.Key), out var kept))
            return kept.RequestHash.Span.SequenceEqual(once.RequestHash.Span) ? new Receipt.Repeated(kept.Answer) : new Receipt.KeyReused();
        foreach (var facts in entry.Streams)
        {
            var head = Heads[new(entry.Jurisdiction, facts.Stream)];
            if (head.Version != facts.ExpectedVersion) return new Receipt.Conflict(facts.Stream, facts.ExpectedVersion, head.Version);
        }
        return null;
    }

    private Receipt.Written Accept(Entry entry)
    {
        var versions = new long[entry.Streams.Count];
        var book = Books[entry.Jurisdiction];
        for (var i = 0; i < versions.Length; i++)
        {
            var facts = entry.Streams[i];
            var head = Heads[new(entry.Jurisdiction, facts.Stream)];
            foreach (var fact in facts.Facts) Events.Add(head.Append(fact, entry.Jurisdiction, facts.Stream, entry.Signature, book, Options, envelope));
            versions[i] = head.Version;
        }
        if (entry.Once is { } once) Kept.Add(new(entry.Jurisdiction, once.Key), once);
        Accepted.Add(entry);
        return new(versions);
    }
}
