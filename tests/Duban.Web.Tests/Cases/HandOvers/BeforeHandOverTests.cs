using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Duban.Domain.Cases;
using Duban.Domain.People;
using Duban.Web.Cases;
using Duban.Web.Cases.HandOvers;
using Duban.Web.Tests.Cases.Lists;

namespace Duban.Web.Tests.Cases.HandOvers;

/// <summary>What a clerk is told before a case leaves the office, at the meeting and on the form of a single case.</summary>
public sealed class BeforeHandOverTests
{
    private const string City = "430400";
    private static readonly Actor CityClerk = new(new PersonId("city-clerk"), Role.Clerk, new UnitPath("430400/430400-dcs/"), UnitKind.Office);
    private const string Vacant = "（未设联络员或责任领导）";

    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task A_case_its_unit_was_let_off_asks_for_a_unit_anew_and_says_who_gave_it_back_and_why(On on)
    {
        await using var filled = await Filled.Begin(on);
        var id = await Released(filled);
        var clerk = await filled.Town.SignIn("city-clerk");
        var desk = await clerk.Get("/hand-over?campaign=AQ");
        Assert.Equal("未定单位", desk.Page.QuerySelector(".du-units tbody button")!.TextContent);
        Assert.Contains("退单：衡东县，3月15日 周一：不在我县辖区", desk.Page.QuerySelector(".du-allot tbody tr")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await clerk.Submit(desk, "/hand-over", ("due", "2021-04-30"))).Status);
        Assert.Equal(Stage.Returned, (await Load(filled, id)).Stage);

        var single = await clerk.Get($"/cases/{id}/hand-over");
        Assert.Equal("", single.Page.QuerySelector<IHtmlSelectElement>("[name=to]")!.Value);
        Assert.Contains("退单：衡东县，3月15日 周一：不在我县辖区", single.Page.QuerySelector("form#act")!.TextContent, StringComparison.Ordinal);

        // The office may still decide for the same unit, by an act of its own.
        Assert.Equal(HttpStatusCode.OK, (await clerk.Submit(desk, "/hand-over/allot", ("to", "430424"), ("case", id.Value))).Status);
        desk = await clerk.Get("/hand-over?campaign=AQ");
        Assert.Equal("衡东县", desk.Page.QuerySelector(".du-units tbody button")!.TextContent);
        Assert.Contains("退单：衡东县", desk.Page.QuerySelector(".du-allot tbody tr")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/slips?campaign=AQ", (await clerk.Submit(desk, "/hand-over", ("due", "2021-04-30"))).Location);
        Assert.Null((await Load(filled, id)).GivenBack);
    }

    [Fact]
    public async Task A_return_that_is_overruled_leaves_no_mark()
    {
        await using var filled = await Filled.Begin();
        var id = await filled.HandedOver("通道堵塞", "2021-04-30");
        await filled.Returned(id);
        Assert.Equal(("430424", "不在我县辖区"), ((await Load(filled, id)).GivenBack!.Unit.Value, (await Load(filled, id)).GivenBack!.Why));
        await (await Machine.Of(filled.Town, "city-clerk")).Act(id.Value, "decide-return", new { grant = "no", opinion = "属地管理" });
        Assert.Equal((null, "430424"), ((await Load(filled, id)).GivenBack, (await Load(filled, id)).Matter!.ProposedUnit!.Value.Value));
    }

