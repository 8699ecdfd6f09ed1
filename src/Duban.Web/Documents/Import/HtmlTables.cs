using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Duban.Web.Documents.Import;

/// <summary>
/// Web pages saved or exported under the name .xls: each outermost table becomes a sheet, and those inside one that only lays
/// out the page. No script, no style, nothing fetched.
/// </summary>
internal static partial class HtmlTables
{
    private const int MostSpread = 2_000_000, MostUnwrapped = 20, LongestUnwrapped = 4_000_000, FewestColumns = 3;

    internal static Opened Open(WorkbookSource file, ReadLimits limits)
    {
        if (TextEncoding.Of(file.Content.Span) is not var (encoding, mark)) return new ReadFailure("file.not_a_workbook");
        var page = encoding.GetString(file.Content.Span[mark..]);
        var sheets = new List<Sheet>();
        var (at, unwrapped) = (0, 0);
        while (page.IndexOf("<table", at, StringComparison.OrdinalIgnoreCase) is >= 0 and var start)
        {
            var (sheet, end) = ReadTable(page, start, $"表{sheets.Count + 1}", limits);
            var inside = page.AsSpan(start + 6, end - start - 6).IndexOf("<table", StringComparison.OrdinalIgnoreCase) >= 0;
            if (inside && sheet.Rows.All(r => r.Cells.Count(c => !c.IsBlank) < FewestColumns) && page.Length < LongestUnwrapped && unwrapped++ < MostUnwrapped)
            {
                at = start + 6;
                continue;
            }
            sheets.Add(sheet);
            at = end;
        }
        return sheets.Count > 0 ? new Workbook(sheets) : new ReadFailure("file.is_html");
    }

    private static (Sheet Sheet, int End) ReadTable(string page, int start, string name, ReadLimits limits)
    {
        var (rows, merges) = (new List<SheetRow>(), new List<Merge>());
        var taken = new HashSet<(int, int)>();
        var (row, column, depth, end) = (0, 0, 0, page.Length);
        List<Cell> cells = [];
        StringBuilder? text = null;
        var last = start;
        foreach (var tag in Tags.EnumerateMatches(page.AsSpan(start)))
        {
            var (from, to) = (start + tag.Index, start + tag.Index + tag.Length);
            if (text is not null && from > last && text.Length < 1_000_000) text.Append(page, last, from - last);
            last = to;
            var span = page.AsSpan(from, tag.Length);
            if (span.StartsWith("<table", StringComparison.OrdinalIgnoreCase)) depth++;
            else if (span.StartsWith("</table", StringComparison.OrdinalIgnoreCase))
            {
                if (--depth > 0) continue;
                end = to;
                break;
            }
            else if (span.StartsWith("<tr", StringComparison.OrdinalIgnoreCase) && depth == 1)
            {
                FinishRow();
                row++;
                column = 0;
            }
            else if (depth == 1 && BeginsCell(span))
            {
                FinishCell();
                while (taken.Contains((row, column))) column++;
                var (down, across) = (Spread(span, "rowspan"), Spread(span, "colspan"));
                if (down > 1 || across > 1)
                {
                    if (taken.Count > MostSpread) throw new InvalidDataException("cells spread too far");
                    merges.Add(new(row, column, row + down - 1, column + across - 1));
                    for (var r = row; r < row + Math.Min(down, 2000); r++)
                        for (var c = column; c < column + Math.Min(across, limits.Columns); c++) taken.Add((r, c));
                }
                while (cells.Count < Math.Min(column, limits.Columns)) cells.Add(default);
                text = new StringBuilder();
                column += across;
            }
            else if (span.StartsWith("</td", StringComparison.OrdinalIgnoreCase) || span.StartsWith("</th>", StringComparison.OrdinalIgnoreCase)) FinishCell();
            else if (span.StartsWith("<br", StringComparison.OrdinalIgnoreCase)) text?.Append('\n');
        }
        FinishRow();
        return (new Sheet(name, false, merges, rows), Math.Max(end, start + 6));

        void FinishCell()
        {
            if (text is null) return;
            var plain = WebUtility.HtmlDecode(Blanks.Replace(text.ToString(), " ")).Trim();
            if (cells.Count < limits.Columns) cells.Add(new(plain.Length == 0 ? null : plain));
            text = null;
        }

        void FinishRow()
        {
            FinishCell();
            if (cells.Exists(c => !c.IsBlank)) rows.Add(new(row, [.. cells]));
            cells = [];
        }
    }

    private static bool BeginsCell(ReadOnlySpan<char> tag) => tag.StartsWith("<td", StringComparison.OrdinalIgnoreCase)
        || tag.StartsWith("<th", StringComparison.OrdinalIgnoreCase) && !tag.StartsWith("<thead", StringComparison.OrdinalIgnoreCase);

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
