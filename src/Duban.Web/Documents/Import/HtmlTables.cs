namespace Duban.Web.Documents.Import;

/// <summary>
/// Web pages saved or exported under the name .xls: each outermost table becomes a sheet, and those inside one that only lays
/// out the page. No script, no style, nothing fetched.
/// </summary>
internal static class HtmlTables
{
    private const int MostUnwrapped = 20, LongestUnwrapped = 4_000_000, FewestColumns = 3;

    internal static Opened Open(WorkbookSource file, ReadLimits limits)
    {
        if (TextEncoding.Of(file.Content.Span) is not var (encoding, mark)) return new ReadFailure("file.not_a_workbook");
        var page = encoding.GetString(file.Content.Span[mark..]);
        var sheets = new List<Sheet>();
        var (at, unwrapped) = (0, 0);
        while (page.IndexOf("<table", at, StringComparison.OrdinalIgnoreCase) is >= 0 and var start)
        {
            var (sheet, end) = HtmlTable.Read(page, start, $"表{sheets.Count + 1}", limits);
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
}
