using System.Net;

namespace Duban.Web.Tests.Cases.Pages;

/// <summary>The case page through the loop.</summary>
public sealed class CasePageTests
{
    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task A_case_is_walked_from_registration_to_strike_off_and_relapse_on_its_pages_alone(On on)
    {
        await using var walk = await Walk.Begin(on: on);
        await (await walk.Verified()).Satisfied();
        await walk.Do("city-clerk", "notice");
        walk.Days(9);
        await walk.Do("city-clerk", "end-notice");
        await walk.Do("acceptor-ecology", "accept", ("passed", "yes"), ("opinion", "符合标准"));
        await walk.Do("city-clerk", "strike-off", ("opinion", "予以销号"));
        var page = await walk.See("city-head");
        Assert.Contains("已销号", page.Text, StringComparison.Ordinal);
        Assert.Contains("链上第 ", page.Text, StringComparison.Ordinal);
        Assert.Single(page.Page.QuerySelectorAll(".du-time li"), row => row.TextContent.Contains("群众答复 30 份", StringComparison.Ordinal));
        walk.Days(60);
        await walk.Do("hengdong-verifier", "look-back", ("holds", "no"), ("findings", "涌水再现"), ("opinion", "反弹"), ("newDue", "2021-12-31"));
        page = await walk.See("hengdong-liaison");
        Assert.Equal("回头看", page.Page.QuerySelector("ol.du-loop li:last-child")!.TextContent.Trim());
        Assert.Contains("第 2 轮", page.Text, StringComparison.Ordinal);
        Assert.Single(page.Page.QuerySelectorAll(".du-do .btn-primary"));
    }

