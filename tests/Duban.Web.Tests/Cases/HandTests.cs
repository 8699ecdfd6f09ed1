using Dapper;
using Duban.Domain.Cases;
using Duban.Domain.Cases.Acts;
using Duban.Domain.People;
using Duban.Ledger;
using Duban.Web.Cases;
using Duban.Web.Cases.Lists;
using Duban.Web.Tests.Cases.Pages;

namespace Duban.Web.Tests.Cases;

/// <summary>In whose hands a case is: list, page, desk, menu and API say the same, and nobody is counted late for another's turn.</summary>
public sealed class HandTests
{
    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task An_applied_case_is_the_verifiers_and_late_on_no_desk_of_the_unit(On on)
    {
        await using var walk = await (await Walk.Begin(on: on)).Applied();
        walk.Days(12);
        var (clerk, liaison) = (await Machine.Of(walk.Town, "city-clerk"), await Machine.Of(walk.Town, "hengdong-liaison"));
        var view = (await clerk.Get($"/api/cases/{walk.Id}")).Body;
        Assert.Equal(("verifier", "verify_for_county", "2021-03-15"), (Text(view, "holder", "hand"), Text(view, "holder", "act"), Text(view, "holder", "since")));
        Assert.Equal("430424", Text(view, "responsible", "unit"));
        Assert.Equal([walk.Id], await Listed(clerk, "hand=verifier"));
        Assert.Empty(await Listed(clerk, "hand=unit&hand=office"));
        var desk = (await liaison.Get("/api/desk")).Body.GetProperty("groups").EnumerateArray().ToDictionary(g => g.GetProperty("counter").GetProperty("key").GetString()!);
        Assert.Equal(["elsewhere"], desk.Keys);
        Assert.Contains("衡东县所属部门 · 核查人", (await walk.See("city-clerk", "/cases")).Page.QuerySelector("td.who")!.TextContent, StringComparison.Ordinal);
        var page = (await walk.See("hengdong-liaison")).Page.QuerySelector(".du-holder")!.TextContent;
        Assert.Contains("衡东县所属部门 · 核查人", page, StringComparison.Ordinal);
        Assert.Contains("衡东县应急管理局", page, StringComparison.Ordinal);
        Assert.Contains("责任单位 衡东县", page, StringComparison.Ordinal);
        Assert.Equal(0, Count(walk, "hengdong-liaison", await Sheet(walk)));
        Assert.Equal(1, Count(walk, "hengdong-verifier", await Sheet(walk)));
    }

    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task Residents_keep_it_for_their_days_and_then_it_is_the_offices_without_anybodys_act(On on)
    {
        await using var walk = await (await Walk.Begin(on: on)).Verified();
        await walk.Do("city-clerk", "draw-sample", ("affected", "12"));
        var clerk = await Machine.Of(walk.Town, "city-clerk");
        Assert.Equal(12, (await clerk.Get($"/api/cases/{walk.Id}")).Body.GetProperty("survey").GetProperty("size").GetInt32());
        Assert.Equal([walk.Id], await Listed(clerk, "hand=residents"));
        Assert.Equal(0, Count(walk, "city-clerk", await Sheet(walk)));
        Assert.Contains("已答复 0 / 12 户", (await walk.See("city-clerk")).Text, StringComparison.Ordinal);

        walk.Days(8);
        clerk = await Machine.Of(walk.Town, "city-clerk");
        Assert.Empty(await Listed(clerk, "hand=residents"));
        Assert.Equal([walk.Id], await Listed(clerk, "hand=office"));
        Assert.Equal(("office", "draw_sample", "2021-03-23"), Held((await clerk.Get($"/api/cases/{walk.Id}")).Body));
        Assert.Equal(1, Count(walk, "city-clerk", await Sheet(walk)));
        Assert.Equal([], (await Sheet(walk)).Lines.GroupBy(t => t.Hand).Where(g => g.Sum(t => t.Count) < 0));
        Assert.True((await CaseCheck.Run(walk.Town.The<EventStore>(), walk.Town.The<BlobStore>(), TestContext.Current.CancellationToken)).Broken == 0);
    }

