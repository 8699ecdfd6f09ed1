using System.IO.Compression;
using System.Xml;

namespace Duban.Web.Documents.Import;

/// <summary>What one part of a package says of another.</summary>
/// <param name="Id">The name it is asked for by.</param>
/// <param name="Kind">The last word of its type: <c>worksheet</c>, <c>sharedStrings</c>, <c>styles</c>.</param>
/// <param name="Path">Where it stands in the package.</param>
internal readonly record struct Relation(string Id, string Kind, string Path);

/// <summary>The parts of a package as their relationships name them: under any name, in any case, by relative or absolute targets.</summary>
internal sealed class PackageParts
{
    private readonly Dictionary<string, ZipArchiveEntry> parts = new(StringComparer.OrdinalIgnoreCase);

    internal PackageParts(ZipArchive zip)
    {
        foreach (var entry in zip.Entries) parts.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry);
    }

    /// <summary>The part at a path; null when there is none.</summary>
    internal ZipArchiveEntry? this[string path] => parts.GetValueOrDefault(path);

    /// <summary>No document types, nothing fetched, and no more characters than the package's directory says the part has bytes.</summary>
    internal static XmlReaderSettings Strict(long length) => new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = Math.Max(1, length),
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    /// <summary>What a part relates to; the package itself is the part without a name.</summary>
    internal List<Relation> Of(string part)
    {
        var folder = part[..(part.LastIndexOf('/') + 1)];
        var relations = new List<Relation>();
        if (this[$"{folder}_rels/{part[folder.Length..]}.rels"] is not { } entry) return relations;
        using var stream = entry.Open();
        using var xml = XmlReader.Create(stream, Strict(entry.Length));
        while (xml.Read())
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "Relationship" } && xml.GetAttribute("TargetMode") != "External"
                && xml.GetAttribute("Id") is { } id && xml.GetAttribute("Target") is { } target)
                relations.Add(new(id, (xml.GetAttribute("Type") ?? "").Split('/')[^1], PathOf(folder, target)));
        return relations;
    }

    /// <summary>The part that a relation of this kind leads to, or else the one under the usual name.</summary>
    internal ZipArchiveEntry? Find(IEnumerable<Relation> relations, string kind, string usual) =>
        relations.Where(r => r.Kind == kind).Select(r => this[r.Path]).FirstOrDefault(p => p is not null) ?? this[usual];

    private static string PathOf(string folder, string target)
    {
        var path = Uri.UnescapeDataString(target).Replace('\\', '/');
        var steps = new List<string>();
        foreach (var step in (path.StartsWith('/') ? path : folder + path).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step == "." || (step == ".." && steps.Count == 0)) continue;
            if (step == "..") steps.RemoveAt(steps.Count - 1);
            else steps.Add(step);
        }
        return string.Join('/', steps);
    }
}
