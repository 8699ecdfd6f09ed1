using System.Net;
using System.Text.Json.Nodes;
using Duban.Domain.Cases;
using Duban.Domain.Procedures;
using Duban.Web.Cases;
using Duban.Web.Procedures;
using Duban.Web.Tests.Cases.Lists;

namespace Duban.Web.Tests.Cases.HandOvers;

/// <summary>The machine doors of the hand-over desk: all of a batch or none, one slip for each unit, and every reason by its case.</summary>
public sealed class HandOversApiTests
{
    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task A_batch_goes_to_its_units_in_one_act_with_a_slip_for_each(On on)
    {
        await using var filled = await Filled.Begin(on);
        var (a, b, c) = (await filled.Registered("通道堵塞"), await filled.Registered("电线老化"), await filled.Registered("护栏缺失", "430423"));
        var clerk = await Machine.Of(filled.Town, "city-clerk");
        var done = await clerk.Post("/api/hand-overs", Batch("AQ", (a, "430424", "2021-03-31", null), (b, "430424", null, "立行立改"), (c, "430423", "2021.4.30", null)));
        Assert.Equal((HttpStatusCode.OK, "3"), (done.Status, done["cases"]));
        var slips = done.Body.GetProperty("slips").EnumerateArray().Select(s => s.GetString()!).ToList();
        Assert.Equal(2, slips.Distinct().Count());
        foreach (var id in new[] { a, b, c }) Assert.Equal(Stage.HandedOver, (await Load(filled, id)).Stage);

        var slip = await clerk.Get($"/api/slips/{slips[0]}");
        Assert.Equal([a.Value, b.Value], slip.Body.GetProperty("cases").EnumerateArray().Select(x => x.GetString()));
        Assert.Equal(("430424", 2), (slip.Body.GetProperty("slip").GetProperty("unit").GetString(), slip.Body.GetProperty("slip").GetProperty("cases").GetInt32()));
        Assert.Equal((await Load(filled, a)).Holding!.Slip, slip.Body.GetProperty("slip").GetProperty("number").GetString());

        var hengdong = await Machine.Of(filled.Town, "hengdong-liaison");
        Assert.Equal(HttpStatusCode.OK, (await hengdong.Get($"/api/slips/{slips[0]}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await hengdong.Get($"/api/slips/{slips[1]}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.Get("/api/slips/AQ-2021-999")).Status);
    }

    // A campaign may go on by another version: its older cases keep theirs, and so does the day on their paper.
    [Fact]
    public async Task A_slip_names_the_day_its_cases_are_to_be_signed_for_by_their_own_procedure()
    {
        await using var filled = await Filled.Begin();
        var id = await filled.Registered("通道堵塞");
        var next = JsonNode.Parse(ProcedureFile.Write(ProcedureFile.Shipped.Single(p => p.Code == "short")))!;
        var sign = next["steps"]!.AsArray().Single(s => s!["step"]!.GetValue<string>() == "sign")!;
        (next["version"], sign["clock"]!["days"]) = (next["version"]!.GetValue<int>() + 1, 9);
        Assert.Equal(HttpStatusCode.OK, (await (await Machine.Of(filled.Town, "city-head")).Post("/api/procedures", next)).Status);
        var campaign = (await filled.Town.The<Campaigns>().Find("430400", "AQ"))!;
        await filled.Town.The<Campaigns>().Save("430400", campaign with { ProcedureVersion = next["version"]!.GetValue<int>() }, new("test", DateTimeOffset.UnixEpoch));
        var clerk = await Machine.Of(filled.Town, "city-clerk");
        var done = await clerk.Post("/api/hand-overs", Batch("AQ", (id, "430424", "2021-03-31", null)));
        var slip = done.Body.GetProperty("slips")[0].GetString()!;
        Assert.Equal($"{(await Load(filled, id)).SignBy:yyyy-MM-dd}", (await clerk.Get($"/api/slips/{slip}")).Body.GetProperty("slip").GetProperty("signBy").GetString());
        Assert.Contains("下列 1 件", (await filled.See("city-clerk", $"/slips/{slip}")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("430424", "2021-03-01", null, "due.past", "due")]
    [InlineData("430424", null, null, "handover.due_or_reason", "due")]
    [InlineData("430400-dcs", "2021-03-31", null, "handover.not_to_office", "to")]
    [InlineData("999999", "2021-03-31", null, "unit.unknown", "to")]
    public async Task One_case_that_cannot_go_keeps_all_of_them_here_and_is_named(string to, string? due, string? words, string code, string field)
    {
        await using var filled = await Filled.Begin();
        var (good, bad) = (await filled.Registered("通道堵塞"), await filled.Registered("电线老化"));
        var clerk = await Machine.Of(filled.Town, "city-clerk");
        var refused = await clerk.Post("/api/hand-overs", Batch("AQ", (good, "430424", "2021-03-31", null), (bad, to, due, words)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal([(code, $"{bad}.{field}")], Reasons(refused));
        foreach (var id in new[] { good, bad }) Assert.Equal(Stage.Graded, (await Load(filled, id)).Stage);
        Assert.Equal(HttpStatusCode.OK, (await clerk.Post("/api/hand-overs", Batch("AQ", (good, "430424", "2021-03-31", null)))).Status);
    }

    [Fact]
    public async Task What_cannot_be_read_is_told_by_its_line_and_all_at_once()
    {
        await using var filled = await Filled.Begin();
        var clerk = await Machine.Of(filled.Town, "city-clerk");
        var refused = await clerk.Post("/api/hand-overs", new
        {
            campaign = "AQ",
            cases = new object[] { new { @case = "?", to = "430424", due = "2021-03-31" }, new { @case = "AQ-001", to = "衡东 县", due = "2021-02-30" }, new { } },
        });
        Assert.Equal(
            [("case.unknown", "cases[0].case"), ("unit.unknown", "cases[1].to"), ("case.unknown", "cases[2].case"), ("unit.unknown", "cases[2].to"), ("field.no_day", "cases[1].due")],
            Reasons(refused));
    }

    [Fact]
    public async Task A_batch_of_nothing_of_the_same_case_twice_of_no_campaign_and_of_no_such_case_is_refused()
    {
        await using var filled = await Filled.Begin();
        var id = await filled.Registered("通道堵塞");
        var clerk = await Machine.Of(filled.Town, "city-clerk");
        (await clerk.Post("/api/hand-overs", new { campaign = "AQ" })).IsRefusedFor("batch.size");
        (await clerk.Post("/api/hand-overs", Batch("AQ", (id, "430424", "2021-03-31", null), (id, "430423", "2021-03-31", null)))).IsRefusedFor("batch.twice");
        (await clerk.Post("/api/hand-overs", Batch("ZZ", (id, "430424", "2021-03-31", null)))).IsRefusedFor("campaign.unknown");
        (await clerk.Post("/api/hand-overs", new { cases = Array.Empty<object>() })).IsRefusedFor("campaign.unknown");
        (await clerk.Post("/api/hand-overs", Batch("AQ", (new CaseId("AQ-999"), "430424", "2021-03-31", null)))).IsRefusedFor("case.unknown");
        Assert.Equal(Stage.Graded, (await Load(filled, id)).Stage);
    }

    [Theory, InlineData("hengdong-liaison"), InlineData("acceptor-emergency"), InlineData("reader")]
    public async Task Only_the_office_hands_over(string user)
    {
        await using var filled = await Filled.Begin();
        var id = await filled.Registered("通道堵塞");
        var refused = await (await Machine.Of(filled.Town, user)).Post("/api/hand-overs", Batch("AQ", (id, "430424", "2021-03-31", null)));
        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        refused.IsRefusedFor("rights.role");
    }

    [Fact]
    public async Task A_case_handed_over_already_is_refused_for_its_stage()
    {
        await using var filled = await Filled.Begin();
        var id = await filled.HandedOver("通道堵塞", "2021-03-31");
        var refused = await (await Machine.Of(filled.Town, "city-clerk")).Post("/api/hand-overs", Batch("AQ", (id, "430424", "2021-03-31", null)));
        Assert.Equal([("case.stage", $"{id}.")], Reasons(refused));
    }

    private static object Batch(string campaign, params (CaseId Case, string To, string? Due, string? Words)[] cases) => new
    {
        campaign,
        cases = cases.Select(c => new { @case = c.Case.Value, to = c.To, due = c.Due, noDueReason = c.Words }),
        basis = "市安委会集中交办会",
        contact = "0734-0000000",
    };

    private static List<(string, string?)> Reasons(Told told) =>
        [.. told.Body.GetProperty("reasons").EnumerateArray().Select(r => (r.GetProperty("code").GetString()!, r.GetProperty("field").GetString()))];

    private static async Task<Case> Load(Filled filled, CaseId id) => (await filled.Town.The<CaseLedger>().Load("430400", id))!;
}
