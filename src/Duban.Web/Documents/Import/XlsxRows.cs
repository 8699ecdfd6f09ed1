using System.Globalization;
using System.IO.Compression;
using System.Xml;
using Duban.Domain.Documents;

namespace Duban.Web.Documents.Import;

/// <summary>The rows of one sheet of an .xlsx, read once and forward.</summary>
internal sealed class XlsxRows(ZipArchiveEntry part, XlsxBook book, ReadLimits limits)
{
    private Cell[] cells = new Cell[32];
    private int last, column, beyond;
    private long blank;

    /// <summary>Rows that hold anything.</summary>
    /// <param name="name">The sheet's name, for what is told.</param>
    /// <param name="uncalculated">True when formulas without a value are to be worked out first.</param>
    /// <param name="left">What could not be read is told here.</param>
    internal IEnumerable<SheetRow> Read(string name, bool uncalculated, List<ReadFailure> left)
    {
        var worked = uncalculated ? Formulas.WorkOut(Walk([], name)) : null;
        var used = 0;
        foreach (var row in Walk(left, name))
        {
            for (var c = 0; worked is not null && c < row.Cells.Length; c++)
                if (row.Cells[c].Error is { Sign: CellError.Uncalculated } && worked.TryGetValue((row.Number, c), out var value))
                {
                    row.Cells[c] = value;
                    used++;
                }
            yield return row;
        }
        if (used > 0) left.Add(new("sheet.formulas_worked_out", name, null, used));
        if (beyond > 0) left.Add(new("sheet.columns_cut", name, Address.Of(1, limits.Columns), limits.Columns));
    }

    private IEnumerable<SheetRow> Walk(List<ReadFailure> left, string name)
    {
        using var stream = part.Open();
        using var xml = XmlReader.Create(stream, PackageParts.Strict(part.Length));
        var number = 0;
        (blank, beyond) = (0, 0);
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "sheetData") yield break;
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "row") continue;
            number++;
            var hidden = false;
            var empty = xml.IsEmptyElement;
            while (xml.MoveToNextAttribute())
                switch (xml.LocalName)
                {
                    case "r" when int.TryParse(xml.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var r):
                        number = r;
                        break;
                    case "hidden":
                        hidden |= xml.Value is "1" or "true";
                        break;
                    case "ht":
                        hidden |= xml.Value == "0";
                        break;
                }
            if (!empty) Row(xml);
            if (!empty && last >= 0)
            {
                blank = 0;
                var own = new Cell[last + 1];
                Array.Copy(cells, own, own.Length);
                Array.Clear(cells, 0, own.Length);
                yield return new(number, own, hidden);
            }
            // A blank row costs what it declares: a sheet that declares too much has ended.
            else if ((blank += 8) > limits.BlankCells)
            {
                left.Add(new("sheet.blank_lines", name, Address.Of(number, 0), number));
                yield break;
            }
        }
    }

    private void Row(XmlReader xml)
    {
        (last, column) = (-1, -1);
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "row") return;
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "c") continue;
            column++;
            if (ReadCell(xml) is not { } value)
            {
                blank++;
                continue;
            }
            if (column >= limits.Columns)
            {
                beyond = column;
                continue;
            }
            if (column >= cells.Length) Array.Resize(ref cells, Math.Min(limits.Columns, Math.Max(cells.Length * 2, column + 1)));
            cells[column] = new(value);
            last = Math.Max(last, column);
        }
    }

    private object? ReadCell(XmlReader xml)
    {
        var (style, type, empty) = (0, "n", xml.IsEmptyElement);
        while (xml.MoveToNextAttribute())
            switch (xml.LocalName)
            {
                case "r":
                    column = ColumnOf(xml.Value) ?? column;
                    break;
                case "s":
                    _ = int.TryParse(xml.Value, NumberStyles.None, CultureInfo.InvariantCulture, out style);
                    break;
                case "t":
                    type = xml.Value;
                    break;
            }
        if (empty) return null;
        string? value = null, formula = null;
        var rich = false;
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "c") break;
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "v") value = Inner(xml);
            else if (xml.LocalName == "f") formula = Inner(xml);
            else if (xml.LocalName == "is") (value, rich) = (XlsxBook.RichText(xml), true);
        }
        // =IF(A2="","",…) has been calculated, and came to no text.
        if (formula is not null && (value is null || (value.Length == 0 && type != "str"))) return new CellError(type == "e" ? "#ERROR!" : CellError.Uncalculated, formula);
        return string.IsNullOrEmpty(value) ? null : rich ? value : Typed(type, value, style);
    }

    private object? Typed(string type, string value, int style) => type switch
    {
        "s" => int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) && book.Text(number) is { } shared
            ? shared.Length == 0 ? null : shared
            : new CellError("#ERROR!"),
        "str" or "inlineStr" => XlsxBook.Unescaped(value),
        "b" => value is "1" or "true",
        "e" => new CellError(value.Length < 20 ? value : "#ERROR!"),
        "d" => DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var instant) ? instant : value,
        _ => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? Numeric(number, style) : value,
    };

    private object Numeric(double number, int style) => book.Styles[style] switch
    {
        NumberKind.Percent => Math.Round(number * 100, 2).ToString("0.##", CultureInfo.InvariantCulture) + "%",
        NumberKind.Duration when Math.Abs(number) < 1_000_000 => TimeSpan.FromSeconds(Math.Round(number * 86_400)),
        NumberKind.Date when ClerkDate.FromSerial(number, book.Epoch1904) is { } day =>
            day.ToDateTime(default).AddSeconds(Math.Round((number - Math.Floor(number)) * 86_400)),
        _ => number,
    };

    private static string Inner(XmlReader xml)
    {
        if (xml.IsEmptyElement) return "";
        var text = "";
        for (var depth = xml.Depth; xml.Read() && xml.Depth > depth;)
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
                text = text.Length == 0 ? xml.Value : text + xml.Value;
        return text;
    }

    private static int? ColumnOf(string name)
    {
        var (column, at) = (0, 0);
        for (; at < name.Length && at < 3 && char.IsAsciiLetter(name[at]); at++) column = column * 26 + (name[at] & 0x1F);
        return at > 0 ? column - 1 : null;
    }
}
