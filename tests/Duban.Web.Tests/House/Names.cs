using System.Text.RegularExpressions;

namespace Duban.Web.Tests.House;

/// <summary>A file bears a word of the field, and the root stays a short table of contents.</summary>
public sealed partial class Names
{
    private const int RootEntries = 15;

    private static readonly string[] Empty = ["Helper", "Helpers", "Manager", "Managers", "Util", "Utils", "Utility", "Utilities", "Common", "Base", "Extensions"];

    [Fact]
    public void No_file_or_folder_has_a_name_that_says_nothing() => Repository.None(
        "Name it by what it is in the field, not by the drawer it lies in:",
        Repository.Below(["src/", "tests/", "bench/"], ".cs", ".razor")
            .Where(f => f.Split('/').SelectMany(part => Words().Matches(part)).Any(word => Empty.Contains(word.Value))));

    [Fact]
    public void The_root_is_a_short_table_of_contents()
    {
        var entries = Repository.Files.Select(f => f.Split('/')[0]).Distinct().Where(e => e[0] != '.').ToList();
        Assert.True(entries.Count <= RootEntries, $"A listing shows {entries.Count} entries in the root, at most {RootEntries}: {string.Join(' ', entries)}");
    }

    [Fact]
    public void Every_decision_has_a_heading()
    {
        var decisions = Repository.Below(["docs/decisions/"], ".md").ToList();
        Assert.NotEmpty(decisions);
        Repository.None(
            "A decision begins with '# ' and what was decided:",
            decisions.Where(f => !Repository.Lines(f).First().Text.StartsWith("# ", StringComparison.Ordinal)));
    }

    [GeneratedRegex("[A-Z]+(?![a-z])|[A-Z][a-z0-9]*")]
    private static partial Regex Words();
}