    [Fact]
    public async Task The_single_form_proposes_no_day_that_has_passed_and_takes_the_lists_own_only_when_it_is_typed()
    {
        await using var filled = await Filled.Begin();
        var (late, good) = (await filled.Registered("通道堵塞", due: "2021-03-01"), await filled.Registered("护栏缺失", due: "2021-03-31"));
        var clerk = await filled.Town.SignIn("city-clerk");
        var form = await clerk.Get($"/cases/{late}/hand-over");
        Assert.Equal("", form.Page.QuerySelector<IHtmlInputElement>("[name=due]")!.Value);
        Assert.Contains("台账时限 3月1日 周一已过", form.Page.QuerySelector("form#act")!.TextContent, StringComparison.Ordinal);
        var sound = await clerk.Get($"/cases/{good}/hand-over");
        Assert.Equal("2021-03-31", sound.Page.QuerySelector<IHtmlInputElement>("[name=due]")!.Value);
        Assert.DoesNotContain("已过", sound.Page.QuerySelector("form#act")!.TextContent, StringComparison.Ordinal);

        Task<Seen> HandOver(string day) => clerk.Submit(form, $"/cases/{late}/hand-over", ("to", "430424"), ("slip", "衡安交〔2021〕9号"), ("due", day));
        foreach (var day in new[] { "", "2021-03-02" })
        {
            var refused = await HandOver(day);
            Assert.Equal((HttpStatusCode.UnprocessableEntity, "#due"), (refused.Status, refused.Page.QuerySelector(".du-errors a")!.GetAttribute("href")));
            Assert.Contains("台账时限 3月1日 周一已过", refused.Page.QuerySelector("form#act")!.TextContent, StringComparison.Ordinal);
        }
        Assert.Equal(HttpStatusCode.Redirect, (await HandOver("2021-03-01")).Status);
        Assert.Equal(new DateOnly(2021, 3, 1), (await Load(filled, late)).TotalClock!.Named);
    }

