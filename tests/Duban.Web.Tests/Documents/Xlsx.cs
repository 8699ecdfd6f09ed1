using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace Duban.Web.Tests.Documents;

/// <summary>Writes the smallest workbook that holds what a test wants to say, down to the single tag.</summary>
internal sealed class Xlsx
{
    private readonly List<(string Name, string State, string Xml)> sheets = [];
    private readonly Dictionary<string, string> parts = [];
    private bool epoch1904;

    /// <summary>A cell written as given, e.g. an error.</summary>
    internal sealed record Raw(string Xml);

    internal Xlsx Epoch1904()
    {
        epoch1904 = true;
        return this;
    }

    internal Xlsx Part(string path, string content)
    {
        parts[path] = content;
        return this;
    }

    internal Xlsx Sheet(string name, object?[][] rows, string[]? merges = null, string state = "visible", int firstRow = 1)
    {
        var xml = new StringBuilder();
        for (var r = 0; r < rows.Length; r++)
        {
            xml.Append(CultureInfo.InvariantCulture, $"<row r=\"{firstRow + r}\">");
            for (var c = 0; c < rows[r].Length; c++) xml.Append(Cell(Web.Documents.Import.Address.Of(firstRow + r, c), rows[r][c]));
            xml.Append("</row>");
        }
        var spans = merges is null ? "" : $"<mergeCells>{string.Concat(merges.Select(m => $"<mergeCell ref=\"{m}\"/>"))}</mergeCells>";
        return SheetXml(name, $"<sheetData>{xml}</sheetData>{spans}", state);
    }

    internal Xlsx SheetXml(string name, string inner, string state = "visible")
    {
        sheets.Add((name, state, inner));
        return this;
    }

    /// <summary>A package of these parts and nothing else.</summary>
    internal static byte[] Zip(params (string Path, string Content)[] parts)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, true))
            foreach (var (path, content) in parts)
            {
                using var part = zip.CreateEntry(path).Open();
                part.Write(Encoding.UTF8.GetBytes(content));
            }
        return stream.ToArray();
    }

    internal byte[] Bytes(CompressionLevel level = CompressionLevel.Fastest)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, true))
        {
            Add(zip, level, "[Content_Types].xml", $"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>""");
            Add(zip, level, "_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            var list = string.Concat(sheets.Select((s, i) => $"<sheet name=\"{SecurityElement.Escape(s.Name)}\" sheetId=\"{i + 1}\" state=\"{s.State}\" r:id=\"s{i + 1}\"/>"));
            Add(zip, level, "xl/workbook.xml", $"""<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><workbookPr date1904="{(epoch1904 ? 1 : 0)}"/><sheets>{list}</sheets></workbook>""");
            var rels = string.Concat(sheets.Select((_, i) => $"<Relationship Id=\"s{i + 1}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet{i + 1}.xml\"/>"));
            Add(zip, level, "xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rels}<Relationship Id="st" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>""");
            Add(zip, level, "xl/styles.xml", """<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="9" applyNumberFormat="1"/></cellXfs></styleSheet>""");
            for (var i = 0; i < sheets.Count; i++)
                Add(zip, level, $"xl/worksheets/sheet{i + 1}.xml", $"""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{sheets[i].Xml}</worksheet>""");
            foreach (var (path, content) in parts) Add(zip, level, path, content);
        }
        return stream.ToArray();
    }

    /// <summary>The same book with its parts under other paths or with other texts.</summary>
    internal static byte[] Rewritten(byte[] book, Func<string, string> path, Func<string, string, string>? text = null)
    {
        using var stream = new MemoryStream();
        using (var from = new ZipArchive(new MemoryStream(book)))
        using (var to = new ZipArchive(stream, ZipArchiveMode.Create, true))
            foreach (var part in from.Entries)
            {
                using var reader = new StreamReader(part.Open());
                using var writer = new StreamWriter(to.CreateEntry(path(part.FullName)).Open());
                writer.Write(text is null ? reader.ReadToEnd() : text(part.FullName, reader.ReadToEnd()));
            }
        return stream.ToArray();
    }

    private string Cell(string at, object? value) => value switch
    {
        null => "",
        Raw raw => raw.Xml.Replace("@", at, StringComparison.Ordinal),
        DateOnly day => $"<c r=\"{at}\" s=\"1\"><v>{day.DayNumber - new DateOnly(1899, 12, 30).DayNumber - (epoch1904 ? 1462 : 0)}</v></c>",
        string text => $"<c r=\"{at}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{SecurityElement.Escape(text)}</t></is></c>",
        IFormattable number => $"<c r=\"{at}\"><v>{number.ToString(null, CultureInfo.InvariantCulture)}</v></c>",
        _ => throw new ArgumentException($"{value}"),
    };

    private static void Add(ZipArchive zip, CompressionLevel level, string path, string content)
    {
        using var stream = zip.CreateEntry(path, level).Open();
        stream.Write(Encoding.UTF8.GetBytes(content.StartsWith('<') && !content.StartsWith("<?", StringComparison.Ordinal) && !content.StartsWith("<!", StringComparison.Ordinal)
            ? "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + content : content));
    }
}
