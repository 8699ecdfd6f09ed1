using System.Globalization;
using System.IO.Compression;
using System.Xml;

namespace Duban.Web.Documents.Import;

/// <summary>The rows of one sheet of an .xlsx, read forward; a sheet with formulas nobody calculated is walked once before for what they refer to.</summary>
internal sealed class XlsxRows(ZipArchiveEntry part, XlsxBook book, ReadLimits limits, string name)
{
    private const int LastRow = 1_048_576;

    /// <summary>Rows that hold anything; each walk has a state of its own.</summary>
    /// <param name="uncalculated">True when formulas without a value are to be worked out first.</param>
    /// <param name="left">What could not be read is told here.</param>
    /// <param name="ct">Ends the walk when nobody waits for it.</param>
    internal IEnumerable<SheetRow> Read(bool uncalculated, List<ReadFailure> left, CancellationToken ct)
    {
        // Both walks meet the same limits, and only one of them is to tell.
        var aside = new List<ReadFailure>();
        var worked = uncalculated ? Formulas.WorkOut(Walk(aside, true, ct), limits) : null;
        // A formula names rows by numbers that these rows do not have.
        if (aside.Exists(f => f.Code == "sheet.rows_renumbered")) worked = null;
        var used = 0;
        foreach (var row in Walk(left, false, ct))
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

    private IEnumerable<SheetRow> Walk(List<ReadFailure> left, bool bare, CancellationToken ct)
    {
        using var stream = part.Open();
        using var xml = XmlReader.Create(stream, PackageParts.Strict(part.Length));
        var cells = new XlsxCells(book, limits, bare);
        var (number, blank, renumbered, since) = (0, 0L, 0, 0);
        while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "sheetData"))
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "row") continue;
            ct.ThrowIfCancellationRequested();
            var before = number++;
            var hidden = false;
            var empty = xml.IsEmptyElement;
            while (xml.MoveToNextAttribute())
                switch (xml.LocalName)
                {
                    case "r" when int.TryParse(xml.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var r) && r > before && r <= LastRow:
                        number = r;
                        break;
                    // A row that goes back, or beyond the last one there can be, follows the one before.
                    case "r":
                        if (renumbered++ == 0) since = number;
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
        if (renumbered > 0) left.Add(new("sheet.rows_renumbered", name, null, renumbered, since));
        if (cells.Cut) left.Add(new("sheet.columns_cut", name, Address.Of(1, limits.Columns), limits.Columns));
    }
}
