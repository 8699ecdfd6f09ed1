using System.Net;
using Duban.Domain.Cases;
using Duban.Ledger;
using Duban.Web.Cases;

namespace Duban.Web.Tests.Cases.Lists;

/// <summary>The list of cases and the lists of the menu.</summary>
public sealed class CaseListTests
{
    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task A_list_is_narrowed_by_unit_stage_light_level_due_date_and_words_that_stand_in_its_address(On on)
    {
        await using var town = await Filled.Begin(on);
        var late = await town.Working("冷库氨管道渗漏", "2021-03-20");
        var major = await town.HandedOver("尾矿库排洪沟淤堵", "2021-04-30", level: Level.Major);
        var other = await town.HandedOver("塔吊未办登记", "2021-03-31", unit: "430426");
        var waiting = await town.Registered("燃气瓶超量");
        town.Town.Clock.Advance(TimeSpan.FromDays(8));

        Assert.Equal(4, Filled.Rows(await town.See("city-clerk", "/cases")).Count);
        foreach (var (filter, expected) in new (string, CaseId[])[]
        {
            ("unit=430424", [major, late, waiting]), ("unit=430426", [other]), ("stage=handed_over", [major, other]), ("stage=registered&stage=graded", [waiting]), ("level=major", [major]),
            ("light=red", [major, other, late, waiting]), ("light=red&level=major", [major]), ("light=green", []), ("campaign=AQ&text=%E5%86%B7%E5%BA%93", [late]), ("awaits=sign&unit=430426", [other]),
            ("due_from=2021-03-20&due_to=2021-03-20", [late]), ("open=ended", []),
        })
        {
            var page = await town.See("city-clerk", "/cases?" + filter);
            Assert.True(page.Status == HttpStatusCode.OK, filter);
            Assert.Equal((filter, string.Join(' ', expected.Select(e => e.Value).Order())), (filter, string.Join(' ', Filled.Rows(page).Order())));
        }
        Assert.Contains("超期 3 天", (await town.See("city-clerk", "/cases?text=AQ")).Text, StringComparison.Ordinal);
    }

    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task Pages_follow_each_other_by_key_and_meet_every_case_once(On on)
    {
        await using var town = await Filled.Begin(on);
        for (var i = 0; i < 7; i++) await town.HandedOver($"隐患{i}", i % 2 == 0 ? "2021-03-20" : "2021-04-30");
        var (met, address) = (new List<string>(), "/cases?size=3&campaign=AQ");
        for (var pages = 1; ; pages++)
        {
            var page = await town.See("city-clerk", address);
            met.AddRange(Filled.Rows(page));
            Assert.Contains("共 7 件", page.Page.QuerySelector(".du-pager")!.TextContent, StringComparison.Ordinal);
            if (page.Page.QuerySelector(".du-pager a[rel=next]") is not { } next)
            {
                Assert.Equal(3, pages);
                break;
            }
            address = next.GetAttribute("href")!;
        }
        Assert.Equal(7, met.Count);
        Assert.Equal(7, met.Distinct().Count());
    }

    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task A_long_description_is_cut_between_characters_and_the_ledger_stays_whole(On on)
    {
        await using var town = await Filled.Begin(on);
        var told = await (await Machine.Of(town.Town, "city-clerk")).Post("/api/cases",
            new { campaign = "AQ", title = "通道堵塞", description = new string('险', 299) + "𠮷野", place = "地点", source = "巡查", level = "general" });
        Assert.Equal(HttpStatusCode.OK, told.Status);
        Assert.Contains(told["case"], Filled.Rows(await town.See("city-clerk", "/cases")));
        Assert.Equal(HttpStatusCode.OK, (await town.See("city-clerk", $"/cases?text={new string('a', 99)}𠮷")).Status);
        var check = await CaseCheck.Run(town.Town.The<EventStore>(), new BlobStore(Directory.CreateTempSubdirectory("duban-test-").FullName), TestContext.Current.CancellationToken);
        Assert.Equal((0L, (object?)null), (check.Broken, check.First));
    }

    // What repeats down a column is drawn once; the page is longer than the room that a usual one takes.
    [Fact]
    public async Task A_row_says_the_same_among_many_as_alone()
    {
        await using var town = await Filled.Begin();
        for (var i = 0; i < 60; i++)
        {
            var (title, due, unit, level) = ($"隐患{i}", i % 3 == 0 ? "2021-03-20" : "2021-04-30", i % 2 == 0 ? "430424" : "430426", i % 5 == 0 ? Level.Major : Level.General);
            if (i % 4 == 0) await town.Registered(title, unit, level);
            else if (i % 4 == 1 && unit == "430424") await town.Working(title, due, unit, level: level);
            else await town.HandedOver(title, due, unit, level);
        }
        town.Town.Clock.Advance(TimeSpan.FromDays(8));
        var together = await town.See("city-clerk", "/cases?size=200");
        Assert.Equal(60, Filled.Rows(together).Count);
        Assert.True(together.Html.Length > 1 << 15, $"{together.Html.Length} characters");
        Assert.EndsWith("</html>", together.Html.TrimEnd(), StringComparison.Ordinal);
        var alone = new List<string>();
        for (var address = "/cases?size=1"; address is not null;)
        {
            var page = await town.See("city-clerk", address);
            alone.AddRange(page.Page.QuerySelectorAll(".du-rows tbody tr").Select(row => row.OuterHtml));
            address = page.Page.QuerySelector(".du-pager a[rel=next]")?.GetAttribute("href");
        }
        Assert.Equal(alone, together.Page.QuerySelectorAll(".du-rows tbody tr").Select(row => row.OuterHtml));
    }

