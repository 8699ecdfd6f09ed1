using System.Globalization;
using System.Xml;
using Duban.Domain.Documents;

namespace Duban.Web.Documents.Import;

/// <summary>The cells of one row after another, for one walk through a sheet.</summary>
/// <param name="book">Its shared texts and formats.</param>
/// <param name="limits">How much is looked at.</param>
/// <param name="bare">True when a formula is to see the cells: it joins 0.05, not the 5% that is shown, so that a share has no value it could use.</param>
internal sealed class XlsxCells(XlsxBook book, ReadLimits limits, bool bare)
{
    // Kept from row to row, and clean between them.
    private Cell[] wide = new Cell[32];

    private readonly XlsxText texts = new(limits);

    /// <summary>True once a cell beyond the columns looked at held something.</summary>
    internal bool Cut { get; private set; }

    /// <summary>The row the reader stands on, to the last cell that holds anything, and how many were declared and hold nothing.</summary>
    internal (Cell[] Cells, int Blanks) Of(XmlReader xml)
    {
        var (last, column, blanks) = (-1, -1, 0);
        while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "row"))
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "c") continue;
            column++;
            if (Value(xml, ref column) is not { } value)
            {
                blanks++;
                continue;
            }
            if (column >= limits.Columns)
            {
                Cut = true;
                continue;
            }
            if (column >= wide.Length) Array.Resize(ref wide, Math.Min(limits.Columns, Math.Max(wide.Length * 2, column + 1)));
            wide[column] = new(value);
            last = Math.Max(last, column);
        }
        var own = wide[..(last + 1)];
        Array.Clear(wide, 0, own.Length);
        return (own, blanks);
    }

    private object? Value(XmlReader xml, ref int column)
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
            if (xml.LocalName == "v") value = texts.Of(xml);
            else if (xml.LocalName == "f") formula = texts.Of(xml);
            else if (xml.LocalName == "is") (value, rich) = (texts.Rich(xml), true);
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
        "str" or "inlineStr" => XlsxText.Unescaped(value),
        "b" => value is "1" or "true",
        "e" => new CellError(value.Length < 20 ? value : "#ERROR!"),
        "d" => DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var instant) ? instant : value,
        _ => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? Numeric(number, style) : value,
    };

    private object Numeric(double number, int style) => book.Styles[style] switch
    {
        NumberKind.Percent when bare => new CellError("#ERROR!"),
        NumberKind.Percent => Math.Round(number * 100, 2).ToString("0.##", CultureInfo.InvariantCulture) + "%",
        NumberKind.Duration when Math.Abs(number) < 1_000_000 => TimeSpan.FromSeconds(Math.Round(number * 86_400)),
        NumberKind.Date when ClerkDate.FromSerial(number, book.Epoch1904) is { } day =>
            day.ToDateTime(default).AddSeconds(Math.Round((number - Math.Floor(number)) * 86_400)),
        _ => number,
    };

    private static int? ColumnOf(string name)
    {
        var (column, at) = (0, 0);
        for (; at < name.Length && at < 3 && char.IsAsciiLetter(name[at]); at++) column = column * 26 + (name[at] & 0x1F);
        return at > 0 ? column - 1 : null;
    }
}
