using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Duban.Domain.Cases;
using Duban.Domain.People;
using Duban.Web.Cases;
using Duban.Web.Cases.Acts;
using Duban.Web.People;
using Standing = Duban.Domain.Cases.Standing;

namespace Duban.Web.Tests.Cases.Pages;

/// <summary>The page of every act.</summary>
public sealed partial class ActPageTests
{
    private static readonly string[] Somebody = ["city-clerk", "city-head", "hengdong-liaison", "hengdong-verifier", "acceptor-ecology", "reader"];

    [Theory, InlineData("zh-CN"), InlineData("en")]
    public async Task Every_act_has_a_page_for_whoever_may_do_it_in_both_languages_and_for_nobody_else(string language)
    {
        await using var walk = await (await Walk.Begin()).Verified();
        var c = (await walk.Town.The<CaseLedger>().Load("430400", new CaseId(walk.Id)))!;
        foreach (var user in Somebody)
        {
            var browser = await walk.As(user);
            await browser.Submit(await browser.Get($"/cases/{walk.Id}"), "/language", ("Culture", language));
            var by = await ActorOf(walk.Town, user);
            foreach (var door in ActDoor.All)
            {
                var page = await walk.See(user, door.Name);
                var may = Rights.Refusal(by, door.Kind, c.Holding?.Unit, c.CoUnits) is null;
                Assert.True(page.Status == (may ? HttpStatusCode.OK : HttpStatusCode.Forbidden), $"{user} {door.Name}: {page.Status}");
                if (!may) continue;
                Assert.DoesNotMatch(RawKey(), page.Text);
                if (Standing.Place(door.Kind, c) is null) Assert.NotNull(page.Page.QuerySelector("form#act button.btn-primary"));
                else Assert.NotNull(page.Page.QuerySelector(".du-errors"));
            }
        }
    }

    [Fact]
    public async Task No_label_of_an_English_page_is_Chinese()
    {
        await using var walk = await (await Walk.Begin("Adit")).Verified();
        foreach (var user in Somebody.SkipLast(1))
        {
            var browser = await walk.As(user);
            await browser.Submit(await browser.Get($"/cases/{walk.Id}"), "/language", ("Culture", "en"));
            var addresses = ActDoor.All.Select(d => d.Name).Append("").Append("evidence").Append("ask").Append("/cases/new").Append("/cases/report");
            foreach (var address in addresses)
            {
                var page = await walk.See(user, address);
                if (page.Status != HttpStatusCode.OK) continue;
                foreach (var words in page.Page.QuerySelectorAll("main h2, main label:not(.du-tick), main legend, main .hint, main button, main dt:not(.theirs), main th, main summary, main .du-crumb > a:first-child"))
                    Assert.False(Han().IsMatch(words.TextContent), $"{user} {address}: {words.TextContent}");
            }
        }
    }