    [Fact]
    public async Task A_number_typed_into_the_bar_leads_to_its_case_however_it_is_typed()
    {
        await using var town = await Filled.Begin();
        await town.HandedOver("冷库", "2021-03-20");
        foreach (var typed in new[] { "AQ-001", "aq-1", "aq001", "%EF%BC%A1%EF%BC%B1-001", " AQ-001 " })
            Assert.Equal((HttpStatusCode.Redirect, "/cases/AQ-001"), (await town.See("city-clerk", "/cases?text=" + typed)) is var page ? (page.Status, page.Location) : default);
        Assert.Equal(HttpStatusCode.OK, (await town.See("city-clerk", "/cases?text=AQ-999")).Status);
        var neighbour = await town.See("qidong-liaison", "/cases?text=AQ-001");
        Assert.Equal(HttpStatusCode.OK, neighbour.Status);
        Assert.Empty(Filled.Rows(neighbour));
    }

    [Fact]
    public async Task Words_that_mean_nothing_are_told_and_hostile_ones_stay_words()
    {
        await using var town = await Filled.Begin();
        await town.HandedOver("<script>alert(1)</script>", "2021-03-20");
        var page = await town.See("city-clerk", "/cases?stage=nowhere&unit=x&light=blue&due_from=2021-02-30&size=9999&after=nonsense");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal(5, page.Page.QuerySelectorAll(".du-errors li").Length);
        page = await town.See("city-clerk", "/cases?text=%3Cscript%3Ealert&campaign=%22%3E%3Cimg+src%3Dx%3E");
        Assert.Empty(page.Page.QuerySelectorAll("script, img"));
        Assert.Contains("没有符合条件的事项", page.Text, StringComparison.Ordinal);
        Assert.Empty((await town.See("city-clerk", "/cases")).Page.QuerySelectorAll("script"));
    }

    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task The_menu_counts_what_waits_and_a_unit_counts_its_own(On on)
    {
        await using var town = await Filled.Begin(on);
        await town.HandedOver("甲", "2021-03-31");
        await town.HandedOver("乙", "2021-03-31");
        await town.HandedOver("丙", "2021-03-31", unit: "430426");
        await town.Registered("丁");
        Assert.Equal(("4", "3"), (Count(await town.See("city-clerk", "/cases"), "/cases"), Count(await town.See("city-clerk", "/cases"), "/to-sign")));
        Assert.Equal(("2", "2"), (Count(await town.See("hengdong-liaison", "/cases"), "/cases"), Count(await town.See("hengdong-liaison", "/to-sign"), "/to-sign")));
        await town.Working("戊", "2021-03-31");
        var page = await town.See("hengdong-liaison", "/to-sign");
        Assert.Equal(["AQ-001", "AQ-002"], Filled.Rows(page));
        Assert.Equal("3", Count(page, "/cases"));
    }

    [Fact]
    public async Task The_lists_of_the_menu_open_to_those_whom_they_concern()
    {
        await using var town = await Filled.Begin();
        foreach (var (user, path, status) in new[]
        {
            ("city-clerk", "/survey", HttpStatusCode.OK), ("city-head", "/to-accept", HttpStatusCode.OK), ("hengdong-verifier", "/to-verify", HttpStatusCode.OK),
            ("acceptor-emergency", "/look-back", HttpStatusCode.OK), ("hengdong-liaison", "/to-verify", HttpStatusCode.Forbidden), ("reader", "/to-sign", HttpStatusCode.Forbidden),
            ("reader", "/cases", HttpStatusCode.OK), ("administrator", "/cases", HttpStatusCode.OK),
        })
            Assert.Equal((user, path, status), (user, path, (await town.See(user, path)).Status));
        var stranger = await town.Town.Open().Get("/cases");
        Assert.Equal((HttpStatusCode.Redirect, true), (stranger.Status, stranger.Location!.Contains("/sign-in", StringComparison.Ordinal)));
    }

    private static string? Count(Seen page, string path) => page.Page.QuerySelector($".du-nav a[href='{path}'] span")?.TextContent;
}
