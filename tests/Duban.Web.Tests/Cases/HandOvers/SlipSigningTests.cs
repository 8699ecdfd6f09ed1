using System.Net;
using Dapper;
using Duban.Domain.Cases;
using Duban.Domain.Cases.Acts;
using Duban.Domain.People;
using Duban.Domain.Procedures;
using Duban.Ledger;
using Duban.Web.Cases;
using Duban.Web.People;
using Duban.Web.Procedures;
using Duban.Web.Tests.Cases.Lists;

namespace Duban.Web.Tests.Cases.HandOvers;

/// <summary>A unit signs for a whole slip in one act: each case by its own rule, and what cannot be signed for is named.</summary>
public sealed class SlipSigningTests
{
    private const string City = "430400";

    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task All_the_cases_of_a_slip_are_signed_for_at_once_and_signing_again_does_nothing(On on)
    {
        await using var filled = await Filled.Begin(on);
        var (slip, ids) = await HandedOver(filled, 12);
        var liaison = await Machine.Of(filled.Town, "hengdong-liaison");
        var done = await liaison.Post($"/api/slips/{slip}/sign", new { });
        Assert.Equal((HttpStatusCode.OK, 12, 0, 0), (done.Status, Count(done, "signed"), Count(done, "already"), Count(done, "notSigned")));
        foreach (var id in ids) Assert.Equal((Stage.Rectifying, true), await State(filled, id));
        var versions = await Task.WhenAll(ids.Select(async id => (await Load(filled, id)).Version));
        var again = await liaison.Post($"/api/slips/{slip}/sign", new { });
        Assert.Equal((HttpStatusCode.OK, 0, 12), (again.Status, Count(again, "signed"), Count(again, "already")));
        Assert.Equal(versions, await Task.WhenAll(ids.Select(async id => (await Load(filled, id)).Version)));
    }

    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task What_is_asked_back_is_named_and_the_rest_is_signed_for(On on)
    {
        await using var filled = await Filled.Begin(on);
        var (slip, ids) = await HandedOver(filled, 3);
        await filled.Returned(ids[1]);
        var liaison = await Machine.Of(filled.Town, "hengdong-liaison");
        var done = await liaison.Post($"/api/slips/{slip}/sign", new { cases = new[] { ids[0].Value, ids[1].Value, "AQ-999" } });
        Assert.Equal((HttpStatusCode.OK, 1, 2), (done.Status, Count(done, "signed"), Count(done, "notSigned")));
        Assert.Equal([("AQ-999", "slip.no_such_case"), (ids[1].Value, "case.stage")], done.Body.GetProperty("notSigned").EnumerateArray()
            .Select(n => (n.GetProperty("case").GetString()!, n.GetProperty("reasons")[0].GetProperty("code").GetString()!)));
        Assert.Equal([(Stage.Rectifying, true), (Stage.ReturnAsked, false), (Stage.HandedOver, false)], await Task.WhenAll(ids.Select(id => State(filled, id))));

        var nothing = await liaison.Post($"/api/slips/{slip}/sign", new { cases = new[] { ids[1].Value } });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nothing.Status);
        nothing.IsRefusedFor("case.stage");
    }

    [Fact]
    public async Task A_case_that_was_taken_back_and_handed_over_anew_has_left_its_old_slip()
    {
        await using var filled = await Filled.Begin();
        var (slip, ids) = await HandedOver(filled, 2);
        await filled.Returned(ids[0]);
        var clerk = await Machine.Of(filled.Town, "city-clerk");
        (await clerk.Act(ids[0].Value, "decide-return", new { grant = "yes", opinion = "另行交办" })).IsNow("returned");
        (await clerk.Act(ids[0].Value, "hand-over", new { to = "430424", slip = "衡安交〔2021〕88号", due = "2021-04-30" })).IsNow("handed_over");
        var done = await (await Machine.Of(filled.Town, "hengdong-liaison")).Post($"/api/slips/{slip}/sign", new { });
        Assert.Equal((1, 1), (Count(done, "signed"), Count(done, "notSigned")));
        Assert.Equal("slip.left", done.Body.GetProperty("notSigned")[0].GetProperty("reasons")[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task Another_unit_does_not_know_the_slip_and_the_office_does_not_sign_for_anybody()
    {
        await using var filled = await Filled.Begin();
        var (slip, _) = await HandedOver(filled, 1);
        Assert.Equal(HttpStatusCode.NotFound, (await (await Machine.Of(filled.Town, "hengshan-liaison")).Post($"/api/slips/{slip}/sign", new { })).Status);
        (await (await Machine.Of(filled.Town, "city-clerk")).Post($"/api/slips/{slip}/sign", new { })).IsRefusedFor("rights.role");
        Assert.Equal(HttpStatusCode.NotFound, (await (await Machine.Of(filled.Town, "hengdong-liaison")).Post("/api/slips/AQ-2021-99/sign", new { })).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await filled.See("city-clerk", $"/slips/{slip}/sign")).Status);
    }

    [Fact]
    public async Task On_the_page_single_cases_are_left_out_and_given_back()
    {
        await using var filled = await Filled.Begin();
        var (slip, ids) = await HandedOver(filled, 3);
        var list = await filled.See("hengdong-liaison", "/to-sign");
        Assert.Equal($"/slips/{slip}/sign", list.Page.QuerySelector(".du-lines a")!.GetAttribute("href"));
        Assert.Contains("待签收 3 / 3 件", list.Text, StringComparison.Ordinal);
        var page = await filled.See("hengdong-liaison", $"/slips/{slip}/sign");
        Assert.Equal(3, page.Page.QuerySelectorAll("input[type=checkbox][checked]").Length);
        Assert.Equal($"/cases/{ids[2]}/ask-return", page.Page.QuerySelectorAll("td.act a")[2].GetAttribute("href"));

        var browser = await filled.Town.SignIn("hengdong-liaison");
        var none = await browser.Submit(await browser.Get($"/slips/{slip}/sign"), $"/slips/{slip}/sign");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, none.Status);
        Assert.Contains("没有勾选事项", none.Text, StringComparison.Ordinal);

        await filled.Returned(ids[1]);
        var part = await browser.Submit(await browser.Get($"/slips/{slip}/sign"), $"/slips/{slip}/sign", ("case", ids[0].Value), ("case", ids[1].Value));
        Assert.Equal(HttpStatusCode.OK, part.Status);
        Assert.Contains("已签收 1 件，1 件没有签收", part.Text, StringComparison.Ordinal);
        // The office reads in the register what its units have not signed for.
        Assert.Contains("待签收 1 / 3 件", (await filled.See("city-clerk", "/slips?campaign=AQ")).Text, StringComparison.Ordinal);
        var rest = await browser.Submit(await browser.Get($"/slips/{slip}/sign"), $"/slips/{slip}/sign", ("case", ids[2].Value));
        Assert.Equal((HttpStatusCode.Redirect, "/to-sign"), (rest.Status, rest.Location));
    }

    [Fact]
    public async Task A_case_that_was_given_back_and_handed_over_anew_stands_on_its_new_slip_alone_also_under_the_old_number()
    {
        await using var filled = await Filled.Begin();
        var (slip, ids) = await HandedOver(filled, 1);
        var (office, unit) = (await Machine.Of(filled.Town, "city-clerk"), await Machine.Of(filled.Town, "hengdong-liaison"));
        var number = (await Load(filled, ids[0])).Holding!.Slip;
        await filled.Returned(ids[0]);
        Assert.Equal(HttpStatusCode.OK, (await office.Post($"/api/cases/{ids[0]}/decide-return", new { grant = "yes", opinion = "同意" })).Status);
        filled.Town.Clock.Advance(TimeSpan.FromDays(1));
        // As ledgers of earlier versions have it: today nobody gets a number twice.
        await filled.Ask(new Asked(ids[0], new HandOver((await filled.Town.The<UnitRegister>().Tree()).Find(new UnitId("430424"))!, number, new(2021, 5, 31))), "city-clerk");
        await filled.Town.The<EventStore>().Write((db, tx) => db.ExecuteAsync(
            """
            insert into slips (jurisdiction, slip_id, number, number_key, campaign, unit_id, unit_path, handed_on, sign_by, contact, basis, cases, handed_by)
            select jurisdiction, 'again', number, number_key, campaign, unit_id, unit_path, '2021-03-16', '2021-03-17', null, null, 1, handed_by from slips where slip_id = @slip;
            insert into slip_cases (jurisdiction, slip_id, position, case_id) select jurisdiction, 'again', 0, case_id from slip_cases where slip_id = @slip
            """, new { slip }, tx), TestContext.Current.CancellationToken);
        var list = await filled.See("hengdong-liaison", "/to-sign");
        Assert.Single(list.Page.QuerySelectorAll(".du-lines a"));
        Assert.DoesNotContain($"/slips/{slip}/sign", list.Html, StringComparison.Ordinal);
        (await unit.Post($"/api/slips/{slip}/sign", new { })).IsRefusedFor("slip.left");
        Assert.Equal((Stage.HandedOver, false), await State(filled, ids[0]));
    }

    [Fact]
    public async Task On_a_slip_stands_what_it_handed_over_whatever_is_written_after_the_case_has_gone_elsewhere()
    {
        await using var filled = await Filled.Begin();
        var (slip, ids) = await HandedOver(filled, 1);
        var office = await Machine.Of(filled.Town, "city-clerk");
        await filled.Returned(ids[0]);
        await office.Post($"/api/cases/{ids[0]}/decide-return", new { grant = "yes", opinion = "同意" });
        await office.Post($"/api/cases/{ids[0]}/hand-over", new { to = "430423", slip = "另单", due = "2021-05-31" });
        var matter = (await Load(filled, ids[0])).Matter!;
        Assert.Equal(HttpStatusCode.OK, (await office.Post(
            $"/api/cases/{ids[0]}/correct", new { title = "后来写的", description = matter.Description, place = matter.Place.Text, sector = matter.Sector, source = matter.Source, why = "更正" })).Status);
        foreach (var address in new[] { $"/slips/{slip}", $"/slips/{slip}/sign" })
        {
            var text = (await filled.See("hengdong-liaison", address)).Text;
            Assert.Contains("隐患 0", text, StringComparison.Ordinal);
            Assert.DoesNotContain("后来写的", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_entry_that_names_no_case_signs_for_nothing()
    {
        await using var filled = await Filled.Begin();
        var (slip, ids) = await HandedOver(filled, 2);
        (await (await Machine.Of(filled.Town, "hengdong-liaison")).Post($"/api/slips/{slip}/sign", new { cases = new string?[] { null } })).IsRefusedFor("field.required");
        Assert.Equal((Stage.HandedOver, false), await State(filled, ids[0]));
    }

    [Fact]
    public async Task Of_two_people_who_sign_one_slip_at_once_neither_is_refused()
    {
        await using var filled = await Filled.Begin();
        var (slip, ids) = await HandedOver(filled, 5);
        var (liaison, leader) = (await Machine.Of(filled.Town, "hengdong-liaison"), await Machine.Of(filled.Town, "hengdong-leader"));
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => (i % 2 == 0 ? liaison : leader).Post($"/api/slips/{slip}/sign", new { })));
        Assert.All(answers, a => Assert.Equal((HttpStatusCode.OK, 0, 5), (a.Status, Count(a, "notSigned"), Count(a, "signed") + Count(a, "already"))));
        Assert.Equal(5, answers.Sum(a => Count(a, "signed")));
        foreach (var id in ids) Assert.True((await State(filled, id)).Item2);
    }

    [Fact]
    public async Task The_register_of_slips_is_in_a_units_menu_has_its_campaigns_to_choose_from_and_leads_to_the_signing()
    {
        await using var filled = await Filled.Begin();
        var (slip, _) = await HandedOver(filled, 2);
        var empty = new Campaign("AA", new("春季巡查", "Spring rounds"), "short", 3, new UnitId("430400-awb"), new(2021, 3, 2), null);
        await filled.Town.The<Campaigns>().Save(City, empty, new("test", DateTimeOffset.UnixEpoch));
        Assert.Contains("/slips", (await filled.See("hengdong-liaison", "/")).Page.QuerySelectorAll(".du-nav a").Select(a => a.GetAttribute("href")));
        // AA comes first and has no slips: what is shown is the first that has.
        var register = await filled.See("hengdong-liaison", "/slips");
        Assert.Equal($"/slips/{slip}/sign", register.Page.QuerySelector("tbody a.btn")!.GetAttribute("href"));
        Assert.Equal(["AA", "AQ"], register.Page.QuerySelectorAll("#f-campaign option").Select(o => o.GetAttribute("value")));
        Assert.Equal("AQ", register.Page.QuerySelector("#f-campaign option[selected]")!.GetAttribute("value"));
        Assert.Empty((await filled.See("hengdong-liaison", "/slips?campaign=AA")).Page.QuerySelectorAll("tbody tr"));
        // The way up leads nowhere the reader may not go.
        foreach (var link in register.Page.QuerySelectorAll("main a[href^='/']").Select(a => a.GetAttribute("href")!).Distinct())
            Assert.True((await filled.See("hengdong-liaison", link)).Status == HttpStatusCode.OK, link);
        var other = await filled.See("qidong-liaison", "/slips");
        Assert.Empty(other.Page.QuerySelectorAll("tbody tr"));
        Assert.Null((await filled.See("city-clerk", "/slips?campaign=AQ")).Page.QuerySelector("tbody a.btn"));

        // Now AA has a slip that is signed for: what waits still comes first.
        var (clerk, liaison) = (await Machine.Of(filled.Town, "city-clerk"), await Machine.Of(filled.Town, "hengdong-liaison"));
        var told = await clerk.Post("/api/cases", new { campaign = "AA", title = "护栏缺失", description = "护栏缺失", place = "地点", source = "巡查", level = "general" });
        var done = await clerk.Post("/api/hand-overs", new { campaign = "AA", cases = new[] { new { @case = told["case"], to = "430424", due = "2021-04-30" } } });
        Assert.Equal(HttpStatusCode.OK, (await liaison.Post($"/api/slips/{done.Body.GetProperty("slips")[0].GetString()}/sign", new { })).Status);
        Assert.Equal("AQ", (await filled.See("hengdong-liaison", "/slips")).Page.QuerySelector("#f-campaign option[selected]")!.GetAttribute("value"));
        Assert.Equal("AA", (await filled.See("city-clerk", "/slips")).Page.QuerySelector("#f-campaign option[selected]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Deadlines_that_are_over_are_counted_before_the_hand_over()
    {
        await using var filled = await Filled.Begin();
        await filled.Registered("通道堵塞", due: "2021-03-01");
        await filled.Registered("电线老化", due: "2021-03-31");
        Assert.Contains("1 件的时限在交办之前已过", (await filled.See("city-clerk", "/hand-over?campaign=AQ")).Text, StringComparison.Ordinal);
    }

    private static async Task<(string Slip, IReadOnlyList<CaseId> Cases)> HandedOver(Filled filled, int count)
    {
        var ids = new List<CaseId>();
        for (var i = 0; i < count; i++) ids.Add(await filled.Registered($"隐患 {i}"));
        var clerk = await Machine.Of(filled.Town, "city-clerk");
        var done = await clerk.Post("/api/hand-overs", new { campaign = "AQ", cases = ids.Select(id => new { @case = id.Value, to = "430424", due = "2021-04-30" }) });
        return (done.Body.GetProperty("slips")[0].GetString()!, ids);
    }

    private static async Task<Case> Load(Filled filled, CaseId id) => (await filled.Town.The<CaseLedger>().Load(City, id))!;

    private static async Task<(Stage, bool)> State(Filled filled, CaseId id) => await Load(filled, id) is var c ? (c.Stage, c.Holding!.Signed is not null) : default;

    private static int Count(Told told, string list) => told.Body.GetProperty(list).GetArrayLength();
}