    [Fact]
    public async Task A_unit_where_nobody_in_post_can_sign_is_told_before_and_not_refused()
    {
        await using var filled = await Filled.Begin();
        var (id, _) = (await filled.Registered("通道堵塞", "430400-yjj", due: "2021-04-30"), await filled.Registered("护栏缺失", due: "2021-04-30"));
        var clerk = await filled.Town.SignIn("city-clerk");
        var desk = await clerk.Get("/hand-over?campaign=AQ");
        Assert.Contains(Vacant, Assert.Single(desk.Page.QuerySelectorAll(".du-units tbody tr"), r => r.TextContent.Contains("市应急管理局", StringComparison.Ordinal)).TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(Vacant, Assert.Single(desk.Page.QuerySelectorAll(".du-units tbody tr"), r => r.TextContent.Contains("衡东县", StringComparison.Ordinal)).TextContent, StringComparison.Ordinal);
        foreach (var page in new[] { desk, await clerk.Get($"/cases/{id}/hand-over") })
        {
            Assert.Contains(Vacant, page.Page.QuerySelector("select[name=to] option[value='430400-yjj']")!.TextContent, StringComparison.Ordinal);
            Assert.Equal("衡东县", page.Page.QuerySelector("select[name=to] option[value='430424']")!.TextContent);
        }
        Assert.Equal("/slips?campaign=AQ", (await clerk.Submit(desk, "/hand-over")).Location);
    }

    [Fact]
    public async Task A_slip_rests_on_what_the_first_one_rested_on_and_never_on_the_name_of_a_file()
    {
        await using var filled = await Filled.Begin();
        using var shell = CommandLine.Shell.Of(filled.Town);
        var list = shell.File("排查清单.csv", "编号,隐患描述,责任单位,整改时限\n1,消防通道堵塞,衡东县,2021-03-01\n2,灭火器过期,衡东县,立行立改\n3,电线老化,衡东县,\n");
        await shell.Run("import", list, "--campaign", "AQ");
        var clerk = await filled.Town.SignIn("city-clerk");
        var desk = await clerk.Get("/hand-over?campaign=AQ");
        Assert.Contains("排查清单.csv 排查清单 D2", desk.Page.QuerySelector(".du-passed tbody")!.TextContent, StringComparison.Ordinal);
        foreach (var place in new[] { "排查清单.csv 排查清单 D3", "排查清单.csv 排查清单 第 4 行" })
            Assert.Contains(place, desk.Page.QuerySelector(".du-unnamed tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("排查清单.csv 排查清单 第 2 行", (await clerk.Get("/cases/AQ-001")).Page.QuerySelector("#registered")!.TextContent, StringComparison.Ordinal);

        Assert.Equal(("", ""), await Prefilled("AQ-001"));
        Assert.Equal(("市安委会第一次会议", "0734-0000000"), await Again("AQ-001", "市安委会第一次会议", "0734-0000000"));
        Assert.Equal(("", "市安委办"), await Again("AQ-002", "排查清单.csv", "市安委办"));

        async Task<(string Basis, string Contact)> Again(string id, string basis, string contact)
        {
            var machine = await Machine.Of(filled.Town, "city-clerk");
            (await machine.Act(id, "hand-over", new { to = "430424", slip = $"单{id}", due = "2021-04-30", laterWhy = "会议改期", basis, contact })).IsNow("handed_over");
            await filled.Returned(new CaseId(id));
            (await machine.Act(id, "decide-return", new { grant = "yes", opinion = "同意" })).IsNow("returned");
            return await Prefilled(id);
        }

        async Task<(string Basis, string Contact)> Prefilled(string id)
        {
            var page = (await clerk.Get($"/cases/{id}/hand-over")).Page;
            return (page.QuerySelector<IHtmlInputElement>("[name=basis]")!.Value, page.QuerySelector<IHtmlInputElement>("[name=contact]")!.Value);
        }
    }

    [Fact]
    public async Task What_had_passed_when_it_was_handed_over_is_marked_on_its_slip_and_where_it_is_signed_for()
    {
        await using var filled = await Filled.Begin();
        await filled.Registered("通道堵塞", due: "2021-03-01");
        await filled.Registered("护栏缺失", due: "2021-03-31");
        var clerk = await filled.Town.SignIn("city-clerk");
        var desk = await clerk.Get("/hand-over?campaign=AQ");
        var slips = await clerk.Get((await clerk.Submit(desk, "/hand-over")).Location!);
        var sheet = slips.Page.QuerySelector("main tbody a")!.GetAttribute("href")!;
        Assert.Equal([true, false], (await clerk.Get(sheet)).Page.QuerySelectorAll(".sheet .stack tbody tr").Select(Marked));
        filled.Town.Clock.Advance(TimeSpan.FromDays(30));
        Assert.Equal([true, false], (await filled.See("city-clerk", sheet)).Page.QuerySelectorAll(".sheet .stack tbody tr").Select(Marked));
        Assert.Equal([true, false], (await filled.See("hengdong-liaison", sheet + "/sign")).Page.QuerySelectorAll("td.due").Select(Marked));
    }

    [Fact]
    public async Task Allotting_nothing_or_to_nobody_is_said_and_what_was_ticked_stays_ticked()
    {
        await using var filled = await Filled.Begin();
        var id = await filled.Registered("通道堵塞", due: "2021-04-30");
        var clerk = await filled.Town.SignIn("city-clerk");
        var desk = await clerk.Get("/hand-over?campaign=AQ");
        Assert.Equal(("", "请选择"), desk.Page.QuerySelector<IHtmlOptionElement>("#to option") is { } first ? (first.Value, first.TextContent) : default);
        var none = await clerk.Submit(desk, "/hand-over/allot", ("to", "430423"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, none.Status);
        Assert.Contains("没有勾选要改派的事项", none.Page.QuerySelector(".du-errors")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("430423", none.Page.QuerySelector<IHtmlSelectElement>("#to")!.Value);
        var nobody = await clerk.Submit(desk, "/hand-over/allot", ("to", ""), ("case", id.Value));
        Assert.Equal(["#to"], nobody.Page.QuerySelectorAll(".du-errors a").Select(a => a.GetAttribute("href")));
        Assert.True(nobody.Page.QuerySelector<IHtmlInputElement>($"input[name=case][value='{id}']")!.IsChecked);
        Assert.Equal("430424", (await Load(filled, id)).Matter!.ProposedUnit!.Value.Value);
    }

    // Two officials at one list: the slower one's page is of a list that is gone.
    [Fact]
    public async Task What_another_official_has_handed_over_or_corrected_meanwhile_is_told_and_nothing_is_written_of_it()
    {
        await using var filled = await Filled.Begin();
        var (gone, late) = (await filled.Registered("通道堵塞", due: "2021-04-30"), await filled.Registered("电线老化", due: "2021-04-30"));
        var clerk = await filled.Town.SignIn("city-clerk");
        var desk = await clerk.Get("/hand-over?campaign=AQ");
        var machine = await Machine.Of(filled.Town, "city-clerk");
        Assert.Equal(HttpStatusCode.OK, (await machine.Post($"/api/cases/{gone}/hand-over", new { to = "430424", slip = "衡安交〔2021〕9号", due = "2021-04-30" })).Status);
        var before = (await Load(filled, gone)).Version;
        var told = await clerk.Submit(desk, "/hand-over/allot", ("to", "430423"), ("case", gone.Value));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, told.Status);
        Assert.Contains("已经交办，不能再改拟交单位", told.Page.QuerySelector(".du-errors")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(before, (await Load(filled, gone)).Version);

        var lines = await filled.Town.The<HandOverDesk>().Waiting(CityClerk, "AQ");
        var seen = lines.Single(l => l.Case == late.Value).Version;
        var matter = (await Load(filled, late)).Matter!;
        await machine.Act(late.Value, "correct", new { title = matter.Title, description = matter.Description, place = matter.Place.Text, why = "领导改期", proposedDue = "2021-05-30" });
        var answer = await filled.Town.The<HandOverDesk>().HandOver(
            CityClerk, "AQ", [new(late, new UnitId("430424"), new DateOnly(2021, 4, 30), null) { Seen = seen }], null, null);
        Assert.Equal(["case.faster"], Assert.IsType<BatchAnswer.Refused>(answer).Reasons.Select(r => r.Reason.Code));
        Assert.Equal(Stage.Graded, (await Load(filled, late)).Stage);
    }

    [Fact]
    public async Task A_typed_day_comes_before_the_lists_own_word_that_nobody_touched()
    {
        await using var filled = await Filled.Begin();
        var (alone, corrected, met) = (await filled.Registered("灭火器过期", said: "立行立改"), await filled.Registered("标识脱落", said: "立行立改"), await filled.Registered("通道堵塞", said: "立行立改"));
        var clerk = await filled.Town.SignIn("city-clerk");
        var form = await clerk.Get($"/cases/{alone}/hand-over");
        Task<Seen> HandOver(string words) =>
            clerk.Submit(form, $"/cases/{alone}/hand-over", ("to", "430424"), ("slip", "衡安交〔2021〕9号"), ("due", "2021-04-02"), ("noDueReason", words), ("laterWhy", "等配件"));
        Assert.Equal("#noDueReason", (await HandOver("长期坚持")).Page.QuerySelector(".du-errors a")!.GetAttribute("href"));
        Assert.Equal(HttpStatusCode.Redirect, (await HandOver("立行立改")).Status);

        var mend = await clerk.Get($"/cases/{corrected}/correct");
        Task<Seen> Correct(string words) => clerk.Submit(mend, $"/cases/{corrected}/correct",
            ("title", "标识脱落"), ("description", "标识脱落"), ("place", "某镇某村"), ("proposedDue", "2021-04-02"), ("dueWords", words), ("why", "现场核实"));
        Assert.Equal("#dueWords", (await Correct("长期坚持")).Page.QuerySelector(".du-errors a")!.GetAttribute("href"));
        Assert.Equal(HttpStatusCode.Redirect, (await Correct("立行立改")).Status);
        Assert.Equal((new DateOnly(2021, 4, 2), null), ((await Load(filled, corrected)).Matter!.ProposedDue, (await Load(filled, corrected)).Matter!.DueWords));

        var desk = await clerk.Get("/hand-over?campaign=AQ");
        var both = await clerk.Submit(desk, "/hand-over", ("laterWhy", "等配件"), ("days[0].due", "2021-04-02"), ("days[0].noDueReason", "长期坚持"));
        Assert.Equal(["#days-0-noDueReason"], both.Page.QuerySelectorAll(".du-errors a").Select(a => a.GetAttribute("href")));
        Assert.Equal("/slips?campaign=AQ", (await clerk.Submit(desk, "/hand-over", ("laterWhy", "等配件"), ("days[0].due", "2021-04-02"), ("days[0].noDueReason", "立行立改"))).Location);
        foreach (var id in new[] { alone, corrected, met })
            Assert.Equal((new DateOnly(2021, 4, 2), null), ((await Load(filled, id)).TotalClock?.Named, (await Load(filled, id)).Holding!.NoDueReason));
    }

    private static bool Marked(IElement row) => row.TextContent.Contains("已过", StringComparison.Ordinal);

    private static async Task<CaseId> Released(Filled filled)
    {
        var id = await filled.HandedOver("通道堵塞", "2021-04-30");
        await filled.Returned(id);
        (await (await Machine.Of(filled.Town, "city-clerk")).Act(id.Value, "decide-return", new { grant = "yes", opinion = "同意" })).IsNow("returned");
        return id;
    }

    private static async Task<Case> Load(Filled filled, CaseId id) => (await filled.Town.The<CaseLedger>().Load(City, id))!;
}
