using Duban.Domain.Documents;

namespace Duban.Web.Documents.Import;

/// <summary>Finds the header among the first rows of a sheet, below titles and notes, in one to three rows, by what its words mean.</summary>
public sealed class HeaderFinder(UnitDirectory units)
{
    /// <summary>Parts the headings of one column that stand over each other.</summary>
    internal const string Over = " / ";

    /// <summary>Rows with content that are looked at before a sheet counts as having no header.</summary>
    public const int Depth = 60;

    // A sheet formatted to its last column has thousands of headings nobody knows and is a ledger all the same.
    private const double MostForUnknown = 1;

    private const int Deepest = 3, LongestExplained = 200, LongestBare = 16;

    /// <summary>The best header, or null when no row of it speaks like one.</summary>
    /// <param name="rows">The first rows with content, at least as many as <see cref="Depth"/> when the sheet has them.</param>
    /// <param name="merges">The sheet's merged cells.</param>
    /// <param name="saved">Mappings the clerk corrected before, found again by signature.</param>
    /// <param name="row">The header's first row when the clerk chose it.</param>
    public Header? Find(IReadOnlyList<SheetRow> rows, IReadOnlyList<Merge> merges, IReadOnlyList<ColumnMapping> saved, int? row = null)
    {
        var spans = merges.Where(m => m.FromRow <= (rows.Count > 0 ? rows[^1].Number : 0)).ToLookup(m => m.FromRow);
        (Header Header, double Score)? best = null;
        for (var i = 0; i < Math.Min(rows.Count, Depth); i++)
        {
            if (row is { } chosen && rows[i].Number != chosen) continue;
            if (row is null && !MayBeHeader(rows[i])) continue;
            foreach (var depth in Depths(rows, i, spans))
            {
                var (headings, tops) = Headings(rows, i, depth, spans);
                var score = Score(headings, tops) - 0.25 * (depth - 1);
                if (best is not null && score <= best.Value.Score) continue;
                var known = saved.FirstOrDefault(m => m.Signature == ColumnMapping.Sign(headings));
                var mapping = known ?? new ColumnMatch(units, rows, rows[i + depth - 1].Number).Map(headings, tops);
                var sure = mapping.Columns.Where(c => c.Field != LedgerField.Other).Select(c => c.Sure).DefaultIfEmpty(0).Average();
                best = (new(rows[i].Number, rows[i + depth - 1].Number, mapping, Math.Round(sure, 2)), known is null ? score : score + 100);
            }
        }
        return best is { Score: >= 1.6 } found || (row is not null && best is not null) ? best!.Value.Header : null;
    }

    private static bool MayBeHeader(SheetRow row)
    {
        var (texts, others) = (0, 0);
        foreach (var cell in row.Cells)
        {
            if (cell.IsBlank) continue;
            if (cell.Value is string s && (s.Length <= HeaderWords.Longest || (s.Length <= LongestExplained && HeaderWords.Bare(s).Length <= LongestBare))) texts++;
            else others++;
        }
        return texts >= 2 && others <= texts;
    }

    // A heading merged down tells the depth; one merged across, or a next row of headings under blanks, suggests two rows.
    private static IEnumerable<int> Depths(IReadOnlyList<SheetRow> rows, int i, ILookup<int, Merge> spans)
    {
        var here = rows[i];
        var down = spans[here.Number].Where(m => m.ToRow > m.FromRow && m.ToRow - m.FromRow < Deepest && !here[m.FromColumn].IsBlank)
            .Select(m => m.ToRow - m.FromRow + 1).DefaultIfEmpty(1).Max();
        var deepest = 1;
        while (deepest < Deepest && i + deepest < rows.Count && rows[i + deepest].Number == here.Number + deepest) deepest++;
        if (down > 1)
        {
            yield return Math.Min(down, deepest);
            yield break;
        }
        yield return 1;
        if (deepest > 1 && rows[i + 1].Cells.All(c => c.IsBlank || c.Value is string { Length: <= HeaderWords.Longest }))
            yield return 2;
    }

    /// <summary>The headings of every column, the rows joined, and what stood above the last row.</summary>
    private static (string[] Headings, string[] Tops) Headings(IReadOnlyList<SheetRow> rows, int i, int depth, ILookup<int, Merge> spans)
    {
        var width = rows.Skip(i).Take(depth).Max(r => r.Cells.Length);
        var across = rows.Skip(i).Take(depth).SelectMany(r => spans[r.Number]).Where(m => m.ToColumn - m.FromColumn < 100).ToList();
        width = Math.Max(width, across.Select(m => m.ToColumn + 1).DefaultIfEmpty(0).Max());
        var (headings, tops) = (new string[width], new string[width]);
        for (var c = 0; c < width; c++)
        {
            var parts = new List<string>();
            for (var r = 0; r < depth; r++)
            {
                var row = rows[i + r];
                var text = row[c].Text;
                if (string.IsNullOrWhiteSpace(text) && across.FirstOrDefault(m => m.Covers(row.Number, c)) is { ToColumn: > 0 } m)
                    text = rows.First(x => x.Number == m.FromRow)[m.FromColumn].Text;
                // Without merges, a group's heading stands over its first column only.
                else if (string.IsNullOrWhiteSpace(text) && r < depth - 1 && depth > 1 && c > 0 && across.Count == 0 && !rows[i + depth - 1][c].IsBlank)
                    text = tops[c - 1];
                text = ClerkText.Plain(text).Replace("\n", "", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal);
                if (text.Length > 0 && (parts.Count == 0 || parts[^1] != text)) parts.Add(text);
            }
            tops[c] = parts.Count > 1 ? string.Concat(parts.SkipLast(1)) : "";
            headings[c] = string.Join(Over, parts);
        }
        return (headings, tops);
    }

    private static double Score(string[] headings, string[] tops)
    {
        var best = new Dictionary<LedgerField, double>();
        var unknown = 0;
        for (var c = 0; c < headings.Length; c++)
        {
            if (headings[c].Length == 0) continue;
            var (field, sure) = HeaderWords.Match(tops[c], Last(headings[c]));
            if (field == LedgerField.Other) unknown++;
            else if (sure > best.GetValueOrDefault(field)) best[field] = sure;
        }
        return best.Values.Where(s => s >= 0.5).Sum() - Math.Min(0.02 * unknown, MostForUnknown);
    }

    /// <summary>The lowest heading of a joined one.</summary>
    internal static string Last(string heading) => heading[(Cut(heading) is >= 0 and var at ? at + Over.Length : 0)..];

    /// <summary>What stands above the lowest heading of a joined one; empty for a heading of one row.</summary>
    internal static string Above(string heading) => heading[..Math.Max(0, Cut(heading))];

    private static int Cut(string heading) => heading.LastIndexOf(Over, StringComparison.Ordinal);
}
