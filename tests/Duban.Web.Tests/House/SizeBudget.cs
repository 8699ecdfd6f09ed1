using System.Text.RegularExpressions;

namespace Duban.Web.Tests.House;

/// <summary>Files are short enough to be read in one sitting: a domain word, a file, a screen or two.</summary>
public sealed partial class SizeBudget
{
    private const int Largest = 300, LargestTable = 500, NinetiethPercentile = 160, Median = 60, Widest = 180;

    private static readonly List<(string File, int Lines)> Sources =
        [.. Repository.Below(["src/", "tests/"], ".cs", ".razor").Select(f => (f, Repository.Lines(f).Count()))];

    [Fact]
    public void No_file_is_longer_than_its_budget() => Repository.None(
        $"At most {Largest} lines, {LargestTable} in Dispatch and in tables of standards:",
        Sources.Where(s => s.Lines > Budget(s.File)).Select(s => $"{s.File}: {s.Lines} lines"));

    [Fact]
    public void Most_files_are_short()
    {
        Assert.NotEmpty(Sources);
        var lines = Sources.Select(s => s.Lines).Order().ToList();
        var (median, p90) = (lines[lines.Count / 2], lines[lines.Count * 9 / 10]);
        Assert.True(
            median <= Median && p90 <= NinetiethPercentile,
            $"{lines.Count} files: median {median} lines (at most {Median}), ninetieth percentile {p90} (at most {NinetiethPercentile}); longest: "
                + string.Join(", ", Sources.OrderByDescending(s => s.Lines).Take(10).Select(s => $"{s.File} {s.Lines}")));
    }

    [Fact]
    public void No_line_is_wider_than_a_screen() => Repository.None(
        $"At most {Widest} columns, beside the texts it quotes; patterns and tables of words are read as they stand:",
        from file in Repository.Below(["src/", "tests/", "bench/"], ".cs")
        where !file.EndsWith("Words.Table.cs", StringComparison.Ordinal)
        from line in Repository.Lines(file)
        where !line.Text.Contains("[GeneratedRegex(", StringComparison.Ordinal)
        let width = Quoted().Replace(line.Text, "").Length
        where width > Widest
        select $"{file}:{line.Number}: {width} columns");

    // A raw text of one line, or a text between quotation marks.
    [GeneratedRegex("\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\])*\"")]
    private static partial Regex Quoted();

    private static int Budget(string file) =>
        file.Contains("Dispatch", StringComparison.Ordinal) || file.Contains("Standards", StringComparison.Ordinal) ? LargestTable : Largest;
}
