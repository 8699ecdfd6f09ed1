using System.Globalization;
using System.IO.Compression;
using System.Xml;

namespace Duban.Web.Documents.Import;

/// <summary>The rows of one sheet of an .xlsx, read forward; a sheet with formulas nobody calculated is walked once before for what they refer to.</summary>
internal sealed class XlsxRows(ZipArchiveEntry part, XlsxBook book, ReadLimits limits, string name)
{
    /// <summary>Rows that hold anything; each walk has a state of its own.</summary>
    /// <param name="uncalculated">True when formulas without a value are to be worked out first.</param>
    /// <param name="left">What could not be read is told here.</param>
    internal IEnumerable<SheetRow> Read(bool uncalculated, List<ReadFailure> left)
    {
        // Both walks meet the same limits, and only one of them is to tell.
        var worked = uncalculated ? Formulas.WorkOut(Walk([])) : null;
        var used = 0;
        foreach (var row in Walk(left))
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
    }

    private IEnumerable<SheetRow> Walk(List<ReadFailure> left)
    {
        using var stream = part.Open();
        using var xml = XmlReader.Create(stream, PackageParts.Strict(part.Length));
        var cells = new XlsxCells(book, limits);
        var (number, blank) = (0, 0L);
        while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "sheetData"))
        {
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
            var (own, blanks) = empty ? ([], 0) : cells.Of(xml);
            blank = own.Length > 0 ? 0 : blank + blanks + 8;
            if (own.Length > 0) yield return new(number, own, hidden);
            // A blank row costs what it declares: a sheet that declares too much has ended.
            if (blank <= limits.BlankCells) continue;
            left.Add(new("sheet.blank_lines", name, Address.Of(number, 0), number));
            break;
        }
        if (cells.Cut) left.Add(new("sheet.columns_cut", name, Address.Of(1, limits.Columns), limits.Columns));
    }
}
