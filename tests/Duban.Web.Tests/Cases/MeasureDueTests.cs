using Dapper;
using Duban.Ledger;
using Duban.Web.Cases;
using Duban.Web.Tests.Cases.Pages;

namespace Duban.Web.Tests.Cases;

/// <summary>A measure whose day has passed is red wherever the case is shown, not on its own page alone.</summary>
public sealed class MeasureDueTests
{
    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task A_measure_that_is_overdue_is_red_on_page_list_desk_and_in_the_api_until_it_is_done(On on)
    {
        await using var walk = await (await Walk.Begin(on: on)).Rectifying();
        walk.Days(51);
        Assert.Equal("2021-05-05", walk.Town.Time.GetUtcNow().ToString("yyyy-MM-dd"));
        Assert.Equal(("2021-04-30", "red"), await Told(walk));
        foreach (var address in new[] { "", "/cases?campaign=JL", "/" })
            Assert.Contains("超期 5 天", (await walk.See("city-clerk", address)).Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("红灯：整改或措施时限", (await walk.See("city-clerk", "/cases?campaign=JL")).Page.QuerySelector(".du-rows td.due small")!.TextContent);
        var list = (await (await Machine.Of(walk.Town, "city-clerk")).Get("/api/cases?campaign=JL")).Body.GetProperty("cases")[0];
        Assert.Equal(("2021-04-30", "red"), (list.GetProperty("due").GetString(), list.GetProperty("light").GetString()));

        await walk.Do("hengdong-liaison", "progress", ("text", "导流完成"), ("percent.M1", "100"), ("percent.M2", "30"));
        Assert.Equal(("2021-06-15", "green"), await Told(walk));
        foreach (var address in new[] { "", "/cases?campaign=JL" })
            Assert.DoesNotContain("超期 5 天", (await walk.See("city-clerk", address)).Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await walk.Do("hengdong-liaison", "progress", ("text", "扩建完成"), ("percent.M1", "100"), ("percent.M2", "100"));
        Assert.Equal((null, "green"), await Told(walk));
    }

    [Fact]
    public async Task A_row_from_before_measures_counted_is_made_anew()
    {
        await using var walk = await (await Walk.Begin()).Rectifying();
        var store = walk.Town.The<EventStore>();
        var files = new BlobStore(Directory.CreateTempSubdirectory("duban-test-").FullName);
        Assert.Equal(0, (await CaseCheck.Run(store, files, TestContext.Current.CancellationToken)).Broken);
        await store.Write((db, tx) => db.ExecuteAsync(
            "update cases set node_due = null, due_sort = total_due; insert into rows_anew (name, taken_until) values ('cases', 0)", transaction: tx), TestContext.Current.CancellationToken);
        Assert.Equal(1, (await CaseCheck.Run(store, files, TestContext.Current.CancellationToken)).Broken);
        Assert.NotEqual(0, await RowsAnew.Make(store, TimeProvider.System, TestContext.Current.CancellationToken));
        Assert.Equal(0, (await CaseCheck.Run(store, files, TestContext.Current.CancellationToken)).Broken);
    }

    private static async Task<(string? Due, string? Light)> Told(Walk walk)
    {
        var clocks = (await (await Machine.Of(walk.Town, "city-clerk")).Get($"/api/cases/{walk.Id}")).Body.GetProperty("clocks");
        return (clocks.GetProperty("nodeDue").GetString(), clocks.GetProperty("light").GetString());
    }
}
