using Duban.Ledger;
using Duban.Web.CommandLine;
using Duban.Web.Tests.Cases.Pages;
using Duban.Web.Tests.Ledger;

namespace Duban.Web.Tests.CommandLine;

/// <summary>Roots that somebody outside keeps convict a ledger whatever was done inside: <c>duban seals</c>, <c>duban verify --seals</c>.</summary>
public sealed class SealsCommandTests
{
    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task What_was_published_is_checked_and_seals_taken_away_are_missed(On on)
    {
        await using var walk = await (await Walk.Begin(on: on)).Signed();
        using var shell = Shell.Of(walk.Town);
        Assert.Equal((Exit.Nothing, ""), ((await shell.Run("seals")) is var none ? none.Exit : 0, none.Out));
        await using (var later = await EventStore.Open(walk.Town.Database, new() { Clock = new At(DateTimeOffset.UtcNow.AddDays(1)) }, TestContext.Current.CancellationToken))
            await new DailySeals(later).SealFinishedDays(TestContext.Current.CancellationToken);

        var said = await shell.Run("seals");
        Assert.Equal(Exit.Done, said.Exit);
        var lines = said.Out.TrimEnd().Split('\n');
        Assert.Equal(SealList.Heading, lines[0]);
        Assert.Matches("^430400,[0-9]{4}-[0-9]{2}-[0-9]{2},[0-9]+,[0-9a-f]{64}$", lines[^1]);
        var published = shell.File("seals.csv", said.Out);
        Assert.Equal(Exit.Done, (await shell.Run("verify", "--seals", published)).Exit);

        // The page, the list and the machine's door say the same, without an account.
        var browser = walk.Town.Open();
        Assert.Contains(lines[^1][^64..], (await browser.Get("/seals")).Text, StringComparison.Ordinal);
        Assert.Equal(said.Out, (await browser.Get("/seals.csv")).Text);
        Assert.Contains($"\"root\":\"{lines[^1][^64..]}\"", (await browser.Get("/api/seals")).Text, StringComparison.Ordinal);

        var forged = shell.File("forged.csv", said.Out.Replace(lines[^1][^64..], new string('0', 64), StringComparison.Ordinal));
        var wrong = await shell.Run("verify", "--seals", forged);
        Assert.Equal((Exit.Nothing, true), (wrong.Exit, wrong.Error.Contains("SealBroken", StringComparison.Ordinal)));

        var both = await shell.Run("verify", "--seals", shell.File("both.csv", said.Out.Replace(lines[^1][^64..], new string('0', 64), StringComparison.Ordinal) + "?\n"));
        Assert.Equal(Exit.BadInput, both.Exit);
        Assert.Contains($"line {lines.Length + 1} is no seal", both.Error, StringComparison.Ordinal);
        Assert.Contains("SealBroken", both.Error, StringComparison.Ordinal);

        await walk.Town.The<EventStore>().Tamper("delete from seals");
        var gone = await shell.Run("verify", "--seals", published);
        Assert.Equal((Exit.Nothing, true), (gone.Exit, gone.Error.Contains("SealMissing", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_demo_says_that_its_seals_go_by_the_machines_clock()
    {
        await using (var demo = await Town.Start(demo: true)) Assert.Contains("封印的日子按机器的时钟计算", (await demo.Open().Get("/seals")).Text, StringComparison.Ordinal);
        await using var town = await Town.Start();
        Assert.DoesNotContain("演示", (await town.Open().Get("/seals")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "there is no seal in it")]
    [InlineData("jurisdiction,day,heads,root\n430400,2021-02-30,1,00\n", "line 2 is no seal")]
    [InlineData("430400,2021-03-15,1,zz\n", "line 1 is no seal")]
    [InlineData("\n\r\n430400", "line 3 is no seal")]
    public async Task A_file_without_seals_is_refused_with_its_line(string text, string told)
    {
        await using var walk = await Walk.Begin();
        using var shell = Shell.Of(walk.Town);
        var said = await shell.Run("verify", "--seals", shell.File("bad.csv", text));
        Assert.Equal(Exit.BadInput, said.Exit);
        Assert.Contains(told, said.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Days_without_a_seal_are_told()
    {
        await using var walk = await Walk.Begin();
        await using (var later = await EventStore.Open(walk.Town.Database, new() { Clock = new At(DateTimeOffset.UtcNow.AddDays(3)) }, TestContext.Current.CancellationToken))
        {
            var waiting = Assert.Single(await new DailySeals(later).Waiting(TestContext.Current.CancellationToken));
            Assert.Equal(("430400", 3), (waiting.Jurisdiction, waiting.Days));
            Assert.Equal(3, (await new DailySeals(later).SealFinishedDays(TestContext.Current.CancellationToken)).Count);
            Assert.Empty(await new DailySeals(later).Waiting(TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task A_city_s_hash_is_settled_when_the_city_is_made()
    {
        using var shell = Shell.Fresh();
        Assert.Equal(Exit.Done, (await shell.With("DUBAN_HASH", "sm3").Run("migrate", "--city", "430400", "--name", "衡阳市")).Exit);
        await using var store = await EventStore.Open(shell.Path("duban.db"), ct: TestContext.Current.CancellationToken);
        Assert.Equal("sm3", await store.Ask<string>("select hash from jurisdictions"));
        var wrong = await shell.With("DUBAN_HASH", "md5").Run("migrate");
        Assert.Equal((Exit.BadInput, true), (wrong.Exit, wrong.Error.Contains("DUBAN_HASH", StringComparison.Ordinal)));
    }
}
