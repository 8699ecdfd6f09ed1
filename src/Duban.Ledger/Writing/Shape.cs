namespace Duban.Ledger;

/// <summary>Refuses entries that no database should see; they are mistakes of the program, hence exceptions.</summary>
internal static class Shape
{
    private const int LongestOnceKey = 200;

    public static void Check(Entry entry)
    {
        ArgumentException.ThrowIfNullOrEmpty(entry.Jurisdiction);
        ArgumentException.ThrowIfNullOrEmpty(entry.Signature.By);
        if (entry.Once is { Key.Length: 0 or > LongestOnceKey })
            throw new ArgumentException($"A request's key has 1 to {LongestOnceKey} characters.", nameof(entry));
        foreach (var facts in entry.Streams)
        {
            ArgumentException.ThrowIfNullOrEmpty(facts.Stream);
            if (facts.Facts.Count == 0) throw new ArgumentException($"No facts for {facts.Stream}.", nameof(entry));
        }
        if (entry.Streams.Count > 1 && entry.Streams.DistinctBy(s => s.Stream).Count() != entry.Streams.Count)
            throw new ArgumentException("A stream stands twice in one entry.", nameof(entry));
    }
}
