using System.Net;
using Duban.Domain.Cases;

namespace Duban.Web.Tests.Cases.Lists;

/// <summary>The desk of each role.</summary>
public sealed class DeskTests
{
    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task The_clerks_desk_shows_what_is_late_first_and_the_reminder_beside_it(On on)
    {
        await using var town = await Filled.Begin(on);
        await town.Working("冷库氨管道渗漏", "2021-03-20", level: Level.Major);
        await town.Working("塔吊未办登记", "2021-03-23", unit: "430426", by: "qidong-liaison");
        await town.HandedOver("尾矿库排洪沟淤堵", "2021-04-30");
        await town.Registered("燃气瓶超量");
        town.Town.Clock.Advance(TimeSpan.FromDays(8));
        var desk = await town.See("city-clerk", "/");
        Assert.Equal(["3", "1", "1", "0", "0"], desk.Page.QuerySelectorAll(".du-counts b").Select(b => b.TextContent));
        Assert.Equal(["AQ-003", "AQ-004", "AQ-001"], desk.Page.QuerySelectorAll("#g-red td.no").Select(td => td.TextContent));
        Assert.Equal("/cases/AQ-001/chase", desk.Page.QuerySelector("#g-red tr:last-child td.act a")!.GetAttribute("href"));
        Assert.Equal(["AQ-002"], desk.Page.QuerySelectorAll("#g-today td.no").Select(td => td.TextContent));
        Assert.Contains("距 4月30日 周五清零还有 38 天", desk.Text, StringComparison.Ordinal);
        Assert.Contains("明天会变红", desk.Text, StringComparison.Ordinal);
        foreach (var link in desk.Page.QuerySelectorAll(".du-counts a[href^='/'], .du-rows a").Select(a => a.GetAttribute("href")!).Distinct())
            Assert.True((await town.See("city-clerk", link)).Status == HttpStatusCode.OK, link);
    }

    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task What_waits_for_a_decision_stands_in_its_own_group_although_it_is_late(On on)
    {
        await using var town = await Filled.Begin(on);
        var id = await town.HandedOver("尾矿库排洪沟淤堵", "2021-03-16");
        await town.Returned(id);
        town.Town.Clock.Advance(TimeSpan.FromDays(8));
        var desk = await town.See("city-head", "/");
        foreach (var group in new[] { "red", "decide" }) Assert.Equal("/cases/AQ-001/decide-return", desk.Page.QuerySelector($"#g-{group} td.act a")!.GetAttribute("href"));
        Assert.Equal("#g-decide", desk.Page.QuerySelectorAll(".du-counts a")[3].GetAttribute("href"));
        Assert.Equal("1", desk.Page.QuerySelector(".du-nav a[href='/'] span")!.TextContent);
        Assert.Contains("退单待决定", (await town.See("city-head", "/cases/AQ-001")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_units_inbox_holds_what_it_must_sign_for_and_what_each_case_still_lacks()
    {
        await using var town = await Filled.Begin();
        await town.HandedOver("尾矿库排洪沟淤堵", "2021-04-30");
        await town.Working("冷库氨管道渗漏", "2021-03-20");
        await town.HandedOver("别县的事", "2021-04-30", unit: "430426");
        var inbox = await town.See("hengdong-liaison", "/");
        Assert.Equal("AQ-001", inbox.Page.QuerySelector("#g-sign td.no")!.TextContent);
        Assert.Equal("/cases/AQ-001/sign", inbox.Page.QuerySelector("#g-sign td.act a")!.GetAttribute("href"));
        Assert.Contains("还差：", inbox.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("AQ-003", inbox.Text, StringComparison.Ordinal);
    }

    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task A_number_names_the_case_that_is_late_longest_wherever_it_is_listed_and_a_group_says_how_many_it_lists(On on)
    {
        await using var town = await Filled.Begin(on);
        await town.HandedOver("尾矿库排洪沟淤堵", "2021-03-16");
        await town.Working("冷库氨管道渗漏", "2021-03-18");
        for (var i = 0; i < 8; i++) await town.HandedOver($"隐患 {i}", "2021-04-30");
        town.Town.Clock.Advance(TimeSpan.FromDays(8));
        var (unit, clerk) = (await town.See("hengdong-liaison", "/"), await town.See("city-clerk", "/"));
        Assert.Equal("最久 AQ-001：3月15日起", Facts(unit)[0]);
        foreach (var desk in new[] { unit, clerk }) Assert.Contains("最久 AQ-001：超期 7 天", Facts(desk));
        Assert.Contains("列出 1 件，另 9 件列在上面", unit.Page.QuerySelector("#g-red th")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("列出 6 件", clerk.Page.QuerySelector("#g-red th")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/cases?light=red", clerk.Page.QuerySelector("#g-red th a")!.GetAttribute("href"));

        static IReadOnlyList<string> Facts(Seen desk) => [.. desk.Page.QuerySelectorAll(".du-counts small").Select(s => s.TextContent)];
    }

    [Fact]
    public async Task Nobody_sees_an_empty_desk_without_a_way_on()
    {
        await using var town = await Filled.Begin();
        foreach (var user in new[] { "city-head", "hengdong-leader", "hengdong-verifier", "acceptor-ecology" })
            Assert.Contains("眼下没有等你办的事", (await town.See(user, "/")).Text, StringComparison.Ordinal);
        Assert.Equal("/cases", (await town.See("reader", "/")).Location);
        Assert.Equal("/people", (await town.See("administrator", "/")).Location);
    }
}
