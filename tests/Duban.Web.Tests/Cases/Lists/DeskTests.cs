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
    public async Task A_units_numbers_say_whose_they_are_and_what_the_unit_answers_for_elsewhere()
    {
        await using var town = await Filled.Begin();
        await town.Working("冷库氨管道渗漏", "2021-03-20");
        await town.Returned(await town.HandedOver("尾矿库排洪沟淤堵", "2021-03-16"));
        var said = (await town.See("hengdong-liaison", "/")).Page.QuerySelector(".du-counts + p")!;
        Assert.Contains("只算等本单位办的事项", said.TextContent, StringComparison.Ordinal);
        Assert.Contains("另有 1 件", said.TextContent, StringComparison.Ordinal);
        Assert.Equal(["AQ-002"], Filled.Rows(await town.See("hengdong-liaison", said.QuerySelector("a")!.GetAttribute("href")!)));
        Assert.Null((await town.See("city-clerk", "/")).Page.QuerySelector(".du-counts + p"));
    }

    [Fact]
    public async Task A_red_light_says_which_clock_is_red()
    {
        await using var town = await Filled.Begin();
        await town.HandedOver("尾矿库排洪沟淤堵", "2021-03-15");
        await town.HandedOver("冷库氨管道渗漏", "2021-04-30");
        string[] Dues(Seen page) => [.. page.Page.QuerySelectorAll(".du-rows td.due").Select(td => td.TextContent)];
        Assert.All(Dues(await town.See("city-clerk", "/cases")), due => Assert.DoesNotContain("红灯", due, StringComparison.Ordinal));
        town.Town.Clock.Advance(TimeSpan.FromDays(1));
        // The receipt may still be signed today, and its words stand beside a light that is red for the whole.
        Assert.Contains("签收时限 3月16日 周二 · 红灯：总时钟 3月15日", (await town.See("city-head", "/")).Page.QuerySelector("#g-red")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("红灯：总时钟", Dues(await town.See("city-head", "/cases?light=red"))[0], StringComparison.Ordinal);
        town.Town.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Contains("红灯：签收时限", Dues(await town.See("safety-clerk", "/cases?light=red"))[1], StringComparison.Ordinal);
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
