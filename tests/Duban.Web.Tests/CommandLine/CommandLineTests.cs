using System.Text.RegularExpressions;
using Duban.Web.CommandLine;

namespace Duban.Web.Tests.CommandLine;

public sealed partial class CommandLineTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("duban-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(), InlineData("nonsense"), InlineData("serve", "--nonsense"), InlineData("user", "add"), InlineData("user", "token", "x", "--days", "many")]
    public async Task A_line_that_cannot_be_understood_is_exit_2_with_a_hint(params string[] line)
    {
        var (exit, output, error) = await Run(line);
        Assert.Equal((Exit.BadInput, ""), (exit, output));
        Assert.Contains("duban --help", error, StringComparison.Ordinal);
    }

    [Theory, InlineData("--help"), InlineData("calendar", "--help"), InlineData("calendar", "due", "-h")]
    public async Task Help_calls_the_program_by_the_name_people_type(params string[] line)
    {
        var (exit, output, _) = await Run(line);
        Assert.Equal(Exit.Done, exit);
        Assert.Contains(string.Join(' ', line.SkipLast(1).Prepend("  duban")), output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DUBAN_URL", "nowhere"), InlineData("DUBAN_URL", "ftp://127.0.0.1"), InlineData("DUBAN_URL", "http://127.0.0.1/app")]
    [InlineData("DUBAN_JURISDICTION", "衡阳"), InlineData("DUBAN_PROXIES", "10.0.0.300")]
    public async Task A_bad_setting_is_exit_2_and_is_named(string name, string value)
    {
        var (exit, _, error) = await Run(["migrate"], variables: new() { [name] = value });
        Assert.Equal(Exit.BadInput, exit);
        Assert.Contains(name, error, StringComparison.Ordinal);
    }

    [Theory, InlineData("zh_CN.UTF-8", "还没有城市"), InlineData("C.UTF-8", "no city yet"), InlineData("en_GB.UTF-8", "no city yet")]
    public async Task The_locale_chooses_the_language(string locale, string words) =>
        Assert.Contains(words, (await Run(["serve"], variables: new() { ["LANG"] = locale })).Error, StringComparison.Ordinal);

    [Fact]
    public async Task A_fresh_installation_gets_its_city_its_units_and_its_people()
    {
        var units = Path.Combine(folder, "units.csv");
        await File.WriteAllTextAsync(units, "code,parent,name,kind\n430400,,衡阳市,City\n430400-dcs,430400,市督查室,Office\n", TestContext.Current.CancellationToken);
        Assert.Equal(Exit.BadInput, (await Run(["migrate", "--city", "4304", "--name", "衡阳市"])).Exit);
        Assert.Equal(Exit.Done, (await Run(["migrate", "--city", "430400", "--name", "衡阳市"])).Exit);
        Assert.Equal(Exit.Done, (await Run(["units", units])).Exit);
        Assert.Equal(Exit.BadInput, (await Run(["units", Path.Combine(folder, "missing.csv")])).Exit);

        string[] add = ["user", "add", "clerk", "--name", "经办员", "--unit", "市督查室", "--role", "clerk"];
        Assert.Equal(Exit.BadInput, (await Run(add, "short\n")).Exit);
        Assert.Equal(Exit.BadInput, (await Run(add)).Exit);
        Assert.Equal(Exit.Done, (await Run(add, "four plain words here\n")).Exit);
        Assert.Equal(Exit.BadInput, (await Run(add, "four plain words here\n")).Exit);
        Assert.Equal(Exit.BadInput, (await Run([.. add[..^1], "Liaison"], "four plain words here\n")).Exit);

        Assert.Matches("^dbn_[A-Za-z0-9_-]{43}\n$", (await Run(["user", "token", "clerk"])).Out);
        Assert.Equal(Exit.Nothing, (await Run(["user", "token", "nobody"])).Exit);
        Assert.Matches(OneTime(), (await Run(["user", "password", "clerk", "--one-time"])).Out);
        Assert.Equal(Exit.Done, (await Run(["user", "disable", "clerk"])).Exit);
        Assert.Equal(Exit.Nothing, (await Run(["user", "disable", "clerk"])).Exit);
        Assert.Contains("disabled", (await Run(["user", "list"])).Out, StringComparison.Ordinal);
        Assert.Equal((Exit.Done, "6 events, 3 chains and 0 daily seals checked\n0 cases and 0 files checked against them\nregister (people: 1) and setup (entries: 2) checked against them\nWhole\n", ""), await Run(["verify"]));

        var backup = Path.Combine(folder, "backup.zip");
        Assert.Equal(Exit.Done, (await Run(["backup", backup])).Exit);
        Assert.Equal(Exit.BadInput, (await Run(["backup", backup])).Exit);
        var elsewhere = new Dictionary<string, string> { ["DUBAN_DATA"] = Path.Combine(folder, "elsewhere") };
        Assert.Equal(Exit.Done, (await Run(["restore", backup], variables: elsewhere)).Exit);
        Assert.Contains("clerk", (await Run(["user", "list"], variables: elsewhere)).Out, StringComparison.Ordinal);
        Assert.Equal(Exit.BadInput, (await Run(["restore", units], variables: elsewhere)).Exit);
    }

    [Fact]
    public async Task An_address_that_is_taken_is_told_in_words()
    {
        using var taken = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();
        await Run(["migrate", "--city", "430400", "--name", "衡阳市"]);
        foreach (var address in new[] { $"http://{taken.LocalEndpoint}", "http://203.0.113.9:8080" })
        {
            var (exit, output, error) = await Run(["serve", "--url", address]);
            Assert.Equal((Exit.Nothing, ""), (exit, output));
            Assert.StartsWith($"Cannot serve {address}", error, StringComparison.Ordinal);
        }
        Assert.Equal(Exit.BadInput, (await Run(["backup", ""])).Exit);
    }

    [Fact]
    public async Task A_password_is_never_taken_from_the_command_line()
    {
        Assert.Equal(Exit.BadInput, (await Run(["user", "password", "clerk", "--password", "four plain words here"])).Exit);
        var (exit, _, error) = await Run(["migrate", "--database", "Host=127.0.0.1;Password=secret"]);
        Assert.Equal(Exit.BadInput, exit);
        Assert.Contains("DUBAN_DATABASE", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_does_not_answer_is_exit_1()
    {
        var (exit, _, error) = await Run(["migrate"], variables: new() { ["DUBAN_DATABASE"] = "Host=127.0.0.1;Port=1;Timeout=2" });
        Assert.Equal(Exit.Nothing, exit);
        Assert.NotEmpty(error);
    }

    [GeneratedRegex("^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}\n$")]
    private static partial Regex OneTime();

    private async Task<(int Exit, string Out, string Error)> Run(string[] line, string input = "", Dictionary<string, string>? variables = null)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var terminal = Terminal.For(new StringReader(input), output, error, name => variables?.GetValueOrDefault(name) ?? (name == "DUBAN_DATA" ? folder : null));
        var exit = await Root.Run(line, terminal);
        return (exit, output.ToString(), error.ToString());
    }
}
