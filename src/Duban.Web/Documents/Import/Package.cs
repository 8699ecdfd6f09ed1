using System.Collections.Frozen;
using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace Duban.Web.Documents.Import;

/// <summary>A zip package, looked over before anything is parsed: what it is, how much it unpacks to, what it smuggles.</summary>
internal static class Package
{
    private const int AlwaysSmall = 16 << 20;

    internal static Opened Open(WorkbookSource file, ReadLimits limits)
    {
        using var zip = new ZipArchive(ExcelSheets.Stream(file), ZipArchiveMode.Read);
        if (zip.Entries.Count > limits.Parts) return new ReadFailure("file.zip_bomb", Args: [zip.Entries.Count]);
        if (zip.Entries.Any(e => IsBomb(e, limits)) || zip.Entries.Sum(e => e.Length) > limits.UnpackedBytes)
            return new ReadFailure("file.zip_bomb", Args: [zip.Entries.Max(e => e.Length) >> 20]);
        if (Other(zip) is { } other) return other;
        foreach (var part in zip.Entries.Where(IsXml))
            if (DeclaresTypes(part)) return new ReadFailure("file.dtd", Args: [part.FullName]);

        var book = zip.GetEntry("xl/workbook.xml");
        if (book is null) return ExcelSheets.Open(file, limits, FrozenDictionary<int, FrozenDictionary<(int, int), string>>.Empty, false);
        var workbook = Load(book);
        if (workbook.Root?.Name.NamespaceName == StrictNames.Main) return Open(StrictNames.Usual(file, zip), limits);
        var epoch1904 = workbook.Descendants().Any(e => e.Name.LocalName == "workbookPr" && (string?)e.Attribute("date1904") is "1" or "true");
        var errors = new Dictionary<int, FrozenDictionary<(int, int), string>>();
        var number = 0;
        foreach (var part in SheetParts(zip, workbook))
        {
            if (part is not null && SheetFlaws.Find(part, limits) is { Count: > 0 } flaws) errors[number] = flaws.ToFrozenDictionary();
            number++;
        }
        var opened = ExcelSheets.Open(file, limits, errors, epoch1904);
        return opened.Workbook is null ? opened : opened.Workbook with { Left = [.. Aside(zip)] };
    }

    /// <summary>True for a part that is parsed as XML.</summary>
    internal static bool IsXml(ZipArchiveEntry part) =>
        part.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || part.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);

    private static bool IsBomb(ZipArchiveEntry e, ReadLimits limits) =>
        e.Length > limits.UnpackedBytes || (e.Length > AlwaysSmall && e.Length / Math.Max(e.CompressedLength, 1) > limits.Ratio);

    private static ReadFailure? Other(ZipArchive zip)
    {
        if (zip.GetEntry("[Content_Types].xml") is null)
            return new ReadFailure(zip.GetEntry("mimetype") is not null ? "file.is_opendocument" : "file.is_archive");
        if (zip.Entries.Any(e => e.FullName.StartsWith("word/", StringComparison.Ordinal))) return new ReadFailure("file.is_word");
        return zip.Entries.Any(e => e.FullName.StartsWith("xl/", StringComparison.OrdinalIgnoreCase)) ? null : new ReadFailure("file.not_a_workbook");
    }

    private static IEnumerable<ReadFailure> Aside(ZipArchive zip)
    {
        if (zip.Entries.Any(e => e.FullName.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase))) yield return new("file.macros_ignored");
        if (zip.Entries.Any(e => e.FullName.StartsWith("xl/externalLinks/", StringComparison.OrdinalIgnoreCase))) yield return new("file.links_ignored");
    }

    // A document type has no business in a workbook; its entities are how files are read off a server, or memory filled.
    private static bool DeclaresTypes(ZipArchiveEntry part)
    {
        Span<byte> start = stackalloc byte[2048];
        using var stream = part.Open();
        var length = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        var text = TextEncoding.Peek(start[..length], length) ?? "";
        return text.Contains("<!DOCTYPE", StringComparison.OrdinalIgnoreCase) || text.Contains("<!ENTITY", StringComparison.OrdinalIgnoreCase);
    }

    // The parts in the order of the tabs, as ExcelDataReader walks them.
    private static IEnumerable<ZipArchiveEntry?> SheetParts(ZipArchive zip, XDocument workbook)
    {
        var rels = zip.GetEntry("xl/_rels/workbook.xml.rels");
        if (rels is null) yield break;
        var targets = Load(rels).Descendants().Where(e => e.Name.LocalName == "Relationship" && e.Attribute("Id") is not null)
            .GroupBy(e => (string)e.Attribute("Id")!).ToDictionary(g => g.Key, g => (string?)g.First().Attribute("Target") ?? "");
        foreach (var sheet in workbook.Descendants().Where(e => e.Name.LocalName == "sheet"))
        {
            var id = sheet.Attributes().FirstOrDefault(a => a.Name.LocalName == "id")?.Value;
            var target = id is null ? "" : targets.GetValueOrDefault(id, "");
            yield return zip.GetEntry(target.StartsWith('/') ? target[1..] : "xl/" + target);
        }
    }

    private static XDocument Load(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var reader = XmlReader.Create(stream, SheetFlaws.Strict);
        return XDocument.Load(reader);
    }
}
