using System.IO.Compression;
using System.Text;

namespace Duban.Web.Documents.Import;

/// <summary>Workbooks saved as "Strict Open XML": the same parts under other namespace names, which the reader does not know.</summary>
internal static class StrictNames
{
    /// <summary>The strict name of a sheet's own vocabulary.</summary>
    internal const string Main = "http://purl.oclc.org/ooxml/spreadsheetml/main";

    private static readonly (string Strict, string Usual)[] Names =
    [
        (Main, "http://schemas.openxmlformats.org/spreadsheetml/2006/main"),
        ("http://purl.oclc.org/ooxml/officeDocument/relationships", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    ];

    /// <summary>The same workbook under the usual names; its size was looked at before.</summary>
    internal static WorkbookSource Usual(WorkbookSource file, ZipArchive zip)
    {
        using var memory = new MemoryStream();
        using (var copy = new ZipArchive(memory, ZipArchiveMode.Create, true))
            foreach (var part in zip.Entries.Where(Package.IsXml))
            {
                using var reader = new StreamReader(part.Open());
                using var writer = new StreamWriter(copy.CreateEntry(part.FullName, CompressionLevel.Fastest).Open(), new UTF8Encoding(false));
                writer.Write(Names.Aggregate(reader.ReadToEnd(), (text, name) => text.Replace(name.Strict, name.Usual, StringComparison.Ordinal)));
            }
        return file with { Content = memory.ToArray() };
    }
}
