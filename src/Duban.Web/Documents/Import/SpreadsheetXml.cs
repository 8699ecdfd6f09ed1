using System.Globalization;
using System.Xml;

namespace Duban.Web.Documents.Import;

/// <summary>SpreadsheetML of Excel 2003, which many systems export under the name .xls.</summary>
internal static class SpreadsheetXml
{
    internal static Opened Open(WorkbookSource file, ReadLimits limits)
    {
        using var stream = ExcelSheets.Stream(file);
        using var xml = XmlReader.Create(stream, PackageParts.Strict(file.Content.Length));
        var sheets = new List<Sheet>();
        var epoch1904 = false;
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.Depth == 0 && xml.LocalName is not ("Workbook" or "wordDocument" or "package"))
                return new ReadFailure("file.is_xml", Args: [xml.LocalName]);
            if (xml.LocalName is "wordDocument" or "package") return new ReadFailure("file.is_xml", Args: [xml.LocalName]);
            if (xml.LocalName == "Date1904") epoch1904 = true;
            if (xml.LocalName == "Worksheet") sheets.Add(ReadSheet(xml, limits));
        }
        return sheets.Count > 0 ? new Workbook(sheets, epoch1904) : new ReadFailure("file.is_xml", Args: ["Workbook"]);
    }

    private static Sheet ReadSheet(XmlReader xml, ReadLimits limits)
    {
        var name = Attribute(xml, "Name") ?? "Sheet";
        var (rows, merges, hidden) = (new List<SheetRow>(), new List<Merge>(), false);
        var row = 0;
        if (!xml.IsEmptyElement)
            for (var depth = xml.Depth; xml.Read() && xml.Depth > depth;)
            {
                if (xml.NodeType != XmlNodeType.Element) continue;
                if (xml.LocalName == "Visible") hidden = xml.ReadElementContentAsString().Contains("Hidden", StringComparison.Ordinal);
                if (xml.LocalName != "Row") continue;
                // A row that goes back follows the one before.
                row = Int(xml, "Index") is { } index && index > row ? index : row + 1;
                var fold = Attribute(xml, "Hidden") == "1";
                var cells = xml.IsEmptyElement ? [] : ReadRow(xml, row, merges, limits);
                if (cells.Exists(c => !c.IsBlank)) rows.Add(new(row, [.. cells], fold));
            }
        return new Sheet(name, hidden, merges, rows);
    }

    private static List<Cell> ReadRow(XmlReader xml, int row, List<Merge> merges, ReadLimits limits)
    {
        var cells = new List<Cell>();
        var column = 0;
        for (var depth = xml.Depth; xml.Read() && xml.Depth > depth;)
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "Cell") continue;
            column = Int(xml, "Index") - 1 ?? column;
            var (across, down) = (Int(xml, "MergeAcross") ?? 0, Int(xml, "MergeDown") ?? 0);
            if (across > 0 || down > 0) merges.Add(new(row, column, row + down, column + across));
            var value = xml.IsEmptyElement ? null : ReadCell(xml);
            if (column >= 0 && column < limits.Columns)
            {
                while (cells.Count < column) cells.Add(default);
                if (cells.Count == column) cells.Add(new(value));
            }
            column += across + 1;
        }
        return cells;
    }

    private static object? ReadCell(XmlReader xml)
    {
        object? value = null;
        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            // A comment has data of its own, further in.
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "Data" || xml.IsEmptyElement || xml.Depth > depth + 1) continue;
            var type = Attribute(xml, "Type");
            var text = Inner(xml);
            value = type switch
            {
                "Number" when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
                "DateTime" when DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant) => instant,
                "Boolean" => text == "1",
                "Error" => new CellError(text),
                _ => text.Length == 0 ? null : text,
            };
        }
        return value;
    }

    private static string Inner(XmlReader xml)
    {
        var text = new System.Text.StringBuilder();
        for (var depth = xml.Depth; xml.Read() && xml.Depth > depth;)
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace) text.Append(xml.Value);
        return text.ToString();
    }

    private static string? Attribute(XmlReader xml, string name) =>
        xml.GetAttribute(name, "urn:schemas-microsoft-com:office:spreadsheet") ?? xml.GetAttribute(name);

    private static int? Int(XmlReader xml, string name) =>
        int.TryParse(Attribute(xml, name), NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n <= 1_048_576 ? n : null;
}