    [Fact]
    public async Task A_refused_form_comes_back_with_everything_typed_and_a_link_to_each_field()
    {
        await using var walk = await (await Walk.Begin()).Signed();
        var refused = await walk.Send("hengdong-liaison", "plan",
            ("leader", "hengdong-leader"), ("team", "hengdong-leader"), ("goals", "出水达标 & <达标>"), ("measures[0].text", "导流"), ("measures[0].due", "4月31日"), ("measures[2].text", "扩建"), ("measures[2].due", "2022-01-01"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal("出水达标 & <达标>", refused.Page.QuerySelector<IHtmlTextAreaElement>("textarea[name=goals]")!.Value);
        Assert.Equal("4月31日", refused.Page.QuerySelector<IHtmlInputElement>("[name='measures[0].due']")!.Value);
        Assert.Equal("扩建", refused.Page.QuerySelector<IHtmlInputElement>("[name='measures[1].text']")!.Value);
        Assert.True(refused.Page.QuerySelector<IHtmlInputElement>("input[name=team][value=hengdong-leader]")!.IsChecked);
        foreach (var link in refused.Page.QuerySelectorAll(".du-errors a"))
            Assert.NotNull(refused.Page.QuerySelector(link.GetAttribute("href")!));
        Assert.Contains("“4月31日”不是有效的日期", refused.Page.QuerySelector(".du-errors")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(5, refused.Page.QuerySelectorAll("input[name$='.text']").Length);
    }

    [Fact]
    public async Task Who_was_slower_sees_what_happened_and_keeps_the_words()
    {
        await using var walk = await (await Walk.Begin()).Signed();
        var office = await walk.As("city-clerk");
        var stale = await office.Get($"/cases/{walk.Id}/chase");
        await walk.Do("hengdong-liaison", "plan", Walk.Plan);
        var faster = await office.Submit(stale, $"/cases/{walk.Id}/chase", ("words", "请抓紧报方案"));
        Assert.Equal(HttpStatusCode.Conflict, faster.Status);
        Assert.Contains("报方案：2 项措施", faster.Page.QuerySelector(".du-errors .du-time")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("请抓紧报方案", faster.Page.QuerySelector<IHtmlTextAreaElement>("textarea[name=words]")!.Value);
        Assert.Equal(HttpStatusCode.Redirect, (await office.Submit(faster, $"/cases/{walk.Id}/chase", ("words", "请抓紧报方案"))).Status);
    }

    [Fact]
    public async Task Pressing_twice_is_done_once()
    {
        await using var walk = await (await Walk.Begin()).Signed();
        var office = await walk.As("city-clerk");
        var page = await office.Get($"/cases/{walk.Id}/chase");
        for (var i = 0; i < 2; i++) Assert.Equal(HttpStatusCode.Redirect, (await office.Submit(page, $"/cases/{walk.Id}/chase", ("words", "请报方案"))).Status);
        Assert.Single((await walk.See("city-clerk")).Page.QuerySelectorAll(".du-time li"), l => l.TextContent.Contains("催办", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Registering_twice_with_one_press_is_one_case()
    {
        await using var walk = await Walk.Begin();
        var office = await walk.As("city-clerk");
        var page = await office.Get("/cases/new");
        for (var i = 0; i < 2; i++)
        {
            var answer = await office.Submit(page, "/cases/new", ("campaign", "JL"), ("title", "渣土"), ("description", "渣土外露"), ("place", "杨桥镇"));
            Assert.Equal((HttpStatusCode.Redirect, "/cases/JL-002"), (answer.Status, answer.Location));
        }
        Assert.Equal(HttpStatusCode.NotFound, (await office.Get("/cases/JL-003")).Status);
    }

    [Fact]
    public async Task What_stands_against_an_act_is_told_before_anything_is_typed()
    {
        await using var walk = await (await Walk.Begin()).Rectifying();
        var page = await walk.See("hengdong-liaison", "apply");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(4, page.Page.QuerySelectorAll(".du-errors li").Length);
        // The same number on the button, before the next step and on the checklist.
        var shown = (await walk.See("hengdong-liaison")).Page;
        Assert.Contains("差 4 项", shown.QuerySelector(".du-acts, .du-act, main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("还差 4", shown.QuerySelector("h3.du-part.miss")!.TextContent[..4]);
        Assert.Contains("前后同一点位", shown.QuerySelector(".du-holder .next")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("由谁办　衡东县 · 联络员或责任领导", page.Page.QuerySelector(".du-errors")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_applies_before_there_is_a_plan_is_led_to_file_it_and_once_applied_hears_what_is_awaited()
    {
        await using var walk = await (await Walk.Begin()).Signed();
        var early = (await walk.See("hengdong-liaison", "apply")).Page.QuerySelector(".du-errors")!;
        Assert.Contains("方案还没有报", early.TextContent, StringComparison.Ordinal);
        Assert.Equal("报方案", early.QuerySelector("a[href='/cases/JL-001/plan']")!.TextContent);
        await walk.Do("hengdong-liaison", "plan", Walk.Plan);
        var filed = (await walk.See("hengdong-liaison", "apply")).Page.QuerySelector(".du-errors")!;
        Assert.Contains("方案还没有审定", filed.TextContent, StringComparison.Ordinal);
        Assert.Null(filed.QuerySelector("a[href$='/plan']"));

        await using var later = await (await Walk.Begin()).Verified();
        await later.Do("city-clerk", "draw-sample", ("affected", "60"), ("size", "30"));
        var again = (await later.See("hengdong-liaison", "apply")).Page.QuerySelector(".du-errors li")!.TextContent;
        Assert.Contains("单位已于 3月15日 周一申请销号，不用再申请；现在是“满意度”这一步", again, StringComparison.Ordinal);
        Assert.DoesNotContain("经办员", again, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_comes_after_a_return_is_the_decision_and_then_the_signing()
    {
        await using var walk = await (await Walk.Begin()).Do("city-clerk", "hand-over");
        Assert.Equal(["审批退单", "签收", "方案制定"], await After("ask-return"));
        Assert.Equal("方案制定", (await After("sign"))[0]);
        await walk.Do("hengdong-liaison", "sign");
        Assert.Equal(["审批申请", "方案制定"], (await After("extension")).Take(2));

        async Task<IReadOnlyList<string>> After(string act) => [.. (await walk.See("hengdong-liaison", act)).Page.QuerySelectorAll(".du-after b").Take(3).Select(b => b.TextContent)];
    }

    [Fact]
    public async Task An_extension_says_that_measures_keep_their_days_and_where_the_unit_revises_them()
    {
        await using var walk = await (await Walk.Begin()).Signed();
        Assert.DoesNotContain("项措施的时限不变", (await walk.See("hengdong-liaison", "extension")).Text, StringComparison.Ordinal);
        await walk.Do("hengdong-liaison", "plan", Walk.Plan);
        await walk.Do("city-head", "decide-plan", ("approve", "yes"), ("opinion", "方案可行"));
        var measures = (await walk.Town.The<CaseLedger>().Load("430400", new(walk.Id)))!.Plan!.Measures;
        var asked = (await walk.See("hengdong-liaison", "extension")).Page.QuerySelector("form#act .body")!;
        Assert.Contains($"方案里 {measures.Count} 项措施的时限不变，最晚的是 6月", asked.TextContent, StringComparison.Ordinal);
        Assert.Equal("修订方案", asked.QuerySelector("a[href='/cases/JL-001/plan']")!.TextContent);
        await walk.Do("hengdong-liaison", "extension", ("to", "2021-07-31"), ("reason", "备件未到"));
        var decided = (await walk.See("city-head", "decide")).Page.QuerySelector("form#act .body")!;
        Assert.Contains("项措施的时限不变", decided.TextContent, StringComparison.Ordinal);
        Assert.Null(decided.QuerySelector("a[href$='/plan']"));
    }

    [Theory, InlineData("JL-001"), InlineData("jl1"), InlineData("ＪＬ—００１"), InlineData("JL 0001"), InlineData("JL–​001")]
    public async Task A_number_in_the_bar_leads_to_its_case_however_it_is_typed(string typed)
    {
        await using var walk = await Walk.Begin();
        Assert.Equal("/cases/JL-001", (await walk.See("city-clerk", "/cases?text=" + Uri.EscapeDataString(typed))).Location);
        foreach (var other in new[] { "JL-002", "JL-2021-1", "JL" })
            Assert.Equal(HttpStatusCode.OK, (await walk.See("city-clerk", "/cases?text=" + other)).Status);
    }

    [Fact]
    public async Task The_next_slip_number_is_suggested_and_used_up()
    {
        await using var walk = await Walk.Begin();
        Assert.Equal("JL交办〔2021〕1号", (await walk.See("city-clerk", "hand-over")).Page.QuerySelector<IHtmlInputElement>("[name=slip]")!.Value);
        await walk.Do("city-clerk", "hand-over");
        await walk.Do("hengdong-liaison", "ask-return", ("why", "不在我县"));
        await walk.Do("city-clerk", "decide-return", ("grant", "yes"), ("opinion", "同意"));
        Assert.Equal("JL交办〔2021〕2号", (await walk.See("city-clerk", "hand-over")).Page.QuerySelector<IHtmlInputElement>("[name=slip]")!.Value);
    }

    private static async Task<Actor> ActorOf(Town town, string user)
    {
        var standing = (await town.The<Standings>().Of(new PersonId(user)))!;
        var unit = (await town.The<UnitRegister>().Tree()).Find(standing.Posts[0].Unit)!;
        return new Actor(standing.Person, standing.Posts[0].Role, unit.Path, unit.Kind);
    }

    [GeneratedRegex(@"\b(field|hint|case|choice|door|say|reason|case_act|stage|step|check|guard|who)\.[a-z_]+")]
    private static partial Regex RawKey();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Han();
}
