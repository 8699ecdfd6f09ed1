using System.Collections.Frozen;
using System.Globalization;
using System.Runtime.InteropServices;
using ExcelDataReader;

namespace Duban.Web.Documents.Import;

/// <summary>Sheets of .xls through ExcelDataReader, with the errors that it leaves out put back.</summary>
internal static class ExcelSheets
{
    internal static Opened Open(
        WorkbookSource file, ReadLimits limits, IReadOnlyDictionary<int, FrozenDictionary<(int Row, int Column), string>> errors, bool epoch1904)
    {
        var reader = ExcelReaderFactory.CreateReader(Stream(file), new() { FallbackEncoding = System.Text.Encoding.GetEncoding("GB18030") });
        return new Workbook(Sheets(reader, limits, errors), epoch1904);
    }

    internal static MemoryStream Stream(WorkbookSource file) => MemoryMarshal.TryGetArray(file.Content, out var bytes)
        ? new(bytes.Array!, bytes.Offset, bytes.Count, false)
        : new(file.Content.ToArray(), false);

    private static IEnumerable<Sheet> Sheets(
        IExcelDataReader reader, ReadLimits limits, IReadOnlyDictionary<int, FrozenDictionary<(int Row, int Column), string>> errors)
    {
        using (reader)
        {
            var number = 0;
            do
            {
                var merges = (reader.MergeCells ?? []).Select(m => new Merge(m.FromRow + 1, m.FromColumn, m.ToRow + 1, m.ToColumn)).ToList();
                var left = new List<ReadFailure>();
                var rows = Rows(reader, limits, errors.GetValueOrDefault(number), left);
                yield return new Sheet(reader.Name, reader.VisibleState != "visible", merges, rows) { Left = left };
                number++;
            }
            while (reader.NextResult());
        }
    }

    private static IEnumerable<SheetRow> Rows(
        IExcelDataReader reader, ReadLimits limits, FrozenDictionary<(int Row, int Column), string>? errors, List<ReadFailure> left)
    {
        var width = Math.Min(reader.FieldCount, limits.Columns);
        var percents = new Dictionary<int, bool>();
        if (reader.FieldCount > width) left.Add(new("sheet.columns_cut", reader.Name, Address.Of(1, width), width));
        var cells = new Cell[width];
        var blank = 0L;
        for (var row = 1; reader.Read(); row++)
        {
            var last = -1;
            for (var i = 0; i < width; i++)
            {
                var value = Value(reader, i, percents);
                if (errors is not null && value is null or 0d && errors.TryGetValue((row, i), out var sign)
                    && (value is null || sign == CellError.Uncalculated)) value = new CellError(sign);
                cells[i] = new(value);
                if (value is not null) last = i;
            }
            if (last < 0)
            {
                // A blank line costs what it declares: a sheet that declares too much has ended.
                blank += Math.Max(reader.FieldCount, 8);
                if (blank <= limits.BlankCells) continue;
                left.Add(new("sheet.blank_lines", reader.Name, Address.Of(row, 0), row));
                yield break;
            }
            blank = 0;
            yield return new(row, cells[..(last + 1)], reader.RowHeight == 0);
        }
    }

    private static object? Value(IExcelDataReader reader, int column, Dictionary<int, bool> percents)
    {
        var value = reader.GetValue(column);
        switch (value)
        {
            case double number:
                var format = reader.GetNumberFormatIndex(column);
                if (!percents.TryGetValue(format, out var percent))
                    percents[format] = percent = reader.GetNumberFormatString(column)?.Contains('%', StringComparison.Ordinal) ?? false;
                return percent ? Math.Round(number * 100, 2).ToString("0.##", CultureInfo.InvariantCulture) + "%" : value;
            case int whole:
                return (double)whole;
            case "":
                return null;
            default:
                return value;
        }
    }
}
