using System.Text.RegularExpressions;

namespace Duban.Web.Tests.House;

/// <summary>What the documents point at is there.</summary>
public sealed partial class Signposts
{
    [Fact]
    public void Every_file_that_a_document_names_is_in_the_repository()
    {
        var named = (from document in Repository.Below(["docs/", "README"], ".md")
                     from line in Repository.Lines(document)
                     from Match match in Named().Matches(line.Text)
                     select (Place: $"{document}:{line.Number}", Path: match.Groups[1].Value)).ToList();
        Assert.InRange(named.Count, 40, 500);
        Repository.None("Point at what is there:", named.Where(n => !IsThere(n.Path)).Select(n => $"{n.Place}: {n.Path}"));
    }

    private static bool IsThere(string path) =>
        Repository.Files.Any(f => f == path || f.EndsWith("/" + path, StringComparison.Ordinal) || (path[^1] == '/' && $"/{f}".Contains("/" + path, StringComparison.Ordinal)));

    // A path with a folder or a source file's name; addresses, commands and globs are something else.
    [GeneratedRegex(@"`((?:[\w.-]+/)+[\w.-]+\.(?:cs|md|json|resx|csv|xlsx|sql)|(?:[\w.-]+/){2,}|[\w.]+\.(?:cs|resx))`")]
    private static partial Regex Named();
}
