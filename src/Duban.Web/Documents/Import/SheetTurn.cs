using Duban.Domain.Documents;

namespace Duban.Web.Documents.Import;

/// <summary>
/// Sheets that are no table of rows: a form with labels and their values beside them (安全隐患交办单), and a table on its
/// side, its headings down the first column. Each becomes rows that keep their own cells' names.
/// </summary>
internal static class SheetTurn
{
    private const int LongestLabel = 16, FewestLabels = 4, MostRows = 120, MostColumns = 30, MostMatters = 200;

    private const double SureLabel = 0.9;

    private static readonly LedgerField[] Around = [LedgerField.Unit, LedgerField.Site, LedgerField.Place, LedgerField.Deadline, LedgerField.Level];

    private readonly record struct Label(LedgerField Field, string Heading, int Row, int Column, Cell Value, string Place);

    /// <summary>The sheet's matters as rows below a header of its labels; null when it is neither form nor turned table.</summary>
    internal static (Header Header, IReadOnlyList<SheetRow> Rows)? Of(IReadOnlyList<SheetRow> rows)
    {
        if (rows.Count is < 3 or > MostRows) return null;
        var matters = OnItsSide(rows) ?? Forms(rows);
        var kept = matters.Where(IsMatter).Take(MostMatters).ToList();
        if (kept.Count == 0) return null;
        List<(LedgerField Field, string Heading)> columns =
            [.. kept.SelectMany(m => m).Select(l => (l.Field, l.Heading)).DistinctBy(c => (c.Field, c.Field == LedgerField.Other ? c.Heading : ""))];
        var mapped = columns.Select((c, i) => new MappedColumn(i, c.Heading, c.Field, c.Field == LedgerField.Other ? 0 : 1));
        return (new(0, 0, new(ColumnMapping.Sign(columns.Select(c => c.Heading)), [.. mapped]), 1), [.. kept.Select(m => Row(m, columns))]);
    }

    private static SheetRow Row(List<Label> matter, List<(LedgerField Field, string Heading)> columns)
    {
        var (cells, places) = (new Cell[columns.Count], new string[columns.Count]);
        for (var i = 0; i < columns.Count; i++)
        {
            var found = matter.FirstOrDefault(l => l.Field == columns[i].Field && (l.Field != LedgerField.Other || l.Heading == columns[i].Heading));
            (cells[i], places[i]) = (found.Value, found.Place ?? "");
        }
        var where = matter.First(l => l.Field == LedgerField.Description);
        return new(where.Row, cells) { Places = places };
    }

    private static bool IsMatter(List<Label> matter) =>
        matter.Count(l => l.Field != LedgerField.Other) >= FewestLabels
        && matter.Exists(l => l.Field == LedgerField.Description && l.Value.Value is string && !ClerkText.IsNothing(l.Value.Text))
        && matter.Count(l => Around.Contains(l.Field)) >= 2;

    // One column of headings with at least two values beside most of them.
    private static IEnumerable<List<Label>>? OnItsSide(IReadOnlyList<SheetRow> rows)
    {
        var labels = rows.SelectMany(r => Enumerable.Range(0, Math.Min(r.Cells.Length, MostColumns)).Select(c => (Row: r, Column: c, Field: FieldOf(r[c]))))
            .Where(l => l.Field != LedgerField.Other).ToList();
        if (labels.Select(l => l.Column).Distinct().Count() != 1 || labels.Count < FewestLabels || labels.DistinctBy(l => l.Field).Count() < labels.Count) return null;
        var column = labels[0].Column;
        var width = labels.Max(l => l.Row.Cells.Length);
        if (labels.Count(l => l.Row.Cells.Skip(column + 1).Count(c => !c.IsBlank) >= 2) * 2 < labels.Count) return null;
        var headings = rows.Where(r => r.Number >= labels[0].Row.Number && !r[column].IsBlank)
            .Select(r => (Row: r, Field: FieldOf(r[column]), Text: ClerkText.Plain(r[column].Text))).ToList();
        // The number of the column stands for that of the row, so that every matter has its own.
        return Enumerable.Range(column + 1, width - column - 1).Select(c => headings.Where(h => !h.Row[c].IsBlank)
            .Select(h => new Label(h.Field, h.Text, c + 1, c, h.Row[c], Address.Of(h.Row.Number, c))).ToList());
    }

    // A label that comes again begins the next slip on the same sheet.
    private static List<List<Label>> Forms(IReadOnlyList<SheetRow> rows)
    {
        var slips = new List<List<Label>>();
        List<Label> open = [];
        foreach (var label in rows.SelectMany(Labels))
        {
            if (label.Field != LedgerField.Other && open.FindIndex(l => l.Field == label.Field) is >= 0 and var before)
            {
                // 办理要求 that names no day gives way to 办结时限 that does.
                if (label.Field == LedgerField.Deadline && !IsDay(open[before].Value) && IsDay(label.Value)) open[before] = label;
                if (label.Field is not (LedgerField.Unit or LedgerField.Description or LedgerField.Number or LedgerField.Serial or LedgerField.Site)) continue;
                slips.Add(open);
                open = [];
            }
            open.Add(label);
        }
        slips.Add(open);
        return slips;
    }

    private static bool IsDay(Cell cell) => cell.Instant is not null || ClerkDate.Read(cell.Text, new(new(2000, 1, 1))).Known;

    private static IEnumerable<Label> Labels(SheetRow row)
    {
        for (var c = 0; c < row.Cells.Length; c++)
        {
            if (row[c].Value is not string text) continue;
            // 责任单位：珠晖区 in one cell.
            var plain = ClerkText.Plain(text);
            if (plain.IndexOf(':', StringComparison.Ordinal) is > 1 and var colon && colon < plain.Length - 1
                && FieldOf(new(plain[..colon])) is not LedgerField.Other and var own)
            {
                yield return new(own, plain[..colon], row.Number, c, new(plain[(colon + 1)..].Trim()), Address.Of(row.Number, c));
                continue;
            }
            var field = FieldOf(row[c]);
            if (field == LedgerField.Other) continue;
            var value = c + 1;
            while (value < row.Cells.Length && row[value].IsBlank) value++;
            if (value >= row.Cells.Length || FieldOf(row[value]) != LedgerField.Other) continue;
            yield return new(field, plain.TrimEnd(':'), row.Number, value, row[value], Address.Of(row.Number, value));
            c = value;
        }
    }

    private static LedgerField FieldOf(Cell cell) =>
        cell.Value is string { Length: <= LongestLabel } text
        && HeaderWords.Match("", text.TrimEnd(':', '：')) is { Sure: >= SureLabel } match ? match.Field : LedgerField.Other;
}
