using System.Text.RegularExpressions;

namespace Duban.Web.Tests.House;

/// <summary>Whoever opens a file is told in one sentence what it is about.</summary>
public sealed partial class Docstrings
{
    [Fact]
    public void A_public_type_says_what_it_is() => Repository.None(
        "Write a sentence above it, with units, ranges and source where they matter:",
        from file in Repository.Below(["src/"], ".cs")
        let lines = Repository.Lines(file).Select(l => l.Text).ToList()
        from at in Enumerable.Range(0, lines.Count)
        where PublicType().IsMatch(lines[at]) && !IsSaid(lines, at)
        select $"{file}:{at + 1}: {lines[at].Trim()}");

    // Attributes stand between the sentence and the type.
    private static bool IsSaid(List<string> lines, int type)
    {
        var above = type - 1;
        while (above >= 0 && Attribute().IsMatch(lines[above])) above--;
        return above >= 0 && lines[above].TrimStart().StartsWith("///", StringComparison.Ordinal);
    }

    // The other half of a partial type has its sentence elsewhere.
    [GeneratedRegex(@"^\s*public (?!.*\bpartial\b)(?:(?:sealed|static|abstract|readonly) )*(?:record struct|record|class|struct|enum|interface|delegate) ")]
    private static partial Regex PublicType();

    [GeneratedRegex(@"^\s*\[|\]$|^\s*(?:Converters|Property\w+) ")]
    private static partial Regex Attribute();
}
