using System.Net;
using System.Text.Json.Nodes;
using Dapper;
using Duban.Domain.People;
using Duban.Domain.Procedures;
using Duban.Ledger;
using Duban.Web.Demo;
using Duban.Web.People;
using Duban.Web.Tests.Cases;
using Duban.Web.Tests.Cases.Pages;

namespace Duban.Web.Tests.Procedures;

/// <summary>Who changed what is set up, and what; and two who change it at once.</summary>
public sealed class JournalStory
{
    private static readonly (string, string)[] Mine = MineArea.Form();

    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task The_second_of_two_clerks_at_one_year_is_told_who_was_faster_and_loses_nothing(On on)
    {
        await using var town = await Town.Start(on);
        var (clerk, head) = (await town.SignIn("city-clerk"), await town.SignIn("city-head"));
        var (mine, theirs) = (await clerk.Get("/calendar?year=2027"), await head.Get("/calendar?year=2027"));
        Assert.Equal("/calendar?year=2027", (await Send(head, theirs, Year("国办发明电〔2026〕20号"))).Location);

        var second = await Send(clerk, mine, Year("我写的依据"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, second.Status);
        Assert.Contains("市督查室 · 主任", second.Page.QuerySelector(".du-errors")!.TextContent);
        Assert.Contains("我写的依据", second.Page.QuerySelector("textarea[name=json]")!.TextContent);
        Assert.Contains("启用，1 个假期", second.Page.QuerySelector("main")!.TextContent);
        // Knowing it, they may put theirs in its place.
        Assert.Equal("/calendar?year=2027", (await Send(clerk, second, Year("我写的依据"))).Location);
        Assert.Contains("依据：国办发明电〔2026〕20号 → 我写的依据", (await clerk.Get("/calendar?year=2027")).Text);
    }

    [Fact]
    public async Task A_machine_that_sends_the_mark_it_has_seen_overwrites_nobody()
    {
        await using var town = await Town.Start();
        var (clerk, head) = (await Machine.Of(town, "city-clerk"), await Machine.Of(town, "city-head"));
        Assert.Equal(HttpStatusCode.OK, (await clerk.Post("/api/campaigns", Mine.ToDictionary(f => f.Item1, f => f.Item2))).Status);
        var mark = await Mark(clerk);
        Assert.Equal(HttpStatusCode.OK, (await Put(head, mark, "甲")).Status);
        var late = await Put(clerk, mark, "乙");
        Assert.Equal((HttpStatusCode.Conflict, "setup.changed_meanwhile"), (late.Status, late.Body.GetProperty("reasons")[0].GetProperty("code").GetString()));
        Assert.Equal("甲", (await clerk.Get("/api/campaigns/KQ"))["nameZh"]);
        Assert.Equal(HttpStatusCode.OK, (await Put(clerk, await Mark(clerk), "乙")).Status);
        Assert.Equal("Chinese name: 甲 → 乙", (await head.Get("/api/campaigns/KQ/changes")).Body[0].GetProperty("what")[0].GetString());
        Assert.Equal("Opened", (await head.Get("/api/campaigns/KQ/changes")).Body[2].GetProperty("what")[0].GetString());
        Assert.Equal("calendar.not_announced", (await head.Get("/api/calendar/2050")).Body.GetProperty("reasons")[0].GetProperty("code").GetString());
        Assert.Equal(HttpStatusCode.OK, (await (await Machine.Of(town, "hengdong-liaison")).Get("/api/calendar/2021/changes")).Status);
    }

    /// <summary>The names stand in ledgers: one that is called otherwise one day has lost its past.</summary>
    [Fact]
    public async Task Every_subject_has_its_stream_whose_name_stands_for_ever()
    {
        await using var town = await Town.Start();
        var head = await Machine.Of(town, "city-head");
        var next = JsonNode.Parse(ProcedureFile.Write(ProcedureFile.Shipped[0]))!;
        (next["version"], next["from"]) = (5, "2021-07-01");
        Assert.Equal(HttpStatusCode.OK, (await head.Post("/api/procedures", next)).Status);
        Assert.Equal(HttpStatusCode.OK, (await head.Post("/api/campaigns", Mine.ToDictionary(f => f.Item1, f => f.Item2))).Status);
        Assert.Equal(HttpStatusCode.OK, (await head.Post("/api/calendar/days", new { day = "2021-06-21", work = "no", why = "台风停工" })).Status);
        await using var db = await town.The<EventStore>().Connect(TestContext.Current.CancellationToken);
        var streams = (await db.QueryAsync<string>("select distinct stream from events where stream like 'setup/%'")).ToList();
        foreach (var name in new[] { "setup/unit/430424", "setup/campaign/KQ", "setup/procedure/full/5", "setup/calendar/2021" }) Assert.Contains(name, streams);
        Assert.Equal(["calendar", "campaign", "procedure", "unit"], streams.Select(s => s.Split('/')[1]).Distinct().Order());
    }

    [Fact]
    public async Task The_journal_of_a_year_says_which_day_from_what_to_what_and_why()
    {
        await using var town = await Town.Start();
        var head = await Machine.Of(town, "city-head");
        Assert.Equal(HttpStatusCode.OK, (await head.Post("/api/calendar/days", new { day = "2021-06-21", work = "no", why = "台风停工" })).Status);
        var page = await (await town.SignIn("city-head")).Get("/calendar?year=2021");
        Assert.Contains("6月21日 周一：上班 → 休息（台风停工）", page.Text);
        Assert.Contains("Mon 21 Jun: worked → off (台风停工)", (await head.Get("/api/calendar/2021/changes")).Body[0].GetProperty("what")[0].GetString());
    }

    [Fact]
    public async Task A_campaign_that_two_change_at_once_tells_the_second_and_what_the_first_did()
    {
        await using var town = await Town.Start();
        var (clerk, head) = (await town.SignIn("city-clerk"), await town.SignIn("city-head"));
        await clerk.Submit(await clerk.Get("/campaigns/new"), "/campaigns", Mine);
        var (mine, theirs) = (await clerk.Get("/campaigns/KQ"), await head.Get("/campaigns/KQ"));
        var fields = Mine.Where(f => f.Item1 != "code").ToList();
        Assert.Equal("/campaigns/KQ", (await head.Submit(theirs, "/campaigns/KQ", [.. fields.Where(f => f.Item1 != "until"), ("until", "2021-06-30")])).Location);
        var second = await clerk.Submit(mine, "/campaigns/KQ", [.. fields.Where(f => f.Item1 != "nameZh"), ("nameZh", "另一个名字")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, second.Status);
        Assert.Equal("另一个名字", second.Page.QuerySelector("input[name=nameZh]")!.GetAttribute("value"));
        Assert.Contains("清零日：不设 → 2021年6月30日", second.Page.QuerySelector("main")!.TextContent);
    }

    [Fact]
    public async Task Refusals_name_their_fields_in_the_order_of_the_form_and_faults_of_a_text_their_path()
    {
        await using var town = await Town.Start();
        var (head, clerk) = (await town.SignIn("city-head"), await town.SignIn("city-clerk"));
        var day = await head.Submit(await head.Get("/calendar?year=2021"), "/calendar/days?year=2021", ("day", ""), ("work", ""), ("why", ""));
        Assert.Equal(["日期", "这一天", "理由"], Said(day).Select(s => s.Split('：')[0]));
        var import = await clerk.Submit(await clerk.Get("/import"), "/import", ("campaign", ""));
        Assert.Equal(["导入到专项", "台账文件"], Said(import).Select(s => s.Split('：')[0]));
        var campaign = await clerk.Submit(await clerk.Get("/campaigns/new"), "/campaigns", ("code", ""), ("nameZh", ""), ("nameEn", ""), ("procedure", ""), ("office", ""), ("from", ""), ("slipPattern", ""));
        Assert.Equal(["#code", "#nameZh", "#nameEn", "#procedure", "#office", "#from", "#slipPattern"], Links(campaign));
        var year = await clerk.Submit(await clerk.Get("/calendar?year=2027"), "/calendar", ("json", Year("x").Replace("2027-01-01", "2027-02-30", StringComparison.Ordinal)));
        Assert.Contains("holidays[0].from：", Said(year).Single());
        Assert.Equal("#json", Links(year).Single());
        var full = JsonNode.Parse(ProcedureFile.Write(ProcedureFile.Shipped[0]))!.AsObject();
        full["steps"]![3]!["clock"] = 5;
        var procedure = await head.Submit(await head.Get("/procedures"), "/procedures", ("json", full.ToJsonString()));
        Assert.Contains("steps[3].clock：这里应是对象", Said(procedure).Single());
        Assert.Contains("steps[3].clock", procedure.Page.QuerySelector(".du-field.bad")!.TextContent);
    }

    [Fact]
    public async Task A_reader_of_a_county_sees_the_numbers_of_what_they_may_see_and_is_told_so()
    {
        await using var walk = await (await Walk.Begin()).Signed();
        var everything = await (await Machine.Of(walk.Town, "reader")).Get("/api/campaigns/JL");
        Assert.Equal(("1", "430400"), (everything["all"], everything["counted"]));
        Assert.DoesNotContain("只算", (await walk.See("reader", "/campaigns")).Text);
        foreach (var (unit, name, all) in new[] { ("430424", "衡东县", "1"), ("430422", "衡南县", "0") })
        {
            var user = await Reader(walk.Town, unit);
            var page = await walk.See(user, "/campaigns");
            Assert.Contains($"只算{name}的", page.Text);
            Assert.Equal(all, page.Page.QuerySelectorAll("tbody td").Last().TextContent);
            var told = await (await Machine.Of(walk.Town, user)).Get("/api/campaigns");
            Assert.Equal((all, unit), (told.Body[0].GetProperty("all").ToString(), told.Body[0].GetProperty("counted").GetString()));
        }
    }

    private static string Year(string source) =>
        $$"""{"year":2027,"source":"{{source}}","holidays":[{"name":"元旦","from":"2027-01-01","to":"2027-01-03","work":[]}]}""";

    private static Task<Seen> Send(Browser browser, Seen page, string json) => browser.Submit(page, "/calendar", ("json", json));

    private static IReadOnlyList<string> Said(Seen page) => [.. page.Page.QuerySelectorAll(".du-errors li .what").Select(e => e.TextContent.Trim())];

    private static IReadOnlyList<string> Links(Seen page) => [.. page.Page.QuerySelectorAll(".du-errors li .what a").Select(e => e.GetAttribute("href")!)];

    private static async Task<string> Mark(Machine machine) => (await machine.Get("/api/campaigns/KQ")).Mark!;

    private static Task<Told> Put(Machine machine, string mark, string name) => machine.Send(HttpMethod.Put, "/api/campaigns/KQ", mark: mark, body: System.Net.Http.Json.JsonContent.Create(
        Mine.Where(f => f.Item1 is not ("nameZh" or "until")).Append(("nameZh", name)).ToDictionary(f => f.Item1, f => f.Item2)));

    private static async Task<string> Reader(Town town, string unit)
    {
        Assert.Empty(await town.The<PeopleRegister>().Add(new($"reader-{unit}", "县审计查阅员", new(unit), Role.Reader), DemoPeople.Password, mustChange: false, "administrator", TestContext.Current.CancellationToken));
        return $"reader-{unit}";
    }
}
