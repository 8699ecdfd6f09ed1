using System.Net;
using Duban.Domain.Calendar;
using Duban.Domain.Cases;
using Duban.Ledger;
using Duban.Web.Cases;
using Duban.Web.Tests.Cases.Lists;

namespace Duban.Web.Tests.Cases.HandOvers;

/// <summary>Days later than the list's: each leaves the office with its reason, one day answers for all, and nothing typed is lost on the way.</summary>
public sealed class LaterDaysTests
{
    private const string City = "430400";

    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task A_single_hand_over_with_a_later_day_says_why_and_the_journal_tells_it(On on)
    {
        await using var filled = await Filled.Begin(on);
        var id = await filled.Registered("通道堵塞", due: "2021-03-31");
        var clerk = await filled.Town.SignIn("city-clerk");
        var form = await clerk.Get($"/cases/{id}/hand-over");
        var refused = await clerk.Submit(form, $"/cases/{id}/hand-over", ("to", "430424"), ("slip", "衡安交〔2021〕1号"), ("due", "2021-05-31"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(["#laterWhy"], refused.Page.QuerySelectorAll(".du-errors a").Select(a => a.GetAttribute("href")));
        Assert.Contains("台账的时限是 3月31日 周三，推后到 5月31日 周一要写明理由", refused.Text, StringComparison.Ordinal);

        Assert.Equal($"/cases/{id}", (await clerk.Submit(form, $"/cases/{id}/hand-over", ("to", "430424"), ("slip", "衡安交〔2021〕1号"), ("due", "2021-05-31"), ("laterWhy", "须等停产检修"))).Location);
        Assert.Contains("台账的时限是 3月31日 周三，推后的理由：须等停产检修", (await clerk.Get($"/cases/{id}")).Page.QuerySelector(".du-time")!.TextContent, StringComparison.Ordinal);
    }

    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task At_the_meeting_one_day_and_one_reason_answer_for_all_and_each_can_have_its_own(On on)
    {
        await using var filled = await Filled.Begin(on);
        var (blank, late, later, kept, once) = (await filled.Registered("电线老化"), await filled.Registered("通道堵塞", due: "2021-03-01"), await filled.Registered("护栏缺失", due: "2021-03-02"),
            await filled.Registered("标识脱落", due: "2021-03-12"), await filled.Registered("灭火器过期", said: "立行立改"));
        var clerk = await filled.Town.SignIn("city-clerk");
        var desk = await clerk.Get("/hand-over?campaign=AQ");
        // The fields of the blank one, of what is to be fixed at once, then of the three that have passed.
        (string, string)[] days = [("due", "2021-04-30"), ("days[1].due", "2021-04-15"), ("days[4].due", "2021-03-12")];
        var refused = await clerk.Submit(desk, "/hand-over", days);
        // Those that get the day for all are told once.
        Assert.Equal(["#laterWhy", "#laterWhy"], refused.Page.QuerySelectorAll(".du-errors a").Select(a => a.GetAttribute("href")));
        Assert.Contains("2 件用统一时限，比台账的推后了", refused.Text, StringComparison.Ordinal);
        var own = await clerk.Submit(desk, "/hand-over", [.. days, ("days[2].due", "2021-04-29")]);
        Assert.Equal(["#laterWhy", "#laterWhy", "#days-2-laterWhy"], own.Page.QuerySelectorAll(".du-errors a").Select(a => a.GetAttribute("href")).OrderBy(a => a!.Length));
        Assert.Equal("2021-04-30", refused.Page.QuerySelector("#due")!.GetAttribute("value"));

        Assert.Equal("/slips?campaign=AQ", (await clerk.Submit(desk, "/hand-over", [.. days, ("laterWhy", "集中交办会改期"), ("days[3].laterWhy", "须停产检修")])).Location);
        Assert.Equal(
            [(new(2021, 4, 30), null), (new(2021, 4, 30), "集中交办会改期"), (new(2021, 4, 30), "须停产检修"), (new(2021, 3, 12), null), (new DateOnly(2021, 4, 15), "集中交办会改期")],
            [.. await Task.WhenAll(new[] { blank, late, later, kept, once }.Select(id => Handed(filled, id)))]);
    }

    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task A_reason_whose_day_was_forgotten_hands_over_nothing_overdue_and_one_too_long_is_told_once(On on)
    {
        await using var filled = await Filled.Begin(on);
        await filled.Registered("通道堵塞", due: "2021-03-01");
        await filled.Registered("护栏缺失", due: "2021-03-02");
        await filled.Registered("标识脱落", due: "2021-04-30");
        var clerk = await filled.Town.SignIn("city-clerk");
        var desk = await clerk.Get("/hand-over?campaign=AQ");
        foreach (var (typed, at) in new[] { ("days[1].laterWhy", "#days-1-due"), ("laterWhy", "#due") })
            Assert.Equal([at], Told(await clerk.Submit(desk, "/hand-over", (typed, "须停产检修"))));
        Assert.Equal(["#laterWhy"], Told(await clerk.Submit(desk, "/hand-over", ("due", "2021-04-30"), ("laterWhy", new string('雨', LaterDay.Longest + 1)))));
        Assert.Equal(["#days-1-laterWhy"], Told(await clerk.Submit(desk, "/hand-over", ("due", "2021-04-30"), ("laterWhy", "会议改期"), ("days[1].laterWhy", new string('雨', LaterDay.Longest + 1)))));
        Assert.Equal("/slips?campaign=AQ", (await clerk.Submit(desk, "/hand-over", ("days[0].due", "2021-04-30"), ("laterWhy", "会议改期"))).Location);

        IEnumerable<string?> Told(Seen page) => page.Page.QuerySelectorAll(".du-errors a").Select(a => a.GetAttribute("href"));
    }

    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task Where_a_case_could_not_be_allotted_the_others_are_and_the_page_says_that_it_was_not(On on)
    {
        await using var filled = await Filled.Begin(on);
        var (moved, gone) = (await filled.Registered("通道堵塞", due: "2021-04-30"), await filled.Registered("护栏缺失", due: "2021-04-30"));
        var clerk = await filled.Town.SignIn("city-clerk");
        var desk = await clerk.Get("/hand-over?campaign=AQ");
        (await (await Machine.Of(filled.Town, "city-clerk")).Act(gone.Value, "hand-over", new { to = "430424", slip = "单1", due = "2021-04-30" })).IsNow("handed_over");
        var answer = await clerk.Submit(desk, "/hand-over/allot", ("to", "430423"), ("case", moved.Value), ("case", gone.Value));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("没有改派", answer.Page.QuerySelector(".du-errors")!.TextContent, StringComparison.Ordinal);
        Assert.Contains($"{gone}：已经交办", answer.Page.QuerySelector(".du-errors")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("430423", answer.Page.QuerySelector("#to option[selected]")!.GetAttribute("value"));
        Assert.Equal("430423", (await filled.Town.The<CaseLedger>().Load(City, moved))!.Matter!.ProposedUnit!.Value.Value);
    }

    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task What_is_typed_at_the_meeting_stays_when_another_unit_is_opened_or_cases_are_allotted(On on)
    {
        await using var filled = await Filled.Begin(on);
        var (blank, late, moved) = (await filled.Registered("电线老化"), await filled.Registered("通道堵塞", "430423", due: "2021-03-01"), await filled.Registered("护栏缺失", due: "2021-04-30"));
        var clerk = await filled.Town.SignIn("city-clerk");
        var desk = await clerk.Get("/hand-over?campaign=AQ&unit=430424");
        (string, string)[] typed = [("days[0].due", "2021-04-08"), ("days[1].due", "2021-02-30"), ("days[1].laterWhy", "会议改期"), ("due", "2021-04-09"), ("laterWhy", "统一改期"), ("contact", "0734-0000000"), ("basis", "纪要")];
        var opened = await clerk.Submit(desk, "/hand-over", [.. typed, ("look", "430423")]);
        Assert.Equal(HttpStatusCode.OK, opened.Status);
        Assert.Equal(["通道堵塞"], opened.Page.QuerySelectorAll(".du-allot .one-line:not(.mute)").Select(t => t.TextContent.Trim()));
        Kept(opened);
        var allotted = await clerk.Submit(desk, "/hand-over/allot", [.. typed, ("to", "430423"), ("case", moved.Value)]);
        Assert.Equal(HttpStatusCode.OK, allotted.Status);
        Assert.Equal("430423", (await filled.Town.The<CaseLedger>().Load(City, moved))!.Matter!.ProposedUnit!.Value.Value);
        Kept(allotted);
        foreach (var id in new[] { blank, late, moved }) Assert.Equal(Stage.Graded, (await filled.Town.The<CaseLedger>().Load(City, id))!.Stage);
        Assert.Equal("/hand-over?campaign=AQ&unit=430423", (await clerk.Get("/hand-over/allot?campaign=AQ&unit=430423")).Location);
        // Without scripts and with them the same: the first button of the form, which the Enter key presses, does nothing.
        Assert.True(desk.Page.QuerySelector("form.du-handing button")!.HasAttribute("disabled"));

        void Kept(Seen page)
        {
            foreach (var (name, value) in typed) Assert.Equal(value, page.Page.QuerySelector($"[name='{name}']")!.GetAttribute("value"));
        }
    }

    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task A_machine_hears_the_same_reason_at_the_same_field(On on)
    {
        await using var filled = await Filled.Begin(on);
        var (a, b) = (await filled.Registered("通道堵塞", due: "2021-03-31"), await filled.Registered("电线老化", due: "2021-03-31"));
        var clerk = await Machine.Of(filled.Town, "city-clerk");
        object Batch(string? forAll) => new
        {
            campaign = "AQ",
            due = "2021-04-30",
            laterWhy = forAll,
            cases = new object[] { new { @case = a.Value, to = "430424" }, new { @case = b.Value, to = "430424", laterWhy = "须停产检修" } },
        };
        var refused = (await clerk.Post("/api/hand-overs", Batch(null))).IsRefusedFor("handover.later_without_why");
        Assert.Equal($"{a}.laterWhy", refused.Body.GetProperty("reasons")[0].GetProperty("field").GetString());
        Assert.Equal(HttpStatusCode.OK, (await clerk.Post("/api/hand-overs", Batch("集中交办会改期"))).Status);
        Assert.Equal(["集中交办会改期", "须停产检修"], [.. await Task.WhenAll(new[] { a, b }.Select(async id => (await Handed(filled, id)).Why))]);
        var told = (await clerk.Get($"/api/cases/{a}/events")).Body.EnumerateArray().Last().GetProperty("sentence").GetString();
        Assert.EndsWith("集中交办会改期", told, StringComparison.Ordinal);
    }

    private static async Task<(DateOnly? Due, string? Why)> Handed(Filled filled, CaseId id)
    {
        var events = await filled.Town.The<EventStore>().Read(City, id.Stream);
        var handed = events.Select(e => CaseHistory.Of(e, WorkCalendar.China).Event).OfType<CaseEvent.HandedOver>().Last();
        return (handed.Due, handed.Later?.Why);
    }
}
