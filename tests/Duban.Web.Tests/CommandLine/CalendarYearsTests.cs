using Duban.Web.CommandLine;

namespace Duban.Web.Tests.CommandLine;

public sealed class CalendarYearsTests : IDisposable
{
    private const string Announced =
        """{"year": 2027, "source": "示例通知", "holidays": [{"name": "元旦", "from": "2027-01-01", "to": "2027-01-03", "work": ["2027-01-09"]}]}""";

    private readonly Shell shell = Shell.Fresh();

    public void Dispose() => shell.Dispose();

    [Fact]
    public async Task A_year_that_is_announced_is_put_in_force_by_a_file()
    {
        await shell.Run("migrate", "--city", "430400", "--name", "衡阳市");
        var (exit, output, _) = await Replace(Announced);
        Assert.Equal((Exit.Done, "2027 is in force with 261 working days; a running server follows within a minute.\n"), (exit, output));
        Assert.Contains("2027\t261\t示例通知\n", (await shell.Run("calendar", "years")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bad_year_is_refused_with_every_place_and_nothing_changes()
    {
        await shell.Run("migrate", "--city", "430400", "--name", "衡阳市");
        var (exit, output, error) = await Replace(Announced.Replace("2027-01-09", "2027-01-08", StringComparison.Ordinal).Replace("2027-01-03", "2027-01-02", StringComparison.Ordinal));
        Assert.Equal((Exit.BadInput, ""), (exit, output));
        Assert.Equal("holidays[0].work[0]: Fri 8 Jan 2027 is no Saturday or Sunday, so it cannot be worked in exchange\n", error);
        var years = (await shell.Run("calendar", "years")).Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["2021", "2022", "2023", "2024", "2025", "2026"], years.Select(y => y[..4]));
    }

    [Fact]
    public async Task A_year_wants_a_city_and_a_file()
    {
        Assert.Equal(Exit.BadInput, (await shell.Run("calendar", "years")).Exit);
        await shell.Run("migrate", "--city", "430400", "--name", "衡阳市");
        Assert.Equal(Exit.BadInput, (await shell.Run("calendar", "replace", shell.Path("none.json"))).Exit);
        Assert.Equal(Exit.BadInput, (await Replace("2027")).Exit);
    }

    private Task<Said> Replace(string json) => shell.Run("calendar", "replace", shell.File("year.json", json));
}
