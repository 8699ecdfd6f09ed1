using Duban.Ledger;
using Duban.Web.CommandLine;
using Duban.Web.Demo;
using Duban.Web.Documents;
using Duban.Web.Tests.Ledger;

namespace Duban.Web.Tests.CommandLine;

/// <summary><c>duban demo --load-only</c>: the first thing a newcomer runs is told through the product's own rules, and is whole.</summary>
public sealed class DemoCommandTests
{
    [Fact]
    public async Task The_demo_city_is_loaded_once_and_its_ledger_is_whole()
    {
        using var shell = Shell.Fresh();
        var loaded = await shell.Run("demo", "--load-only");
        Assert.Equal((Exit.Done, ""), (loaded.Exit, loaded.Error));
        Assert.Contains("114 hazards", loaded.Out, StringComparison.Ordinal);
        foreach (var account in DemoPeople.Shown) Assert.Contains($"  {account}\n", loaded.Out, StringComparison.Ordinal);

        var verified = await shell.Run("verify");
        Assert.Equal((Exit.Done, ""), (verified.Exit, verified.Error));
        Assert.Matches("1[2-9][0-9] cases", verified.Out);

        // Every slip has a number of its own, and the next one to be issued is free.
        await using (var store = await EventStore.Open(shell.Path("duban.db"), ct: TestContext.Current.CancellationToken))
        {
            // Each campaign was opened on its first day, before its first case.
            Assert.Equal(("2021-01-06", "2021-03-02"), (await Opened(store, "JL"), await Opened(store, "AQ")));
            Assert.Equal((0L, 1 + await store.Ask<long>("select count(*) from slips where campaign = 'AQ'")),
                    (await store.Ask<long>("select count(*) - count(distinct number) from slips"), await store.Ask<long>("select next_slip from campaigns where code = 'AQ'")));
        }

        var again = await shell.Run("demo", "--load-only");
        Assert.Contains("already", again.Out, StringComparison.Ordinal);
        Assert.Equal(verified.Out, (await shell.Run("verify")).Out);

        Assert.Equal(Exit.Done, (await shell.Run("export", shell.Path("jinlong.csv"), "--campaign", "JL")).Exit);
        var stages = Csv.Read(await File.ReadAllBytesAsync(shell.Path("jinlong.csv"), TestContext.Current.CancellationToken)).Skip(1).Select(r => r.Cells[11]);
        // Ten problems, each at another point of the road: two half way, the last in its second round.
        Assert.Equal(["整改中", "已申请销号", "方案待审", "县级核查通过", "公示中", "已销号", "整改中", "已签收", "整改中", "整改中"], stages);
    }

    private static async Task<string?> Opened(EventStore store, string code) =>
        (await store.Ask<string>($"select changed_at from setup_changes where subject = 'campaign/{code}'"))?[..10];

    [Fact]
    public async Task A_ledger_of_another_city_is_no_place_for_the_demo()
    {
        using var shell = Shell.Fresh();
        await shell.Run("migrate", "--city", "430500", "--name", "邵阳市");
        var refused = await shell.Run("demo", "--load-only");
        Assert.Equal((Exit.Nothing, ""), (refused.Exit, refused.Out));
        Assert.Contains("another city's", refused.Error, StringComparison.Ordinal);
    }
}
