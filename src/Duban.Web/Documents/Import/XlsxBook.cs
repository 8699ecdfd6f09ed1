using System.IO.Compression;
using System.Xml;

namespace Duban.Web.Documents.Import;

/// <summary>An .xlsx: which sheets it has, its shared texts and its formats. Names of namespaces are not looked at, so that "Strict Open XML" reads as well.</summary>
internal sealed class XlsxBook
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
    /// <param name="ct">Ends the walk when nobody waits for it.</param>
    internal static Opened Open(PackageParts parts, (string Path, ZipArchiveEntry Part) begin, WorkbookSource file, ReadLimits limits, CancellationToken ct)
    {
        var relations = parts.Of(begin.Path);
        var book = new XlsxBook(XlsxStyles.Read(parts.Find(relations, "styles", "xl/styles.xml")));
        if (book.Tabs(begin.Part, relations, limits) is not { Count: > 0 } tabs) return new ReadFailure("file.not_a_workbook");
        if (tabs.Count > limits.Parts) return new ReadFailure("file.zip_bomb", Args: [tabs.Count]);
        if (parts.Find(relations, "sharedStrings", "xl/sharedStrings.xml") is { } shared) book.ReadTexts(shared, limits);
        // A few bytes of tabs that lead to one part would have it read a thousand times.
        var apart = tabs.DistinctBy(t => t.Path ?? t.Name, StringComparer.OrdinalIgnoreCase).ToList();
        IReadOnlyList<ReadFailure> left = apart.Count < tabs.Count ? [new("file.tabs_twice", Args: [tabs.Count - apart.Count])] : [];
        return new Workbook(book.Sheets(file, apart, limits, ct), book.Epoch1904) { Left = left };
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

    private void ReadTexts(ZipArchiveEntry part, ReadLimits limits)
    {
        using var stream = part.Open();
        using var xml = XmlReader.Create(stream, PackageParts.Strict(part.Length));
        var shared = new XlsxText(limits);
        while (xml.Read())
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "si" }) texts.Add(shared.Rich(xml));
    }

    private List<Tab> Tabs(ZipArchiveEntry main, List<Relation> relations, ReadLimits limits)
    {
        var (tabs, targets) = (new List<Tab>(), relations.DistinctBy(r => r.Id).ToDictionary(r => r.Id));
        using var stream = main.Open();
        using var xml = XmlReader.Create(stream, PackageParts.Strict(main.Length));
        while (tabs.Count <= limits.Parts && xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.Depth == 0 && xml.LocalName != "workbook") return [];
            if (xml.LocalName == "workbookPr") Epoch1904 = xml.GetAttribute("date1904") is "1" or "true";
            if (xml.LocalName != "sheet") continue;
            var (name, hidden) = (xml.GetAttribute("name") ?? "", xml.GetAttribute("state") is "hidden" or "veryHidden");
            string? id = null;
            while (xml.MoveToNextAttribute())
                if (xml.LocalName == "id") id = xml.Value;
            var relation = targets.GetValueOrDefault(id ?? "");
            // A chart on a tab of its own holds no list.
            if (relation.Kind is null or "worksheet") tabs.Add(new(name, hidden, relation.Path));
        }
        return tabs;
    }

    private IEnumerable<Sheet> Sheets(WorkbookSource file, List<Tab> tabs, ReadLimits limits, CancellationToken ct)
    {
        using var zip = new ZipArchive(ExcelSheets.Stream(file), ZipArchiveMode.Read);
        var parts = new PackageParts(zip);
        foreach (var tab in tabs)
        {
            if (tab.Path is null || parts[tab.Path] is not { } part) throw new InvalidDataException($"no part for the sheet {tab.Name}");
            var survey = SheetSurvey.Of(part, limits);
            var left = new List<ReadFailure>();
            if (survey.More) left.Add(new("sheet.merges_cut", tab.Name, null, limits.Merges));
            if (survey.NoRanges is [var none, ..]) left.Add(new("sheet.merges_none", tab.Name, none, string.Join("、", survey.NoRanges.Take(10)), survey.NoRanges.Count));
            yield return new Sheet(tab.Name, tab.Hidden, survey.Merges, new XlsxRows(part, this, limits, tab.Name).Read(survey.Uncalculated, left, ct)) { Left = left };
        }
    }
}
