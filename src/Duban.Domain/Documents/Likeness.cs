namespace Duban.Domain.Documents;

/// <summary>How many characters apart two names are (Levenshtein 1966), cut off early.</summary>
internal static class Likeness
{
    /// <summary>The distance, or <paramref name="limit"/> when it is that or more.</summary>
    internal static int Distance(string a, string b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) >= limit) return limit;
        Span<int> row = stackalloc int[Math.Min(b.Length, 64) + 1];
        if (b.Length > 64) return limit;
        for (var j = 0; j < row.Length; j++) row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var (diagonal, least) = (row[0], row[0] = i);
            for (var j = 1; j < row.Length; j++)
            {
                var cost = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                (diagonal, row[j]) = (row[j], cost);
                least = Math.Min(least, cost);
            }
            if (least >= limit) return limit;
        }
        return Math.Min(row[^1], limit);
    }
}
