using System.Net;
using System.Text.RegularExpressions;
using Duban.Web.CommandLine;
using Duban.Web.Tests.Cases;

namespace Duban.Web.Tests.CommandLine;

/// <summary><c>duban user</c> on a ledger that has people: who comes in, who is shut out, and what a token is worth.</summary>
public sealed partial class UserCommandTests
{
    private const string Good = "four plain words here\n";

    [Theory, InlineData("430424"), InlineData("衡东县")]
    public async Task A_person_is_entered_by_the_units_code_or_name_and_comes_in_with_the_password_shown_once(string unit)
    {
        await using var town = await Town.Start();
        using var shell = Shell.Of(town);
        var added = await shell.Run("user", "add", "wang", "--name", "衡东县联络员乙", "--unit", unit, "--role", "liaison", "--one-time");
        Assert.Equal(Exit.Done, added.Exit);
        Assert.Contains("shown only now", added.Error, StringComparison.Ordinal);
        // A post begins on the day of the machine at which it was entered.
        town.Clock.SetUtcNow(TimeProvider.System.GetUtcNow());
        var browser = town.Open();
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SignIn("wang", added.Out.Trim())).Status);
        // A one-time password opens nothing but the page on which another is chosen.
        Assert.Equal("/account", (await browser.Get("/cases")).Location);
    }

    [Theory]
    [InlineData("不存在的局", "liaison", "不存在的局")]
    [InlineData("430424", "emperor", "Liaison, UnitLeader")]
    [InlineData("430424", "resident", "Liaison, UnitLeader")]
    [InlineData("430424", "2", "Liaison, UnitLeader")]
    [InlineData("430424", "clerk", "衡东县")]
    public async Task A_unit_or_role_that_cannot_be_is_exit_2_and_says_what_could(string unit, string role, string said)
    {
        await using var town = await Town.Start();
        using var shell = Shell.Of(town);
        var refused = await shell.Type(Good, "user", "add", "wang", "--name", "王", "--unit", unit, "--role", role);
        Assert.Equal((Exit.BadInput, ""), (refused.Exit, refused.Out));
        Assert.Contains(said, refused.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("wang", (await shell.Run("user", "list")).Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hengdong-liaison", "别人"), InlineData("two words", "王"), InlineData("wang", " "), InlineData("王", "王")]
    public async Task A_name_that_is_taken_or_none_is_exit_2(string user, string name)
    {
        await using var town = await Town.Start();
        using var shell = Shell.Of(town);
        var refused = await shell.Type(Good, "user", "add", user, "--name", name, "--unit", "430424", "--role", "liaison");
        Assert.Equal(Exit.BadInput, refused.Exit);
        Assert.NotEmpty(refused.Error);
    }

    [Fact]
    public async Task Every_reason_against_a_password_is_told_at_once()
    {
        await using var town = await Town.Start();
        using var shell = Shell.Of(town);
        var refused = await shell.Type("aaa\n", "user", "password", "hengdong-liaison");
        Assert.Equal((Exit.BadInput, 2), (refused.Exit, refused.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length));
        Assert.Equal(Exit.BadInput, (await shell.Type("my-hengdong-liaison-word\n", "user", "password", "hengdong-liaison")).Exit);
        Assert.Equal(Exit.Done, (await shell.Type(Good, "user", "password", "hengdong-liaison")).Exit);
        Assert.Equal(HttpStatusCode.Redirect, (await town.Open().SignIn("hengdong-liaison", Good.Trim())).Status);
    }

    [Fact]
    public async Task Nobody_of_that_name_is_exit_1_whatever_is_wished()
    {
        await using var town = await Town.Start();
        using var shell = Shell.Of(town);
        foreach (var line in (string[][])[["password", "nobody", "--one-time"], ["disable", "nobody"], ["disable", "nobody", "--undo"], ["token", "nobody"], ["token", "no body"]])
        {
            var said = await shell.Run(["user", .. line]);
            Assert.Equal((line[0], Exit.Nothing, ""), (line[0], said.Exit, said.Out));
        }
    }

    [Fact]
    public async Task A_person_shut_out_is_out_at_the_next_click_and_in_again_when_it_is_undone()
    {
        await using var town = await Town.Start();
        using var shell = Shell.Of(town);
        var browser = await town.SignIn("hengdong-liaison");
        Assert.Equal(Exit.Done, (await shell.Run("user", "disable", "hengdong-liaison")).Exit);
        town.Clock.Advance(TimeSpan.FromSeconds(6));
        Assert.StartsWith("/sign-in", (await browser.Get("/cases")).Location, StringComparison.Ordinal);
        Assert.Equal(Exit.Nothing, (await shell.Run("user", "disable", "hengdong-liaison")).Exit);
        Assert.Equal(Exit.Done, (await shell.Run("user", "disable", "hengdong-liaison", "--undo")).Exit);
        Assert.Equal(Exit.Nothing, (await shell.Run("user", "disable", "hengdong-liaison", "--undo")).Exit);
        town.Clock.Advance(TimeSpan.FromSeconds(6));
        await town.SignIn("hengdong-liaison");
    }

    [Fact]
    public async Task The_last_administrator_stays()
    {
        await using var town = await Town.Start();
        using var shell = Shell.Of(town);
        var refused = await shell.Run("user", "disable", "administrator");
        Assert.Equal(Exit.Nothing, refused.Exit);
        Assert.Contains("administrator", refused.Error, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(Exit.Done, (await shell.Type(Good, "user", "add", "second", "--name", "管理员乙", "--unit", "430400", "--role", "administrator")).Exit);
        Assert.Equal(Exit.Done, (await shell.Run("user", "disable", "administrator")).Exit);
        Assert.Equal(Exit.Nothing, (await shell.Run("user", "disable", "second")).Exit);
    }

    [Fact]
    public async Task A_token_reads_writes_when_told_so_and_is_worth_nothing_once_revoked()
    {
        await using var town = await Town.Start();
        using var shell = Shell.Of(town);
        var issued = await shell.Run("user", "token", "city-clerk", "--name", "夜间同步", "--write", "--days", "7");
        Assert.Equal(Exit.Done, issued.Exit);
        var id = TokenId().Match(issued.Error).Groups[1].Value;
        var machine = Machine.Bearing(town, issued.Out.Trim());
        var me = await machine.Get("/api/me");
        Assert.Equal(HttpStatusCode.OK, me.Status);
        Assert.Contains("write", me.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(Exit.Nothing, (await shell.Run("user", "token", "city-head", "--revoke", id)).Exit);
        Assert.Equal(HttpStatusCode.OK, (await machine.Get("/api/me")).Status);
        Assert.Equal(Exit.Done, (await shell.Run("user", "token", "city-clerk", "--revoke", id)).Exit);
        Assert.Equal(Exit.Nothing, (await shell.Run("user", "token", "city-clerk", "--revoke", id)).Exit);
        town.Clock.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal(HttpStatusCode.Unauthorized, (await machine.Get("/api/me")).Status);
    }

    [Theory]
    [InlineData("--days", "0", Exit.BadInput), InlineData("--days", "367", Exit.BadInput), InlineData("--name", "", Exit.BadInput), InlineData("--post", "city-clerk.9", Exit.Nothing)]
    [InlineData("--days", "366", Exit.Done), InlineData("--post", "city-clerk.1", Exit.Done)]
    public async Task A_token_has_a_name_a_post_and_at_most_a_year(string option, string value, int exit)
    {
        await using var town = await Town.Start();
        using var shell = Shell.Of(town);
        var said = await shell.Run("user", "token", "city-clerk", option, value);
        Assert.Equal((exit, exit == Exit.Done), (said.Exit, said.Out.StartsWith("dbn_", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Everybody_is_listed_with_post_and_unit_and_whoever_is_out_is_marked()
    {
        await using var town = await Town.Start();
        using var shell = Shell.Of(town);
        await shell.Run("user", "disable", "reader");
        var lines = (await shell.Run("user", "list")).Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split('\t')).ToDictionary(l => l[0]);
        Assert.Equal(["hengdong-liaison", "衡东县联络员", "Liaison", "衡东县", ""], lines["hengdong-liaison"]);
        Assert.Equal("disabled", lines["reader"][4]);
        Assert.Equal(lines.Keys.Order(StringComparer.Ordinal), lines.Keys);
    }

    [GeneratedRegex("Token ([0-9a-f]+), valid for 7 days")]
    private static partial Regex TokenId();
}
