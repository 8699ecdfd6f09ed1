namespace Duban.Web.Tests.House;

/// <summary>Files are short enough to be read in one sitting: a domain word, a file, a screen or two.</summary>
public sealed class SizeBudget
{
    private const int Largest = 300, LargestTable = 500, NinetiethPercentile = 160, Median = 60;

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

    private static int Budget(string file) =>
        file.Contains("Dispatch", StringComparison.Ordinal) || file.Contains("Standards", StringComparison.Ordinal) ? LargestTable : Largest;
}
