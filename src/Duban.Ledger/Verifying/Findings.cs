namespace Duban.Ledger;

/// <summary>Counts breaches and remembers the first in the ledger's order.</summary>
internal sealed class Findings
{
    public long Count { get; private set; }

    public Breach? First { get; private set; }

    public void Add(Breach breach)
    {
        Count++;
        if (First is null || Compare(breach, First) < 0) First = breach;
    }

    private static int Compare(Breach a, Breach b)
    {
        if ((a.Stream is null) != (b.Stream is null)) return a.Stream is null ? 1 : -1;
        var order = string.CompareOrdinal(a.Jurisdiction, b.Jurisdiction);
        if (order == 0) order = string.CompareOrdinal(a.Stream, b.Stream);
        if (order == 0) order = Nullable.Compare(a.Version, b.Version);
        return order == 0 ? Nullable.Compare(a.Day, b.Day) : order;
    }
}
