using Duban.Web.CommandLine;

namespace Duban.Web.Tests.CommandLine;

public sealed class CalendarYearsTests : IDisposable
{
    private const string Announced =
        """{"year": 2027, "source": "示例通知", "holidays": [{"name": "元旦", "from": "2027-01-01", "to": "2027-01-03", "work": ["2027-01-09"]}]}""";

    private readonly string folder = Directory.CreateTempSubdirectory("duban-test-").FullName;

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_year_that_is_announced_is_put_in_force_by_a_file()
    {
        await Run("migrate", "--city", "430400", "--name", "衡阳市");
        var (exit, output, _) = await Replace(Announced);
        Assert.Equal((Exit.Done, "2027 is in force with 261 working days; a running server follows within a minute.\n"), (exit, output));
        Assert.Contains("2027\t261\t示例通知\n", (await Run("calendar", "years")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bad_year_is_refused_with_every_place_and_nothing_changes()
    {
        await Run("migrate", "--city", "430400", "--name", "衡阳市");
        var (exit, output, error) = await Replace(Announced.Replace("2027-01-09", "2027-01-08", StringComparison.Ordinal).Replace("2027-01-03", "2027-01-02", StringComparison.Ordinal));
        Assert.Equal((Exit.BadInput, ""), (exit, output));
        Assert.Equal("holidays[0].work[0]: Fri 8 Jan 2027 is no Saturday or Sunday, so it cannot be worked in exchange\n", error);
        var years = (await Run("calendar", "years")).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["2021", "2022", "2023", "2024", "2025", "2026"], years.Select(y => y[..4]));
    }

    [Fact]
    public async Task A_year_wants_a_city_and_a_file()
    {
        Assert.Equal(Exit.BadInput, (await Run("calendar", "years")).Exit);
        await Run("migrate", "--city", "430400", "--name", "衡阳市");
        Assert.Equal(Exit.BadInput, (await Run("calendar", "replace", Path.Combine(folder, "none.json"))).Exit);
        Assert.Equal(Exit.BadInput, (await Replace("2027")).Exit);
    }

    private async Task<(int Exit, string Output, string Error)> Replace(string json)
    {
        var file = Path.Combine(folder, "year.json");
        await File.WriteAllTextAsync(file, json, TestContext.Current.CancellationToken);
        return await Run("calendar", "replace", file);
    }

    private async Task<(int Exit, string Output, string Error)> Run(params string[] args)
    {
        var (output, error) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" });
        var exit = await Root.Run([.. args, "--data", folder], Terminal.For(TextReader.Null, output, error, _ => null));
        return (exit, output.ToString(), error.ToString());
    }
}
