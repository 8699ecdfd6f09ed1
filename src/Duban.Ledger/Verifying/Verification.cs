namespace Duban.Ledger;

/// <summary>What is wrong with a piece of the ledger.</summary>
public enum Flaw
{
    /// <summary>A field or the payload of the event is not what was chained, or the event before it is not.</summary>
    Changed,

    /// <summary>The event cannot be read at all.</summary>
    Unreadable,

    /// <summary>Events before this one are gone.</summary>
    Missing,

    /// <summary>The stream's last events are gone: its head is further than its events.</summary>
    TailMissing,

    /// <summary>The head of the stream does not say what the stream's last event says.</summary>
    HeadWrong,

    /// <summary>The day's seal does not match the day's events: events or streams of that day were taken away or exchanged, or the seal is forged.</summary>
    SealBroken,

    /// <summary>The day between two sealed days, or a day whose root was published, has no seal.</summary>
    SealMissing,
}

/// <summary>A broken place.</summary>
/// <param name="Jurisdiction">Whose.</param>
/// <param name="Stream">Which stream, or null for a seal.</param>
/// <param name="Version">Which event, or null for a seal.</param>
/// <param name="Day">Which seal, or null for an event.</param>
/// <param name="Flaw">What is wrong.</param>
public sealed record Breach(string Jurisdiction, string? Stream, long? Version, DateOnly? Day, Flaw Flaw)
{
    /// <inheritdoc/>
    public override string ToString() => Stream is null
        ? $"{Jurisdiction} {Day:yyyy-MM-dd}: {Flaw}"
        : $"{Jurisdiction} {Stream} #{Version}: {Flaw}";
}

/// <summary>The outcome of checking a whole ledger.</summary>
/// <param name="Events">Events checked.</param>
/// <param name="Streams">Streams checked.</param>
/// <param name="Seals">Seals checked.</param>
/// <param name="Breaches">Broken places found.</param>
/// <param name="First">The first of them, by jurisdiction, stream and version, seals last; null when the ledger is whole.</param>
public sealed record Verification(long Events, long Streams, long Seals, long Breaches, Breach? First)
{
    /// <summary>Nothing was found broken.</summary>
    public bool Whole => Breaches == 0;
}

/// <summary>What came of holding a ledger against published seals.</summary>
public abstract record SealAnswer
{
    private SealAnswer() { }

    /// <summary>The list was read to its end, and everything was checked.</summary>
    public sealed record Checked(Verification Found) : SealAnswer;

    /// <summary>A line of the list is no seal: the lines before it were held against the ledger's seals, and nothing else was checked.</summary>
    /// <param name="Line">Its number, from 1.</param>
    /// <param name="Breaches">In how many places those lines and the ledger disagree.</param>
    /// <param name="First">The first of them.</param>
    public sealed record NoSeal(long Line, long Breaches = 0, Breach? First = null) : SealAnswer;

    /// <summary>There is no seal in the list; nothing was checked.</summary>
    public sealed record Empty : SealAnswer;
}
