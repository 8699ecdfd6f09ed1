using System.Net;
using Duban.Domain.Cases;
using Duban.Domain.People;
using Duban.Web.Cases;
using Duban.Web.People;
using Duban.Web.Tests.Cases.Lists;

namespace Duban.Web.Tests.Cases.HandOvers;

/// <summary>Days at the meeting: what the list does not date is dated, or given its reason, before it leaves the office.</summary>
public sealed class MeetingDaysTests
{
    private const string City = "430400";

    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task What_is_to_be_fixed_at_once_has_its_clock_in_list_counter_slip_and_page(On on)
    {
        await using var filled = await Filled.Begin(on);
        var id = await filled.Registered("灭火器过期", said: "立行立改");
        var clerk = await filled.Town.SignIn("city-clerk");
        var desk = await clerk.Get("/hand-over?campaign=AQ");
        Assert.Contains("立行立改 · 限 3 个工作日", desk.Page.QuerySelector(".du-unnamed")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("2021年3月18日（立行立改 · 限 3 个工作日）", (await clerk.Get("/hand-over/preview?campaign=AQ&unit=430424")).Text, StringComparison.Ordinal);
        var slips = await clerk.Get((await clerk.Submit(desk, "/hand-over")).Location!);
        Assert.Contains("2021年3月18日（立行立改 · 限 3 个工作日）", (await clerk.Get(slips.Page.QuerySelector("main tbody a")!.GetAttribute("href")!)).Text, StringComparison.Ordinal);
        Assert.Contains("立行立改 · 限 3 个工作日", (await clerk.Get($"/cases/{id}")).Page.QuerySelector(".du-clocks")!.TextContent, StringComparison.Ordinal);

        var row = (await clerk.Get("/cases")).Page.QuerySelector(".du-rows tbody tr")!;
        // Signing comes first; the day of the whole stands beside it.
        Assert.Contains("3月18日（立行立改 · 限 3 个工作日）", row.QuerySelector("td.due")!.TextContent, StringComparison.Ordinal);
        var machine = await Machine.Of(filled.Town, "city-clerk");
        var line = (await machine.Get("/api/cases")).Body.GetProperty("cases")[0];
        Assert.Equal(("3 working", "立行立改"), (line.GetProperty("atOnce").GetString(), line.GetProperty("dueWords").GetString()));

        await (await Machine.Of(filled.Town, "hengdong-liaison")).Act(id.Value, "sign", new { });
        filled.Town.Clock.Advance(TimeSpan.FromDays(4));
        Assert.Equal([id.Value], Filled.Rows(await filled.See("city-clerk", "/cases?light=red")));
        Assert.Equal("red", (await machine.Get($"/api/cases/{id}")).Body.GetProperty("clocks").GetProperty("light").GetString());
    }

    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task One_day_or_one_reason_answers_for_all_that_have_none_and_each_can_have_its_own(On on)
    {
        await using var filled = await Filled.Begin(on);
        var (impossible, blank, own, kept, dated) = (await filled.Registered("通道堵塞", said: "2021.2.30"), await filled.Registered("电线老化"),
            await filled.Registered("护栏缺失", said: "待定"), await filled.Registered("河道保洁", said: "长期坚持"), await filled.Registered("标识脱落", due: "2021-04-30"));
        var clerk = await filled.Town.SignIn("city-clerk");
        var desk = await clerk.Get("/hand-over?campaign=AQ");
        Assert.Equal([impossible.Value, blank.Value, own.Value, kept.Value], desk.Page.QuerySelectorAll(".du-unnamed td.no a").Select(a => a.TextContent));

        var refused = await clerk.Submit(desk, "/hand-over");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(["#days-0-due", "#days-1-due", "#days-2-due"], refused.Page.QuerySelectorAll(".du-errors a").Select(a => a.GetAttribute("href")));
        var bad = await clerk.Submit(desk, "/hand-over", ("due", "2021-02-30"), ("days[2].noDueReason", "3月底前"));
        Assert.Equal("2021-02-30", bad.Page.QuerySelector("#due")!.GetAttribute("value"));
        Assert.Equal("3月底前", bad.Page.QuerySelector("#days-2-noDueReason")!.GetAttribute("value"));
        Assert.Contains("只填一项", (await clerk.Submit(desk, "/hand-over", ("due", "2021-03-31"), ("noDueReason", "长期坚持"))).Text, StringComparison.Ordinal);
        foreach (var id in new[] { impossible, blank, own, kept, dated }) Assert.Equal(Stage.Graded, (await Load(filled, id)).Stage);

        Assert.Equal("/slips?campaign=AQ", (await clerk.Submit(desk, "/hand-over", ("due", "2021-03-31"), ("days[2].due", "2021-04-15"))).Location);
        Assert.Equal(
            [new(2021, 3, 31), new(2021, 3, 31), new(2021, 4, 15), null, new DateOnly(2021, 4, 30)],
            [.. await Task.WhenAll(new[] { impossible, blank, own, kept, dated }.Select(async id => (await Load(filled, id)).TotalClock?.Named))]);
        Assert.Equal("长期坚持", (await Load(filled, kept)).DueWords);
        // Every refused try left the numbers where they were.
        Assert.EndsWith("1号", (await Load(filled, kept)).Holding!.Slip, StringComparison.Ordinal);
    }

    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task A_day_that_has_passed_is_a_problem_of_its_row_and_is_mended_there(On on)
    {
        await using var filled = await Filled.Begin(on);
        var (late, kept, good) = (await filled.Registered("通道堵塞", due: "2021-03-01"), await filled.Registered("电线老化", due: "2021-03-12"), await filled.Registered("护栏缺失", due: "2021-03-31"));
        var clerk = await filled.Town.SignIn("city-clerk");
        var desk = await clerk.Get("/hand-over?campaign=AQ");
        Assert.Equal([late.Value, kept.Value], desk.Page.QuerySelectorAll(".du-passed td.no a").Select(a => a.TextContent));
        Assert.Contains("3月1日 周一，已过", desk.Page.QuerySelector(".du-passed tbody tr")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["#days-0-due", "#days-1-due"], desk.Page.QuerySelectorAll(".du-allot td a.red").Select(a => a.GetAttribute("href")));
        Assert.Contains($"/cases/{late}/correct#proposedDue", desk.Page.QuerySelectorAll(".du-passed a").Select(a => a.GetAttribute("href")));

        var refused = await clerk.Submit(desk, "/hand-over", ("days[0].due", "2021-03-02"));
        Assert.Equal(["#days-0-due", "#days-0-laterWhy"], refused.Page.QuerySelectorAll(".du-errors a").Select(a => a.GetAttribute("href")));
        Assert.Equal("2021-03-02", refused.Page.QuerySelector("#days-0-due")!.GetAttribute("value"));
        Assert.Equal("/slips?campaign=AQ", (await clerk.Submit(desk, "/hand-over", ("days[0].due", "2021-04-02"), ("days[0].laterWhy", "会议改期"))).Location);
        Assert.Equal([new(2021, 4, 2), new(2021, 3, 12), new DateOnly(2021, 3, 31)],
            [.. await Task.WhenAll(new[] { late, kept, good }.Select(async id => (await Load(filled, id)).TotalClock?.Named))]);
    }

    [Fact]
    public async Task A_deadline_is_corrected_with_a_reason_before_the_hand_over_and_not_after_it()
    {
        await using var filled = await Filled.Begin();
        var (id, once) = (await filled.Registered("通道堵塞", due: "2021-03-01"), await filled.Registered("灭火器过期", said: "立行立改"));
        var clerk = await filled.Town.SignIn("city-clerk");
        var form = await clerk.Get($"/cases/{id}/correct");
        Assert.Equal("2021-03-01", form.Page.QuerySelector("#proposedDue")!.GetAttribute("value"));
        Task<Seen> Correct(string day) => clerk.Submit(
            form, $"/cases/{id}/correct", ("title", "通道堵塞"), ("description", "通道堵塞"), ("place", "某镇某村"), ("proposedDue", day), ("dueWords", ""), ("why", "录错了"));
        var past = await Correct("2021-03-02");
        Assert.Equal(["#proposedDue"], past.Page.QuerySelectorAll(".du-errors a").Select(a => a.GetAttribute("href")));
        Assert.Equal(HttpStatusCode.Redirect, (await Correct("2021-04-01")).Status);
        Assert.Equal(new DateOnly(2021, 4, 1), (await Load(filled, id)).Matter!.ProposedDue);
        Assert.Null((await clerk.Get("/hand-over?campaign=AQ")).Page.QuerySelector(".du-passed"));

        var machine = await Machine.Of(filled.Town, "city-clerk");
        var whole = (await Load(filled, once)).Matter!;
        object Corrected(string? day, string? words) =>
            new { title = whole.Title, description = whole.Description, place = whole.Place.Text, why = "现场核实", proposedDue = day, dueWords = words };
        var longTerm = new { to = "430424", slip = "衡安交〔2021〕9号", noDueReason = "长期坚持" };
        (await machine.Post($"/api/cases/{once}/hand-over", longTerm)).IsRefusedFor("handover.clock_dropped");
        (await machine.Post($"/api/cases/{once}/correct", Corrected("2021-04-01", "长期坚持"))).IsRefusedFor("handover.day_or_reason");
        Assert.Equal("立行立改", (await Load(filled, once)).Matter!.DueWords);
        await machine.Act(once.Value, "correct", Corrected(null, "长期坚持"));
        await machine.Act(once.Value, "hand-over", longTerm);
        Assert.Null((await Load(filled, once)).TotalClock);
        (await machine.Post($"/api/cases/{once}/correct", Corrected("2021-04-01", ""))).IsRefusedFor("correct.handed_over");
        Assert.Null((await clerk.Get($"/cases/{once}/correct")).Page.QuerySelector("#proposedDue"));
    }

    [Fact]
    public async Task A_machine_gives_one_day_or_reason_for_the_whole_list_and_hears_the_same_reasons()
    {
        await using var filled = await Filled.Begin();
        var (a, b) = (await filled.Registered("通道堵塞"), await filled.Registered("电线老化", "430423"));
        var clerk = await Machine.Of(filled.Town, "city-clerk");
        var cases = new[] { new { @case = a.Value, to = "430424" }, new { @case = b.Value, to = "430423" } };
        object Batch(string? due, string? reason) => new { campaign = "AQ", cases, due, noDueReason = reason };
        (await clerk.Post("/api/hand-overs", Batch(null, null))).IsRefusedFor("handover.due_or_reason", "handover.due_or_reason");
        (await clerk.Post("/api/hand-overs", Batch("2021-03-31", "长期坚持"))).IsRefusedFor("batch.day_or_reason");
        (await clerk.Post("/api/hand-overs", Batch(null, "2021.2.30"))).IsRefusedFor("handover.reason_is_day", "handover.reason_is_day");
        var both = new { to = "430424", slip = "衡安交〔2021〕9号", due = "2021-03-31", noDueReason = "长期坚持" };
        (await clerk.Post($"/api/cases/{a}/hand-over", both)).IsRefusedFor("handover.day_or_reason");
        (await clerk.Post("/api/hand-overs", new { campaign = "AQ", cases = new[] { new { @case = a.Value, both.to, both.due, both.noDueReason } } })).IsRefusedFor("handover.day_or_reason");
        Assert.Equal(HttpStatusCode.OK, (await clerk.Post("/api/hand-overs", Batch(null, "即知即改"))).Status);
        Assert.Equal(3, (await Load(filled, b)).FixAtOnce?.Days);
    }

    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task A_meeting_that_is_refused_hears_every_reason_at_once_and_takes_no_number(On on)
    {
        await using var filled = await Filled.Begin(on);
        var (past, blank, meant, good) = (await filled.Registered("通道堵塞"), await filled.Registered("电线老化"), await filled.Registered("护栏缺失", "430423"), await filled.Registered("标识脱落", "430423"));
        var clerk = await filled.Town.SignIn("city-clerk");
        var desk = await clerk.Get("/hand-over?campaign=AQ");
        var refused = await clerk.Submit(desk, "/hand-over", ("days[0].due", "2021-03-01"), ("days[2].noDueReason", "3月底前"), ("days[3].noDueReason", "长期坚持"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(["#days-0-due", "#days-1-due", "#days-2-noDueReason"], refused.Page.QuerySelectorAll(".du-errors a").Select(a => a.GetAttribute("href")));

        var machine = await Machine.Of(filled.Town, "city-clerk");
        var cases = new object[] { new { @case = past.Value, to = "430424", due = "2021-03-01" }, new { @case = blank.Value, to = "999999" }, new { @case = meant.Value, to = "430423" } };
        (await machine.Post("/api/hand-overs", new { campaign = "AQ", cases })).IsRefusedFor("due.past", "unit.unknown", "handover.due_or_reason", "handover.due_or_reason");

        Assert.Equal("/slips?campaign=AQ", (await clerk.Submit(desk, "/hand-over", ("due", "2021-03-31"))).Location);
        Assert.Equal(["1", "2"], await Task.WhenAll(new[] { past, good }.Select(async id => (await Load(filled, id)).Holding!.Slip.Split('〕', '号')[1])));
    }

    private static async Task<Case> Load(Filled filled, CaseId id) => (await filled.Town.The<CaseLedger>().Load(City, id))!;

    [Theory, InlineData("立行立改", "立行立改"), InlineData("2021.2.30", "")]
    public async Task The_single_hand_over_begins_with_the_lists_words_only_where_they_are_a_reason(string said, string filledIn)
    {
        await using var filled = await Filled.Begin(On.Sqlite);
        var id = await filled.Registered("灭火器过期", said: said);
        var page = (await filled.See("city-clerk", $"/cases/{id}/hand-over")).Page;
        Assert.Equal(filledIn, page.QuerySelector("[name=noDueReason]")!.GetAttribute("value") ?? "");
    }
}
