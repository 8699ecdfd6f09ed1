using System.Text;
using Duban.Web.CommandLine;

namespace Duban.Web.Tests.CommandLine;

public sealed class CalendarCommandTests
{
    [Fact]
    public async Task One_question_is_answered_with_one_date_and_nothing_else() =>
        Assert.Equal(new Said(Exit.Done, "2021-02-23\n", ""), await Run("--from", "2021-02-10", "--working-days", "5"));

    [Fact]
    public async Task A_piped_table_is_answered_line_by_line() =>
        Assert.Equal(new Said(Exit.Done, "2021-02-23\n2021-10-08\n", ""), await Piped("start,working_days\n2021-02-10,5\n2021-09-30,1\n", "-"));

    [Theory]
    [InlineData("\uFEFFworking_days,start\r\n\r\n5,2021-02-10\r\n")]
    [InlineData("note,\"start\",working_days\n\"two\nlines, \"\"quoted\"\"\",2021-02-10,\"5\"\n")]
    [InlineData("2021-02-10,5")]
    public async Task A_file_is_read_whatever_its_dress(string text) =>
        Assert.Equal(new Said(Exit.Done, "2021-02-23\n", ""), await RunFile(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public async Task A_bad_line_is_named_by_line_and_column_and_no_date_is_printed()
    {
        var (exit, output, error) = await Piped("working_days,start\n5,2021-02-10\n5,2021-02-30\nfive,2021-02-10\n", "-");
        Assert.Equal((Exit.BadInput, ""), (exit, output));
        Assert.Equal("line 3, column 2: “2021-02-30” is not a day such as 2021-02-10\nline 4, column 1: “five” is not a whole number from 0 to 10000\n", error);
    }

    [Fact]
    public async Task A_date_in_a_year_not_announced_is_printed_and_called_provisional()
    {
        var (exit, output, error) = await Run("--from", "2026-12-30", "--working-days", "5");
        Assert.Equal((Exit.Done, "2027-01-06\n"), (exit, output));
        Assert.Equal("line 1: 2027-01-06 is provisional: the holidays of 2027 are not announced, only weekends were left out.\n", error);
    }

    [Theory]
    [InlineData("column 1: “tomorrow” is not a day", "--from", "tomorrow", "--working-days", "5")]
    [InlineData("column 1: “start” is not a day", "--from", "start", "--working-days", "5")]
    [InlineData("column 2: “1e3” is not a whole number", "--from", "2021-02-10", "--working-days", "1e3")]
    [InlineData("column 2: “-1” is not a whole number", "--from", "2021-02-10", "--working-days=-1")]
    [InlineData("Give --from and --working-days", "--from", "2021-02-10")]
    [InlineData("Give --from and --working-days", "table.csv", "--from", "2021-02-10", "--working-days", "5")]
    [InlineData("Give --from and --working-days")]
    [InlineData("There is no file no such file.csv", "no such file.csv")]
    [InlineData("cannot be read", "/")]
    public async Task A_question_that_cannot_be_understood_is_bad_input(string complaint, params string[] args)
    {
        var (exit, output, error) = await Run(args);
        Assert.Equal((Exit.BadInput, ""), (exit, output));
        Assert.Contains(complaint, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_file_is_bad_input() =>
        Assert.Equal(new Said(Exit.BadInput, "", "line 1, column 1: there is no line to answer\n"), await RunFile([]));

    private static async Task<Said> RunFile(byte[] content)
    {
        using var shell = Shell.Fresh();
        return await shell.Run("calendar", "due", shell.File("table.csv", content));
    }

    private static Task<Said> Run(params string[] args) => Piped("", args);

    private static async Task<Said> Piped(string input, params string[] args)
    {
        using var shell = Shell.Fresh();
        return await shell.Type(input, ["calendar", "due", .. args]);
    }
}
