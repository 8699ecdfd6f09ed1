using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Duban.Domain.Calendar;
using Duban.Domain.Documents;
using Duban.Domain.Procedures;
using Duban.Web.Procedures;
using Duban.Web.Shell;
using Duban.Web.Tests.Cases;
using Duban.Web.Tests.Cases.Pages;

namespace Duban.Web.Tests.Procedures;

/// <summary>Campaigns, procedures and the calendar, set up by the people who may.</summary>
public sealed class SetupStory
{
    private static readonly (string, string)[] Mine = MineArea.Form("2021年6月30日");

    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task A_clerk_opens_a_campaign_and_the_page_tells_who_changed_it(On on)
    {
        await using var town = await Town.Start(on);
        var clerk = await town.SignIn("city-clerk");
        var opened = await clerk.Submit(await clerk.Get("/campaigns/new"), "/campaigns", Mine);
        Assert.Equal("/campaigns/KQ", opened.Location);
        var page = await clerk.Get("/campaigns/KQ");
        Assert.Equal("2021-06-30", page.Page.QuerySelector("input[name=until]")!.GetAttribute("value"));
        Assert.Equal(["市督查室 · 经办员"], Signers(page));
        Assert.Contains("矿区整改", (await clerk.Get("/campaigns")).Text, StringComparison.Ordinal);

        var changed = await clerk.Submit(page, "/campaigns/KQ", [.. Mine.Where(f => f.Item1 is not ("code" or "nameZh")), ("nameZh", "金龙矿区整改")]);
        Assert.Equal("/campaigns/KQ", changed.Location);
        Assert.Contains("金龙矿区整改", (await clerk.Get("/campaigns")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_current_version_stands_before_the_earlier_ones_and_each_says_which_it_is()
    {
        await using var town = await Town.Start();
        var clerk = await town.SignIn("city-clerk");
        var rows = (await clerk.Get("/procedures")).Page.QuerySelectorAll("tbody tr")
            .Select(tr => (tr.QuerySelector("a")!.GetAttribute("href"), tr.QuerySelector(".du-state")!.TextContent)).ToList();
        Assert.Equal([("/procedures/full/4", "现行"), ("/procedures/short/3", "现行"), ("/procedures/full/3", "较早版本"), ("/procedures/short/2", "较早版本")], rows);
        var groups = (await clerk.Get("/campaigns/new")).Page.QuerySelectorAll("select[name=procedure] optgroup")
            .Select(g => (g.GetAttribute("label")!.Split('（')[0], string.Join(' ', g.QuerySelectorAll("option").Select(o => o.GetAttribute("value"))))).ToList();
        Assert.Equal([("现行", "full/4 short/3"), ("较早版本", "full/3 short/2")], groups);
        Assert.Contains("较早版本", (await clerk.Get("/procedures/full/3")).Page.QuerySelector(".du-panel header")!.TextContent, StringComparison.Ordinal);

        // One that takes effect on a later day is not yet the one to begin with.
        var next = JsonNode.Parse(ProcedureFile.Write(ProcedureFile.Shipped[0]))!;
        (next["version"], next["from"]) = (5, "2021-07-01");
        Assert.Equal(HttpStatusCode.OK, (await (await Machine.Of(town, "city-head")).Post("/api/procedures", next)).Status);
        var later = (await clerk.Get("/procedures")).Page.QuerySelectorAll("tbody tr").Select(tr => tr.QuerySelector(".du-state")!.TextContent);
        Assert.Equal(["现行", "现行", "尚未启用", "较早版本", "较早版本"], later);
        var rows5 = (await clerk.Get("/procedures")).Page.QuerySelectorAll("tbody tr").ToDictionary(tr => tr.QuerySelector("a")!.GetAttribute("href")!, tr => tr.QuerySelectorAll(".diff").Select(d => d.TextContent));
        Assert.Equal(["步骤、时限和规则都没有变"], rows5["/procedures/full/5"]);
        Assert.Contains(rows5["/procedures/full/4"], line => line.StartsWith("立行立改：不设 → ", StringComparison.Ordinal));
        Assert.Empty(rows5["/procedures/full/3"]);

        // A campaign does not walk it before its day, and does not go back to an earlier one.
        Assert.Equal("/campaigns/KQ", (await clerk.Submit(await clerk.Get("/campaigns/new"), "/campaigns", Walking("full/4"))).Location);
        var early = await clerk.Submit(await clerk.Get("/campaigns/KQ"), "/campaigns/KQ", Walking("full/5"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, early.Status);
        Assert.Matches("7月1日.*才启用", early.Page.QuerySelector(".du-errors")!.TextContent);
        Assert.Contains("不能退回第 3 版", (await clerk.Submit(await clerk.Get("/campaigns/KQ"), "/campaigns/KQ", Walking("full/3"))).Page.QuerySelector(".du-errors")!.TextContent, StringComparison.Ordinal);
        (await (await Machine.Of(town, "city-clerk")).Send(HttpMethod.Put, "/api/campaigns/KQ", JsonContent.Create(Walking("full/5").ToDictionary(f => f.Item1, f => f.Item2)))).IsRefusedFor("procedure.not_yet");
        Assert.Equal("/campaigns/KQ", (await clerk.Submit(await clerk.Get("/campaigns/KQ"), "/campaigns/KQ", Walking("short/3"))).Location);
        Assert.Matches("程序：.+第 4 版 → .+第 3 版", (await clerk.Get("/campaigns/KQ")).Text);

        static (string, string)[] Walking(string version) => [.. Mine.Where(f => f.Item1 is not ("procedure" or "until")), ("procedure", version)];
    }

    [Fact]
    public async Task A_procedure_says_when_the_day_of_a_step_ends()
    {
        await using var town = await Town.Start();
        var page = (await (await town.SignIn("city-clerk")).Get("/procedures/short/3")).Text;
        Assert.Contains("1 天就是次日 24:00 前", page, StringComparison.Ordinal);
        Assert.Contains("从定级到交办限 1 天，这是会前的时限", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_campaign_is_refused_with_every_reason_and_what_was_typed_stays()
    {
        await using var town = await Town.Start();
        var clerk = await town.SignIn("city-clerk");
        var refused = await clerk.Submit(await clerk.Get("/campaigns/new"), "/campaigns",
            ("code", "kq"), ("nameZh", "矿区"), ("nameEn", ""), ("procedure", "none/1"), ("office", "430499"), ("from", "2021-02-30"), ("until", ""), ("slipPattern", "{0}{1}{3}"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(6, refused.Page.QuerySelectorAll(".du-errors li").Length);
        Assert.Equal("2021-02-30", refused.Page.QuerySelector("input[name=from]")!.GetAttribute("value"));
        Assert.Equal("矿区", refused.Page.QuerySelector("input[name=nameZh]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_procedure_of_almost_nothing_is_refused_with_every_reason_by_the_page_and_the_machines_door()
    {
        await using var town = await Town.Start();
        const string Almost = """{"code":"y","version":1,"from":"2021-01-01","name":{"zh":"甲","en":"A"},"source":"无","steps":[]}""";
        var head = await town.SignIn("city-head");
        var page = await head.Submit(await head.Get("/procedures"), "/procedures", ("json", Almost));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal(8, page.Page.QuerySelectorAll(".du-errors li").Length);
        var refused = await (await Machine.Of(town, "city-head")).Post("/api/procedures", JsonNode.Parse(Almost)!);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, 8), (refused.Status, refused.Codes.Count));
        Assert.Contains("selfCheck.afterEvidence", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_that_is_taken_opens_nothing_over_it()
    {
        await using var town = await Town.Start();
        var clerk = await Machine.Of(town, "city-clerk");
        var form = Mine.ToDictionary(f => f.Item1, f => f.Item2);
        Assert.Equal(HttpStatusCode.OK, (await clerk.Post("/api/campaigns", form)).Status);
        form["nameZh"] = "另一个";
        (await clerk.Post("/api/campaigns", form)).IsRefusedFor("campaign.taken");
        Assert.Equal("矿区整改", (await clerk.Get("/api/campaigns")).Body[0].GetProperty("nameZh").GetString());
    }

    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task Of_many_who_open_the_same_code_at_once_one_does(On on)
    {
        await using var town = await Town.Start(on);
        var clerk = await Machine.Of(town, "city-clerk");
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(i =>
        {
            var form = Mine.ToDictionary(f => f.Item1, f => f.Item2);
            form["nameZh"] = $"第{i}个";
            return clerk.Post("/api/campaigns", form);
        }));
        var opened = Assert.Single(answers, a => a.Status == HttpStatusCode.OK);
        Assert.All(answers.Where(a => a != opened), a => a.IsRefusedFor("campaign.taken"));
        Assert.Equal(opened["nameZh"], (await clerk.Get("/api/campaigns")).Body[0].GetProperty("nameZh").GetString());
    }

    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task A_machine_opens_reads_and_changes_a_campaign_and_sees_one_shape(On on)
    {
        await using var town = await Town.Start(on);
        var clerk = await Machine.Of(town, "city-clerk");
        var opened = await clerk.Post("/api/campaigns", Mine.ToDictionary(f => f.Item1, f => f.Item2));
        Assert.Equal(("430400-zgb", "full/3", "0"), (opened["office"], opened["procedure"], opened["all"]));
        Assert.Equal(opened.Text, (await clerk.Get("/api/campaigns/KQ")).Text);
        Assert.Equal($"[{opened.Text}]", (await clerk.Get("/api/campaigns")).Text);
        var changed = await clerk.Send(HttpMethod.Put, "/api/campaigns/KQ", System.Net.Http.Json.JsonContent.Create(Mine.Where(f => f.Item1 != "until").ToDictionary(f => f.Item1, f => f.Item2)));
        Assert.Equal((HttpStatusCode.OK, ""), (changed.Status, changed["until"]));
        // Whoever may not change a campaign is told no more than that, whatever they name.
        foreach (var code in new[] { "KQ", "NOPE" })
            Assert.Equal(HttpStatusCode.Forbidden, (await (await Machine.Of(town, "hengdong-liaison")).Send(HttpMethod.Put, $"/api/campaigns/{code}", System.Net.Http.Json.JsonContent.Create(new { }))).Status);
    }

    [Theory, InlineData("hengdong-liaison", 200, 403, 403), InlineData("hengdong-verifier", 200, 403, 403)]
    [InlineData("reader", 200, 403, 403), InlineData("administrator", 200, 403, 403), InlineData("city-clerk", 200, 200, 403), InlineData("city-head", 200, 200, 200)]
    public async Task The_office_keeps_campaigns_and_only_the_head_adds_a_procedure(string user, int looking, int opening, int adding)
    {
        await using var town = await Town.Start();
        var browser = await town.SignIn(user);
        foreach (var path in new[] { "/campaigns", "/procedures", "/procedures/full/3", "/procedures/full/4", "/calendar" }) Assert.Equal(looking, (int)(await browser.Get(path)).Status);
        Assert.Equal(opening, (int)(await browser.Get("/campaigns/new")).Status);
        var machine = await Machine.Of(town, user);
        Assert.Equal(looking, (int)(await machine.Get("/api/campaigns")).Status);
        Assert.Equal(opening, (int)(await machine.Post("/api/campaigns", Mine.ToDictionary(f => f.Item1, f => f.Item2))).Status);
        Assert.Equal(adding, (int)(await machine.Post("/api/procedures", NextFull())).Status);
        Assert.Equal(opening, (int)(await machine.Post("/api/calendar", Year2027())).Status);
        Assert.Equal(adding, (int)(await machine.Post("/api/calendar/days", new { day = "2021-06-21", work = "no", why = "台风停工" })).Status);
    }

    [Fact]
    public async Task Every_rule_of_a_procedure_stands_under_the_step_it_guards_and_every_basis_has_an_english_name()
    {
        await using var town = await Town.Start();
        var liaison = await town.SignIn("hengdong-liaison");
        Assert.DoesNotContain(await Guards("/procedures/full/3"), guard => guard.Value.Contains("立行立改", StringComparison.Ordinal));
        var rows = await Guards("/procedures/full/4");
        Assert.All(new[] { ("方案制定", "临时安全措施"), ("自查申请", "每项措施完成"), ("自查申请", "立行立改的，从交办到申请销号限"), ("满意度", "抽样 30 户"), ("公示", "异议"), ("市级验收", "市级部门 · 验收人") },
            x => Assert.Contains(x.Item2, rows[x.Item1], StringComparison.Ordinal));
        Assert.DoesNotContain("抽样 30 户", rows["自查申请"], StringComparison.Ordinal);
        var bases = ProcedureFile.Shipped.SelectMany(p => p.Steps.Select(s => s.Basis).OfType<string>().Append(p.Source))
            .Concat(WorkCalendar.China.Years.SelectMany(y => y.Holidays.Select(h => h.Name).Append(y.Source)));
        Assert.All(bases, text => Assert.NotNull(Cited.InEnglish(text)));
        Assert.DoesNotContain(await Inputs(liaison, "/campaigns/AQ"), name => name is "nameZh" or "from");

        async Task<Dictionary<string, string>> Guards(string path) =>
            (await liaison.Get(path)).Page.QuerySelectorAll("tbody tr").ToDictionary(r => r.QuerySelector(".no")!.TextContent, r => r.TextContent);
        static async Task<IEnumerable<string?>> Inputs(Browser browser, string path) => (await browser.Get(path)).Page.QuerySelectorAll("main input").Select(i => i.GetAttribute("name"));
    }

    [Fact]
    public async Task Whoever_may_only_look_at_a_campaign_reads_the_number_its_first_slip_bears()
    {
        await using var walk = await Walk.Begin();
        var campaigns = walk.Town.The<Campaigns>();
        await campaigns.Save("430400", (await campaigns.Find("430400", "JL"))! with { SlipPattern = Campaign.OrdinarySlips }, new("test", DateTimeOffset.UnixEpoch));
        Assert.Equal("JL交办〔2021〕1号", (await (await walk.As("hengdong-liaison")).Get("/campaigns/JL")).Page.QuerySelector(".du-facts dd:last-of-type")!.TextContent);
    }

    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task The_head_begins_a_version_from_another_and_it_never_changes_again(On on)
    {
        await using var town = await Town.Start(on);
        var head = await town.SignIn("city-head");
        var begun = await head.Get("/procedures?from=full/4");
        var json = begun.Page.QuerySelector("textarea[name=json]")!.TextContent;
        Assert.Equal(5, JsonNode.Parse(json)!["version"]!.GetValue<int>());
        Assert.Equal("/procedures/full/5", (await head.Submit(begun, "/procedures", ("json", json))).Location);
        Assert.Contains("县级核查", (await head.Get("/procedures/full/5")).Text, StringComparison.Ordinal);
        var again = await head.Submit(begun, "/procedures", ("json", json));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Contains("第 5 版已存在", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_of_other_characters_and_a_version_that_is_not_the_next_are_refused_and_old_codes_go_on()
    {
        await using var town = await Town.Start();
        var (machine, head) = (await Machine.Of(town, "city-head"), await town.SignIn("city-head"));
        JsonObject Of(string code, int version)
        {
            var next = NextFull();
            (next["code"], next["version"]) = (code, version);
            return next;
        }
        (await machine.Post("/api/procedures", Of("Full", 1))).IsRefusedFor("procedure.code");
        (await machine.Post("/api/procedures", Of("full", int.MaxValue))).IsRefusedFor("procedure.next_version");
        var page = await head.Submit(await head.Get("/procedures"), "/procedures", ("json", Of("full", 7).ToJsonString()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("程序 full 的下一版是第 5 版，不能是第 7 版", page.Text, StringComparison.Ordinal);
        Assert.True(await town.The<ProcedureCatalog>().Add("430400", ProcedureFile.Shipped[0] with { Code = "矿区", Version = 1 }, "city-head", DateTimeOffset.UnixEpoch));
        Assert.Equal(HttpStatusCode.OK, (await machine.Post("/api/procedures", Of("矿区", 2))).Status);
        Assert.Equal(HttpStatusCode.OK, (await machine.Post("/api/procedures", Of("mine-2021", 1))).Status);
    }

    [Fact]
    public async Task A_procedure_without_other_eyes_is_refused_and_its_text_stays()
    {
        await using var town = await Town.Start();
        var head = await town.SignIn("city-head");
        var bad = NextFull();
        bad["steps"]!.AsArray().Remove(bad["steps"]!.AsArray().Single(s => s!["step"]!.GetValue<string>() == "county_verify"));
        var refused = await head.Submit(await head.Get("/procedures"), "/procedures", ("json", bad.ToJsonString()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(bad.ToJsonString(), refused.Page.QuerySelector("textarea[name=json]")!.TextContent);
        Assert.Single(refused.Page.QuerySelectorAll(".du-errors li"));
    }

    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task A_year_is_provisional_until_the_office_puts_its_notice_in_force(On on)
    {
        await using var town = await Town.Start(on);
        var clerk = await town.SignIn("city-clerk");
        var open = await clerk.Get("/calendar?year=2027&from=2026-12-28&days=5");
        Assert.Contains("尚未公布", open.Text, StringComparison.Ordinal);
        Assert.Contains("暂定", open.Page.QuerySelector("output")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/calendar?year=2027", (await clerk.Submit(open, "/calendar", ("json", Year2027().ToJsonString()))).Location);
        var known = await clerk.Get("/calendar?year=2027&from=2026-12-28&days=5");
        Assert.DoesNotContain("暂定", known.Page.QuerySelector("output")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("1月5日", known.Page.QuerySelector("output")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["市督查室 · 经办员"], Signers(known));
    }

    [Fact]
    public async Task A_machine_works_out_due_dates_and_is_told_what_it_typed_wrong()
    {
        await using var town = await Town.Start();
        var reader = await Machine.Of(town, "reader");
        Assert.Equal("2021-02-23", (await reader.Get("/api/calendar/due?from=2021-02-10&working_days=5"))["date"]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await reader.Get("/api/calendar/due?from=2021-02-30&working_days=x")).Status);
        Assert.Equal(6, (await reader.Get("/api/calendar")).Body.GetArrayLength());
    }

    // The last changes name posts, never user names.
    private static IEnumerable<string> Signers(Seen page) => page.Page.QuerySelectorAll("table")
        .Single(t => t.QuerySelector("caption")?.TextContent == "最近改动").QuerySelectorAll("tbody td:last-child").Select(td => td.TextContent);

    private static JsonObject NextFull()
    {
        var full = JsonNode.Parse(ProcedureFile.Write(ProcedureFile.Shipped[0]))!.AsObject();
        full["version"] = 5;
        return full;
    }

    private static JsonObject Year2027() => JsonNode.Parse(
        """{"year":2027,"source":"试拟","holidays":[{"name":"元旦","from":"2027-01-01","to":"2027-01-03","work":[]}]}""")!.AsObject();
}