    [Fact]
    public async Task When_the_last_resident_has_answered_desk_and_page_say_that_the_survey_can_be_closed()
    {
        await using var walk = await (await Walk.Begin()).Verified();
        await walk.Do("city-clerk", "draw-sample", ("affected", "3"));
        var resident = new Actor(new PersonId("resident"), Role.Resident, new UnitPath("430400/"), UnitKind.City);
        for (var i = 0; i < 3; i++)
            await walk.Town.The<CaseLedger>().Ask("430400", new Asked(new CaseId(walk.Id), new AnswerSurvey($"c{i}", Answer.Yes)), walk.Town.The<CaseDoor>().ActOf(resident));
        foreach (var address in new[] { "/", $"/cases/{walk.Id}" })
            Assert.Contains("3 / 3 户都已答复，现在可以结束测评", (await walk.See("city-clerk", address)).Text, StringComparison.Ordinal);
        await walk.Do("city-clerk", "close-survey");
    }

    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task Rows_of_an_older_version_are_made_again_once_by_whoever_opens_the_ledger_first(On on)
    {
        await using var walk = await (await Walk.Begin(on: on)).Applied();
        var store = walk.Town.The<EventStore>();
        await store.Write((db, tx) => db.ExecuteAsync(
            "update cases set hand = null, hand_since = null, stage = 'rectifying'; delete from case_tallies; insert into rows_anew (name, taken_until) values ('cases', 0)", transaction: tx));
        var files = walk.Town.The<BlobStore>();
        Assert.NotEqual(0, (await CaseCheck.Run(store, files, TestContext.Current.CancellationToken)).Broken);
        var made = await Task.WhenAll(RowsAnew.Make(store, walk.Town.Clock), RowsAnew.Make(store, walk.Town.Clock));
        Assert.Single(made, events => events > 0);
        Assert.Equal((0L, null), await CaseCheck.Run(store, files, TestContext.Current.CancellationToken) is var check ? (check.Broken, check.First) : default);
        Assert.Equal(0, await RowsAnew.Make(store, walk.Town.Clock));
    }

    [Fact]
    public async Task Whoever_died_over_making_rows_anew_is_followed_a_minute_later()
    {
        await using var walk = await (await Walk.Begin()).Applied();
        var store = walk.Town.The<EventStore>();
        var dead = walk.Town.Clock.GetUtcNow().AddMinutes(1).ToUnixTimeSeconds();
        await store.Write((db, tx) => db.ExecuteAsync("delete from cases; insert into rows_anew (name, taken_until) values ('cases', @dead)", new { dead }, tx));
        walk.Town.Clock.Advance(TimeSpan.FromSeconds(61));
        Assert.True(await RowsAnew.Make(store, walk.Town.Clock, TestContext.Current.CancellationToken) > 0);
        Assert.Equal(0, (await CaseCheck.Run(store, walk.Town.The<BlobStore>(), TestContext.Current.CancellationToken)).Broken);
    }

    private static async Task<TallySheet> Sheet(Walk walk)
    {
        walk.Town.Clock.Advance(TimeSpan.FromSeconds(3));
        return await walk.Town.The<CaseTallies>().Now(TestContext.Current.CancellationToken);
    }

    private static long Count(Walk walk, string user, TallySheet sheet)
    {
        var (role, unit) = user switch { "hengdong-liaison" => (Role.Liaison, "430424/"), "hengdong-verifier" => (Role.Verifier, "430424/430424-yjj/"), _ => (Role.Clerk, "430400-dcs/") };
        var kind = role switch { Role.Liaison => UnitKind.County, Role.Verifier => UnitKind.Department, _ => UnitKind.Office };
        return sheet.Count(new Actor(new PersonId(user), role, new UnitPath("430400/" + unit), kind), t => t.Hand is { } hand && InHand.Is(hand, role)) ?? -1;
    }

    private static async Task<IReadOnlyList<string>> Listed(Machine machine, string query) =>
        [.. (await machine.Get("/api/cases?" + query)).Body.GetProperty("cases").EnumerateArray().Select(c => c.GetProperty("case").GetString()!)];

    private static (string?, string?, string?) Held(System.Text.Json.JsonElement view) => (Text(view, "holder", "hand"), Text(view, "holder", "act"), Text(view, "holder", "since"));

    private static string? Text(System.Text.Json.JsonElement view, string part, string name) => view.GetProperty(part).GetProperty(name).GetString();
}
