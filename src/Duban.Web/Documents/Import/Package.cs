using System.IO.Compression;

namespace Duban.Web.Documents.Import;

/// <summary>A zip package, looked over before anything is parsed: what it is, how much it unpacks to, what it smuggles.</summary>
internal static class Package
{
    private const int AlwaysSmall = 16 << 20;

    internal static Opened Open(WorkbookSource file, ReadLimits limits, CancellationToken ct)
    {
        using var zip = new ZipArchive(ExcelSheets.Stream(file), ZipArchiveMode.Read);
        if (zip.Entries.Count > limits.Parts) return new ReadFailure("file.zip_bomb", Args: [zip.Entries.Count]);
        if (zip.Entries.Any(e => IsBomb(e, limits)) || zip.Entries.Sum(e => e.Length) > limits.UnpackedBytes)
            return new ReadFailure("file.zip_bomb", Args: [zip.Entries.Max(e => e.Length) >> 20]);
        var parts = new PackageParts(zip);
        if (Other(zip, parts) is { } other) return other;
        if (XlsxBook.Begin(parts) is not { } begin) return new ReadFailure(parts["xl/workbook.bin"] is null ? "file.not_a_workbook" : "file.is_binary_workbook");
        if (begin.Part.FullName.EndsWith(".bin", StringComparison.OrdinalIgnoreCase)) return new ReadFailure("file.is_binary_workbook");
        foreach (var part in zip.Entries.Where(IsXml))
            if (DeclaresTypes(part)) return new ReadFailure("file.dtd", Args: [part.FullName]);

        var opened = XlsxBook.Open(parts, begin, file, limits, ct);
        return opened.Workbook is null ? opened : opened.Workbook with { Left = [.. opened.Workbook.Left, .. Aside(zip)] };
    }

    /// <summary>True for a part that is parsed as XML.</summary>
    internal static bool IsXml(ZipArchiveEntry part) =>
        part.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || part.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);

    private static bool IsBomb(ZipArchiveEntry e, ReadLimits limits) =>
        e.Length > limits.UnpackedBytes || (e.Length > AlwaysSmall && e.Length / Math.Max(e.CompressedLength, 1) > limits.Ratio);

    // What it is by what it is made of, where it is no package of parts or one of a text.
    private static ReadFailure? Other(ZipArchive zip, PackageParts parts)
    {
        if (parts["[Content_Types].xml"] is null) return new ReadFailure(
            zip.Entries.Any(e => e.FullName.EndsWith(".iwa", StringComparison.OrdinalIgnoreCase)) || parts["Index.zip"] is not null ? "file.is_numbers"
            : parts["OFD.xml"] is not null ? "file.is_ofd"
            : parts["mimetype"] is { } kind ? Says(kind, "spreadsheet") ? "file.is_opendocument" : "file.is_word"
            : "file.is_archive");
        return zip.Entries.Any(e => e.FullName.StartsWith("word/", StringComparison.OrdinalIgnoreCase)) ? new ReadFailure("file.is_word") : null;
    }

    private static bool Says(ZipArchiveEntry part, string word)
    {
        using var reader = new StreamReader(part.Open());
        var start = new char[200];
        return new string(start, 0, reader.ReadBlock(start)).Contains(word, StringComparison.Ordinal);
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
}