    [Fact]
    public async Task What_is_missing_stands_on_the_page_before_anybody_asks_and_the_blocked_act_is_no_button()
    {
        await using var walk = await (await Walk.Begin()).Rectifying();
        var page = await walk.See("hengdong-liaison");
        Assert.Contains("措施完成 0 / 2，差 M1、M2", page.Page.QuerySelector("#check")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("程序第 7 步", page.Page.QuerySelector(".du-check.miss .basis")!.TextContent.Trim());
        Assert.Contains("申请销号　还不能", page.Page.QuerySelector(".du-acts .no")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("报进度", page.Page.QuerySelector(".du-acts .btn-primary")!.TextContent);
    }

    [Fact]
    public async Task A_case_without_a_due_date_says_why_and_one_nobody_has_yet_says_so()
    {
        await using var walk = await Walk.Begin();
        Assert.Contains("还没有交办", (await walk.See("city-clerk")).Page.QuerySelector(".du-clocks")!.TextContent, StringComparison.Ordinal);
        await walk.Do("city-clerk", "correct", ("proposedDue", ""), ("why", "河道保洁没有完成之日"));
        await walk.Do("city-clerk", "hand-over", ("due", ""), ("noDueReason", "长期坚持"));
        var clocks = (await walk.See("city-clerk")).Page.QuerySelector(".du-clocks")!.TextContent;
        Assert.Contains("没有定时限", clocks, StringComparison.Ordinal);
        Assert.Contains("交办时写明：长期坚持", clocks, StringComparison.Ordinal);
        Assert.DoesNotContain("还没有交办", clocks, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_registration_without_a_source_says_nothing_of_one_and_a_notice_is_told_by_its_last_day()
    {
        await using var bare = await Walk.Begin(source: "");
        var registered = (await bare.See("city-clerk")).Page.QuerySelector(".du-time")!.TextContent;
        Assert.Contains("立项登记", registered, StringComparison.Ordinal);
        Assert.DoesNotContain("来源", registered, StringComparison.Ordinal);

        await using var walk = await (await (await Walk.Begin()).Verified()).Satisfied();
        await walk.Do("city-clerk", "notice");
        var page = (await walk.See("city-clerk")).Page;
        Assert.Equal("公示到 3月22日", page.QuerySelector("ol.du-loop li.now")!.TextContent);
        Assert.Contains("公示到 3月22日，期满后结束公示", page.QuerySelector(".du-clocks")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_notice_says_to_residents_what_was_done_who_looked_and_what_follows_and_nothing_that_offices_write_one_another()
    {
        await using var walk = await (await (await Walk.Begin()).Verified()).Satisfied();
        var form = (await walk.See("city-clerk", "notice")).Page;
        var said = form.QuerySelector("textarea[name=completion]")!.TextContent.Trim().Split('\n');
        Assert.Equal(
            ["已完成：涌水收集导流；处理站扩建。", "整改后拍了 1 张照片存档。", "2021年3月15日，衡东县应急管理局的核查人到现场看过：出水清。",
                "问了受影响的群众 30 户，30 户答复：30 户说解决了，0 户说解决了一部分，0 户说没有解决。"], said);
        var opinion = form.QuerySelector("textarea[name=opinion]")!.TextContent;
        Assert.Contains("报市级验收", opinion, StringComparison.Ordinal);
        Assert.DoesNotContain("同意", opinion, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_asked_for_stands_beside_the_form_that_decides_it()
    {
        await using var walk = await (await Walk.Begin()).Rectifying();
        await walk.Do("hengdong-liaison", "pause", ("from", "2021-03-16"), ("until", "2021-03-31"), ("reason", "汛期停工"));
        var page = (await walk.See("city-head", "decide")).Page;
        Assert.Contains("汛期停工", page.QuerySelector(".du-col .du-panel:not(form)")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("有一项暂停申请还没有审批", (await walk.See("hengdong-liaison")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_that_is_void_shows_its_end_and_neither_clocks_nor_what_is_missing()
    {
        await using var walk = await (await Walk.Begin()).Signed();
        await walk.Do("city-clerk", "void", ("reason", "现场没有这处设施"));
        await walk.Do("city-head", "decide", ("grant", "yes"), ("opinion", "核实为误报"));
        var page = (await walk.See("city-clerk")).Page;
        Assert.Null(page.QuerySelector(".du-clocks"));
        Assert.Null(page.QuerySelector("#check"));
        foreach (var words in new[] { "现场没有这处设施", "核实为误报", "市督查室 · 主任" }) Assert.Contains(words, page.QuerySelector("main > .du-panel")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_that_somebody_may_not_know_of_is_not_there()
    {
        await using var walk = await (await Walk.Begin()).Signed();
        Assert.Equal(HttpStatusCode.OK, (await walk.See("hengdong-liaison")).Status);
        foreach (var address in new[] { "", "print", "plan", "evidence", "ask", "files/" + new string('a', 64) })
            Assert.Equal(HttpStatusCode.NotFound, (await walk.See("qidong-liaison", address)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await walk.See("city-clerk", "/cases/JL-999")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await walk.See("city-clerk", "/cases/no-such-case")).Status);
    }

    [Fact]
    public async Task A_lead_becomes_a_case_and_is_found_by_either_number()
    {
        await using var walk = await Walk.Begin();
        var lead = await walk.Send("hengdong-liaison", "/cases/report", ("title", "渣土外露"), ("description", "雨后渣土流入农田"), ("place", "杨桥镇"));
        Assert.Equal(HttpStatusCode.Redirect, lead.Status);
        Assert.Equal("渣土外露", (await walk.See("city-clerk", "/cases/XS-001/register")).Page.QuerySelector("input[name=title]")!.GetAttribute("value"));
        var registered = await walk.Send("city-clerk", "/cases/XS-001/register", ("campaign", "JL"));
        Assert.Equal(HttpStatusCode.Redirect, registered.Status);
        foreach (var address in new[] { "/cases/XS-001", "/cases/JL-002", "/cases/jl-002" })
            Assert.Contains("JL-002　渣土外露", (await walk.See("city-clerk", address)).Page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_dossier_holds_everything_on_paper()
    {
        await using var walk = await (await Walk.Begin()).Verified();
        var paper = await walk.See("city-clerk", "print");
        foreach (var fact in new[] { "督办事项档案", "JL-001", "矿洞涌水呈酸性", "涌水收集导流", "应急中和预案", "处理站出水口", "县级核查通过", "2021年3月15日" })
            Assert.Contains(fact, paper.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hostile_words_are_words_on_every_page()
    {
        const string Hostile = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>";
        await using var walk = await (await Walk.Begin(Hostile)).Signed();
        await walk.Do("hengdong-liaison", "plan", [.. Walk.Plan.Where(f => f.Item1 != "goals"), ("goals", Hostile)]);
        foreach (var address in new[] { "", "print", "decide-plan" })
        {
            var page = await walk.See(address == "decide-plan" ? "city-head" : "hengdong-liaison", address);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Empty(page.Page.QuerySelectorAll("script:not([src^='/js/print.']), img[onerror]"));
            Assert.Contains("alert(1)", page.Text, StringComparison.Ordinal);
        }
    }
}
