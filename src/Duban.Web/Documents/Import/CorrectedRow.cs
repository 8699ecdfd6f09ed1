namespace Duban.Web.Documents.Import;

/// <summary>Puts a clerk's corrections in the place of the cells they correct, and remembers what stood there.</summary>
internal static class CorrectedRow
{
    private static readonly LedgerField[] Fields = Enum.GetValues<LedgerField>();

    /// <summary>The row as corrected, what was corrected, and values for fields that no column holds.</summary>
    internal static (SheetRow Row, IReadOnlyList<CorrectedCell> Corrected) Of(SheetRow row, string sheet, Header header, Corrections corrections)
    {
        if (corrections.Cells.Count == 0) return (row, []);
        List<CorrectedCell>? corrected = null;
        var cells = row.Cells;
        foreach (var field in Fields)
        {
            if (corrections.Of(field, row.Number, sheet) is not { } value) continue;
            var columns = header.Mapping.Columns.Where(c => c.Field == field).ToList();
            var original = string.Join('；', columns.Select(c => row[c.Index].Text).Where(t => t.Length > 0));
            (corrected ??= []).Add(new(field, columns.Count > 0 ? columns[0].Heading : field.ToString(), original, value));
            if (columns.Count == 0) continue;
            cells = [.. cells, .. Enumerable.Repeat(default(Cell), Math.Max(0, columns.Max(c => c.Index) + 1 - cells.Length))];
            foreach (var column in columns) cells[column.Index] = new(column == columns[0] ? value : null);
        }
        return (row with { Cells = cells }, corrected ?? (IReadOnlyList<CorrectedCell>)[]);
    }
}
