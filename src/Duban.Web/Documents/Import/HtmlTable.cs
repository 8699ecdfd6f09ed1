using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Duban.Web.Documents.Import;

/// <summary>One table of a web page, with the text of the tables inside it; its rows are put together tag by tag.</summary>
internal sealed partial class HtmlTable(string page, ReadLimits limits)
{
    private const int MostSpread = 2_000_000, MostRows = 2000, LongestText = 1_000_000;

    private readonly List<SheetRow> rows = [];
    private readonly List<Merge> merges = [];
    private readonly HashSet<(int Row, int Column)> taken = [];
    private List<Cell> cells = [];
    private StringBuilder? text;
    private int row, column, depth;

    /// <summary>The table that begins at a place, and where it ends.</summary>
    internal static (Sheet Sheet, int End) Read(string page, int start, string name, ReadLimits limits)
    {
        var table = new HtmlTable(page, limits);
        var end = table.Read(start);
        return (new Sheet(name, false, table.merges, table.rows), Math.Max(end, start + 6));
    }

    private int Read(int start)
    {
        var (last, end) = (start, page.Length);
        foreach (var tag in Tags.EnumerateMatches(page.AsSpan(start)))
        {
            var (from, to) = (start + tag.Index, start + tag.Index + tag.Length);
            if (text is not null && from > last && text.Length < LongestText) text.Append(page, last, from - last);
            last = to;
            if (Ends(page.AsSpan(from, tag.Length)))
            {
                end = to;
                break;
            }
        }
        EndRow();
        return end;
    }

    // Takes one tag in; true for the one that ends the table.
    private bool Ends(ReadOnlySpan<char> tag)
    {
        if (Is(tag, "<table")) depth++;
        else if (Is(tag, "</table")) return --depth <= 0;
        else if (Is(tag, "<tr") && depth == 1) BeginRow();
        else if (depth == 1 && BeginsCell(tag)) BeginCell(tag);
        else if (Is(tag, "</td") || Is(tag, "</th>")) EndCell();
        else if (Is(tag, "<br")) text?.Append('\n');
        return false;
    }

    private void BeginRow()
    {
        EndRow();
        row++;
        column = 0;
    }

    private void BeginCell(ReadOnlySpan<char> tag)
    {
        EndCell();
        while (taken.Contains((row, column))) column++;
        var (down, across) = (Spread(tag, "rowspan"), Spread(tag, "colspan"));
        if (down > 1 || across > 1) Join(down, across);
        while (cells.Count < Math.Min(column, limits.Columns)) cells.Add(default);
        text = new StringBuilder();
        column += across;
    }

    private void Join(int down, int across)
    {
        if (taken.Count > MostSpread) throw new InvalidDataException("cells spread too far");
        merges.Add(new(row, column, row + down - 1, column + across - 1));
        for (var r = row; r < row + Math.Min(down, MostRows); r++)
            for (var c = column; c < column + Math.Min(across, limits.Columns); c++) taken.Add((r, c));
    }

    private void EndCell()
    {
        if (text is null) return;
        var plain = WebUtility.HtmlDecode(Blanks.Replace(text.ToString(), " ")).Trim();
        if (cells.Count < limits.Columns) cells.Add(new(plain.Length == 0 ? null : plain));
        text = null;
    }

    private void EndRow()
    {
        EndCell();
        if (cells.Exists(c => !c.IsBlank)) rows.Add(new(row, [.. cells]));
        cells = [];
    }

    private static bool Is(ReadOnlySpan<char> tag, string begin) => tag.StartsWith(begin, StringComparison.OrdinalIgnoreCase);

    private static bool BeginsCell(ReadOnlySpan<char> tag) => Is(tag, "<td") || Is(tag, "<th") && !Is(tag, "<thead");

    private static int Spread(ReadOnlySpan<char> tag, string attribute)
    {
        var at = tag.IndexOf(attribute, StringComparison.OrdinalIgnoreCase);
        if (at < 0) return 1;
        var rest = tag[(at + attribute.Length)..].TrimStart(" ='\"");
        var length = 0;
        while (length < rest.Length && char.IsAsciiDigit(rest[length])) length++;
        return int.TryParse(rest[..length], NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? Math.Clamp(n, 1, 10_000) : 1;
    }

    // Linear on any page: an engine that backtracks can be held up by a hundred thousand unclosed comments.
    private static readonly Regex Tags = new(
        "<!--.*?-->|<script\\b[^>]*>.*?</script\\s*>|<style\\b[^>]*>.*?</style\\s*>|</?[A-Za-z][^>]{0,400}>",
        RegexOptions.Singleline | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking);

    [GeneratedRegex("[ \t\r\n]+(?=[ \t\r\n])|[\t\r]")]
    private static partial Regex Blanks { get; }
}
