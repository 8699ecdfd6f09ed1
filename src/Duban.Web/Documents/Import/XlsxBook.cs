using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Duban.Web.Documents.Import;

/// <summary>An .xlsx: which sheets it has, its shared texts and its formats. Names of namespaces are not looked at, so that "Strict Open XML" reads as well.</summary>
internal sealed partial class XlsxBook
{
    private readonly List<string> texts = [];

    private XlsxBook(XlsxStyles styles) => Styles = styles;

    private readonly record struct Tab(string Name, bool Hidden, string? Path);

    /// <summary>True when days are counted from 1904.</summary>
    internal bool Epoch1904 { get; private set; }

    /// <summary>What the numbers of a style are.</summary>
    internal XlsxStyles Styles { get; }

    /// <summary>A shared text by its number; null when there is none.</summary>
    internal string? Text(int number) => number >= 0 && number < texts.Count ? texts[number] : null;

    /// <summary>Opens a workbook whose package was looked over before.</summary>
    /// <param name="parts">The parts, needed only until this returns: whoever walks the sheets opens the file anew and closes it at the end.</param>
    /// <param name="begin">The part that is the workbook, and where it stands.</param>
    /// <param name="file">The file itself, for the walk through its sheets.</param>
    /// <param name="limits">How much a sheet may hold.</param>
    internal static Opened Open(PackageParts parts, (string Path, ZipArchiveEntry Part) begin, WorkbookSource file, ReadLimits limits)
    {
        var relations = parts.Of(begin.Path);
        var book = new XlsxBook(XlsxStyles.Read(parts.Find(relations, "styles", "xl/styles.xml")));
        if (book.Tabs(begin.Part, relations) is not { Count: > 0 } tabs) return new ReadFailure("file.not_a_workbook");
        if (parts.Find(relations, "sharedStrings", "xl/sharedStrings.xml") is { } shared) book.ReadTexts(shared);
        return new Workbook(book.Sheets(file, tabs, limits), book.Epoch1904);
    }

    /// <summary>The part that is the workbook, and where it stands.</summary>
    internal static (string Path, ZipArchiveEntry Part)? Begin(PackageParts parts)
    {
        foreach (var path in parts.Of("").Where(r => r.Kind == "officeDocument").Select(r => r.Path).Append("xl/workbook.xml"))
            if (parts[path] is { } part) return (path, part);
        return null;
    }

    /// <summary>True when that part really is a workbook: a text document and a slide show begin in the same way.</summary>
    internal static bool IsWorkbook(ZipArchiveEntry part)
    {
        using var stream = part.Open();
        using var xml = XmlReader.Create(stream, PackageParts.Strict(part.Length));
        return xml.MoveToContent() == XmlNodeType.Element && xml.LocalName == "workbook";
    }

    /// <summary>The text of a shared string or of one kept in its cell: its runs joined, without the reading aids beside them.</summary>
    internal static string RichText(XmlReader xml)
    {
        if (xml.IsEmptyElement) return "";
        string? only = null;
        StringBuilder? more = null;
        var aside = false;
        for (var depth = xml.Depth; xml.Read() && xml.Depth > depth;)
        {
            if (xml.LocalName == "rPh") aside = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
            if (aside) continue;
            if (xml.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)) continue;
            if (only is null) only = xml.Value;
            else (more ??= new StringBuilder(only)).Append(xml.Value);
        }
        return Unescaped(more?.ToString() ?? only ?? "");
    }

    /// <summary>_x000D_ is how a character that XML cannot hold is written.</summary>
    internal static string Unescaped(string text) =>
        text.Contains("_x", StringComparison.Ordinal) ? Escape.Replace(text, m => ((char)Convert.ToInt32(m.Groups[1].Value, 16)).ToString()) : text;

    private void ReadTexts(ZipArchiveEntry part)
    {
        using var stream = part.Open();
        using var xml = XmlReader.Create(stream, PackageParts.Strict(part.Length));
        while (xml.Read())
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "si" }) texts.Add(RichText(xml));
    }

    private List<Tab> Tabs(ZipArchiveEntry main, List<Relation> relations)
    {
        var tabs = new List<Tab>();
        using var stream = main.Open();
        using var xml = XmlReader.Create(stream, PackageParts.Strict(main.Length));
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.Depth == 0 && xml.LocalName != "workbook") return [];
            if (xml.LocalName == "workbookPr") Epoch1904 = xml.GetAttribute("date1904") is "1" or "true";
            if (xml.LocalName != "sheet") continue;
            var (name, hidden) = (xml.GetAttribute("name") ?? "", xml.GetAttribute("state") is "hidden" or "veryHidden");
            string? id = null;
            while (xml.MoveToNextAttribute())
                if (xml.LocalName == "id") id = xml.Value;
            var relation = relations.Find(r => r.Id == id);
            // A chart on a tab of its own holds no list.
            if (relation.Kind is null or "worksheet") tabs.Add(new(name, hidden, relation.Path));
        }
        return tabs;
    }

    private IEnumerable<Sheet> Sheets(WorkbookSource file, List<Tab> tabs, ReadLimits limits)
    {
        using var zip = new ZipArchive(ExcelSheets.Stream(file), ZipArchiveMode.Read);
        var parts = new PackageParts(zip);
        foreach (var tab in tabs)
        {
            if (tab.Path is null || parts[tab.Path] is not { } part) throw new InvalidDataException($"no part for the sheet {tab.Name}");
            var survey = SheetSurvey.Of(part);
            var left = new List<ReadFailure>();
            yield return new Sheet(tab.Name, tab.Hidden, survey.Merges, new XlsxRows(part, this, limits, tab.Name).Read(survey.Uncalculated, left)) { Left = left };
        }
    }

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_")]
    private static partial Regex Escape { get; }
}
