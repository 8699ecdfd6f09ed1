using Duban.Web.CommandLine;

namespace Duban.Web.Tests.CommandLine;

/// <summary><c>duban calendar due FILE</c>: a table with one bad line prints no date, and every bad cell is told.</summary>
public sealed class CalendarTableTests
{
    [Theory]
    [InlineData("start,days\n2021-02-10,5\n", "line 1, column 1: ", "working_days")]
    [InlineData("start,working_days,start\n2021-02-10,5,\n", "line 1, column 3: ", "start")]
    [InlineData("start,working_days\n2021-02-10\n", "line 2, column 2: ", "working_days")]
    [InlineData("start,working_days\n,5\n", "line 2, column 1: ", "start")]
    [InlineData("start,working_days\n\n\n2021-02-10,5\n\"2021\n-02-10\",5\n", "line 5, column 1: ", "-02-10")]
    [InlineData("start,working_days\n", "line 1, column 1: ", "")]
    public async Task A_bad_table_is_named_by_line_and_column(string table, string place, string said)
    {
        using var shell = Shell.Fresh();
        var refused = await shell.Run("calendar", "due", shell.File("table.csv", table));
        Assert.Equal((Exit.BadInput, ""), (refused.Exit, refused.Out));
        Assert.StartsWith(place, refused.Error, StringComparison.Ordinal);
        Assert.Contains(said, refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_bad_cell_of_a_long_table_is_told_and_no_good_line_is_answered()
    {
        using var shell = Shell.Fresh();
        var lines = Enumerable.Range(0, 50).Select(i => i % 10 == 9 ? $"2021-13-{i:00},{i}" : $"2021-02-10,{i}");
        var refused = await shell.Run("calendar", "due", shell.File("table.csv", "start,working_days\n" + string.Join('\n', lines)));
        Assert.Equal((Exit.BadInput, ""), (refused.Exit, refused.Out));
        Assert.Equal(["11", "21", "31", "41", "51"], refused.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l["line ".Length..l.IndexOf(',', StringComparison.Ordinal)]));
    }

    [Fact]
    public async Task A_table_saved_by_a_Chinese_Excel_is_read_and_its_faults_are_told_in_Chinese()
    {
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
        using var shell = Shell.Fresh("zh_CN.UTF-8");
        var gb = System.Text.Encoding.GetEncoding("GB18030");
        var answered = await Due("春节,2021-02-10,5");
        Assert.Equal((Exit.Done, "2021-02-23\n"), (answered.Exit, answered.Out));
        var refused = await Due("春节,二月十日,5");
        Assert.Equal(Exit.BadInput, refused.Exit);
        Assert.Contains("二月十日", refused.Error, StringComparison.Ordinal);
        Assert.Contains("第 2 行", refused.Error, StringComparison.Ordinal);

        Task<Said> Due(string line) => shell.Run("calendar", "due", shell.File("table.csv", gb.GetBytes($"备注,start,working_days\r\n{line}\r\n")));
    }

    [Fact]
    public async Task Nought_days_from_a_free_day_is_the_next_day_anybody_works()
    {
        using var shell = Shell.Fresh();
        var answered = await shell.Type("2021-02-10,0\n2021-02-11,0\n2021-05-01,0\n", "calendar", "due", "-");
        Assert.Equal((Exit.Done, "2021-02-10\n2021-02-18\n2021-05-06\n"), (answered.Exit, answered.Out));
    }
}
