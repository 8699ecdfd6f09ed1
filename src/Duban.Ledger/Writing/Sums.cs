namespace Duban.Ledger;

/// <summary>The rows of a group as they are written: those that only add to a number are added up first, so that a busy tally is touched once in a commit.</summary>
internal static class Sums
{
    public static IEnumerable<RowWrite> Of(IEnumerable<RowWrite> rows)
    {
        Dictionary<RowWrite, long>? sums = null;
        foreach (var row in rows)
        {
            if (row.Statement.Sum is null) yield return row;
            else
            {
                sums ??= new(Alike.But);
                sums[row] = sums.GetValueOrDefault(row) + Number(row);
            }
        }
        if (sums is null) yield break;
        foreach (var (row, sum) in sums) yield return new(row.Statement, [.. row.Values.Select((value, i) => i == Place(row) ? sum : value)]);
    }

    private static long Number(RowWrite row) => row.Values[Place(row)] switch
    {
        long number => number,
        int number => number,
        var other => throw new ArgumentException($"@{row.Statement.Sum} cannot be added up: {other}."),
    };

    private static int Place(RowWrite row)
    {
        for (var i = 0; i < row.Statement.Names.Count && i < row.Values.Count; i++) if (row.Statement.Names[i] == row.Statement.Sum) return i;
        throw new ArgumentException($"The statement has no value @{row.Statement.Sum} to add up.");
    }

    /// <summary>Rows of one statement that differ in nothing but the number.</summary>
    private sealed class Alike : IEqualityComparer<RowWrite>
    {
        public static readonly Alike But = new();

        public bool Equals(RowWrite? a, RowWrite? b)
        {
            if (!ReferenceEquals(a!.Statement, b!.Statement) || a.Values.Count != b.Values.Count) return false;
            var number = Place(a);
            for (var i = 0; i < a.Values.Count; i++) if (i != number && !Equals(a.Values[i], b.Values[i])) return false;
            return true;
        }

        public int GetHashCode(RowWrite row)
        {
            var (hash, number) = (new HashCode(), Place(row));
            for (var i = 0; i < row.Values.Count; i++) if (i != number) hash.Add(row.Values[i]);
            return hash.ToHashCode();
        }
    }
}
