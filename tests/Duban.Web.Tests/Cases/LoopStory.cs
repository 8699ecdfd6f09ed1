using System.Net;
using Duban.Domain.Cases;
using Duban.Domain.Cases.Acts;
using Duban.Domain.People;
using Duban.Domain.Procedures;
using Duban.Web.Cases;
using Duban.Web.Demo;
using Duban.Web.People;
using Duban.Web.Procedures;

namespace Duban.Web.Tests.Cases;

/// <summary>The loop from end to end, over HTTP, on both databases.</summary>
public sealed class LoopStory
{
    private const string City = "430400";

    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task A_problem_is_found_handed_over_solved_verified_confirmed_published_accepted_struck_off_and_comes_back(On on)
    {
        await using var town = await Town.Start(on);
        var id = await Registered(town, "JL", "full");
        var clerk = await Machine.Of(town, "city-clerk");
        var liaison = await Machine.Of(town, "hengdong-liaison");
        var head = await Machine.Of(town, "city-head");
        var verifier = await Machine.Of(town, "hengdong-verifier");
        var acceptor = await Machine.Of(town, "acceptor-ecology");

        Assert.Equal(HttpStatusCode.NotFound, (await liaison.Get($"/api/cases/{id}")).Status);
        (await clerk.Act(id, "hand-over", new { to = "430426", slip = "衡督交〔2021〕2号", due = "2021-06-30" })).IsNow("handed_over");
        var qidong = await Machine.Of(town, "qidong-liaison");
        (await qidong.Act(id, "ask-return", new { why = "不在我县辖区" })).IsNow("return_asked");
        (await clerk.Act(id, "decide-return", new { grant = "yes", opinion = "同意" })).IsNow("returned");
        (await clerk.Act(id, "hand-over", new { to = "430424", slip = "衡督交〔2021〕3号", due = "2021-06-30", contact = "0734-0000000" })).IsNow("handed_over");
        (await liaison.Act(id, "sign")).IsNow("accepted");

        var refused = await liaison.Act(id, "plan", new { leader = "hengdong-leader", team = new[] { "hengdong-leader" }, goals = "", measures = new[] { new { text = "", due = "2021-02-30" } } });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        (await liaison.Act(id, "plan", new { leader = "hengdong-liaison", team = new[] { "hengshan-liaison" }, goals = "达标", funds = "无", duty = "县", contingency = "预案", interimSafety = "巡查", measures = new[] { new { text = "导流", due = "2021-04-20" } } }))
            .IsRefusedFor("plan.not_a_leader", "plan.not_of_the_unit");
        refused.IsRefusedFor("plan.leader_in_team", "field.required", "field.required", "field.required", "field.required", "field.required", "field.no_day", "plan.interim_safety");
        (await liaison.Act(id, "plan", Plan)).IsNow("planned");
        (await liaison.Act(id, "decide-plan", new { approve = "yes", opinion = "同意" })).IsRefusedFor("rights.role");
        (await head.Act(id, "decide-plan", new { approve = "yes", opinion = "方案可行" })).IsNow("rectifying");

        (await liaison.Act(id, "apply", new { statement = "已完成" })).IsRefusedFor("guard.measures", "guard.before", "guard.after", "guard.nothing_to_compare");
        (await liaison.Act(id, "progress", new { text = "处理站已通水", percent = new { M1 = 100, M2 = "100%" } })).IsNow("rectifying");
        await FileEvidence(town, id, EvidenceKind.Before, "a");
        await FileEvidence(town, id, EvidenceKind.After, "b");
        (await liaison.Act(id, "apply", new { statement = "两项措施全部完成" })).IsNow("applied");

        var own = await Machine.Of(town, "hengdong-leader");
        (await own.Act(id, "verify", Visit)).IsRefusedFor("rights.role");
        (await verifier.Act(id, "verify", Visit)).IsNow("county_verified");
        await ResidentsAnswer(town, id, clerk, [.. Enumerable.Repeat(Answer.Yes, 28), Answer.Partly, Answer.No]);
        (await clerk.Act(id, "notice", new { completion = "出水达标", opinion = "同意公示", channel = "0734-0000000" })).IsNow("on_notice");
        (await clerk.Act(id, "end-notice")).IsRefusedFor("notice.running");
        town.Clock.Advance(TimeSpan.FromDays(9));
        (await clerk.Act(id, "end-notice")).IsNow("noticed");
        (await verifier.Act(id, "accept", new { passed = "yes", opinion = "同意" })).IsRefusedFor("rights.role");
        (await acceptor.Act(id, "accept", new { passed = "yes", opinion = "符合标准" })).IsNow("city_accepted");
        (await clerk.Act(id, "strike-off", new { opinion = "予以销号" })).IsNow("struck_off");

        town.Clock.Advance(TimeSpan.FromDays(60));
        var back = (await verifier.Act(id, "look-back", new { holds = "no", on = town.Time.GetUtcNow().ToString("yyyy-MM-dd"), findings = "涌水再现", opinion = "反弹", newDue = "2021-12-31" })).IsNow("accepted");
        Assert.Equal("2", back["round"]);
        (await liaison.Act(id, "plan", Plan)).IsRefusedFor("plan.measure_before_round");
        var view = await clerk.Get($"/api/cases/{id}");
        Assert.Equal("1", view["relapses"]);
        var events = (await clerk.Get($"/api/cases/{id}/events")).Body.EnumerateArray().Select(e => e.GetProperty("name").GetString()).ToList();
        Assert.Equal(view["version"], events.Count.ToString());
        Assert.Equal("relapsed", events[^1]);
    }

    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task The_second_of_two_people_is_told_that_somebody_was_faster_and_a_repeated_request_is_done_once(On on)
    {
        await using var town = await Town.Start(on);
        var id = await Registered(town, "JL", "full");
        var clerk = await Machine.Of(town, "city-clerk");
        var form = new { to = "430424", slip = "衡督交〔2021〕3号", due = "2021-06-30" };
        var first = (await clerk.Act(id, "hand-over", form, once: "k1", seen: 2)).IsNow("handed_over");
        Assert.Equal(first.Body.ToString(), (await clerk.Act(id, "hand-over", form, once: "k1", seen: 2)).Body.ToString());
        (await clerk.Act(id, "hand-over", form with { slip = "别的" }, once: "k1")).IsRefusedFor("once.key_reused");
        var late = await clerk.Act(id, "chase", new { words = "请签收" }, seen: 2);
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Equal("3", (await clerk.Get($"/api/cases/{id}"))["version"]);
    }

    [Fact]
    public async Task A_case_of_another_unit_does_not_exist_for_its_neighbours()
    {
        await using var town = await Town.Start();
        var id = await Registered(town, "JL", "full");
        var clerk = await Machine.Of(town, "city-clerk");
        await clerk.Act(id, "hand-over", new { to = "430424", slip = "3", due = "2021-06-30" });
        var neighbour = await Machine.Of(town, "qidong-liaison");
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.Get($"/api/cases/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.Act(id, "sign")).Status);
        Assert.Equal(0, (await neighbour.Get("/api/cases?open=all")).Body.GetProperty("cases").GetArrayLength());
        Assert.Equal(1, (await clerk.Get("/api/cases?text=银矿坪")).Body.GetProperty("cases").GetArrayLength());
        Assert.Equal(1, (await clerk.Get("/api/cases?unit=430424&stage=handed_over")).Body.GetProperty("cases").GetArrayLength());
        (await clerk.Get("/api/cases?stage=nowhere&unit=x")).IsRefusedFor("field.no_choice", "unit.unknown");
    }

    private static readonly object Plan = new
    {
        leader = "hengdong-leader",
        team = new[] { "jinlong-adit-liaison" },
        goals = "出水达标",
        funds = "960 万元",
        duty = "涌水专班",
        contingency = "应急中和预案",
        interimSafety = "每日巡查",
        measures = new[] { new { text = "涌水收集导流", due = "2021-04-20", who = "专班" }, new { text = "处理站扩建", due = "2021-05-31", who = "专班" } },
    };

    private static readonly object Visit = new { passed = "yes", on = "2021-03-15", findings = "现场出水清澈", opinion = "同意" };

    private static async Task<string> Registered(Town town, string campaign, string procedure)
    {
        var version = ProcedureFile.Shipped.Single(p => p.Code == procedure).Version;
        await town.The<Campaigns>().Save(City, new Campaign(campaign, new("金龙矿区整改", "Jinlong"), procedure, version, new UnitId("430400-zgb"), new(2021, 1, 1), null), new("test", DateTimeOffset.UnixEpoch));
        var id = (await town.The<Campaigns>().TakeNumbers(City, campaign, 1))[0];
        var matter = new Matter("银矿坪矿洞涌水", "矿洞涌水呈酸性，直排沟渠", new Place("甘溪镇银矿坪"), "非煤矿山", "市领导现场督导");
        var asked = new Asked(id, new Register(id.Value, campaign, matter) { Level = Level.Major })
        {
            Procedure = await town.The<ProcedureCatalog>().Find(City, procedure, version),
        };
        Assert.IsType<CaseAnswer.Done>(await town.The<CaseLedger>().Ask(City, asked, town.The<CaseDoor>().ActOf(await ActorOf(town, "city-clerk"))));
        return id.Value;
    }

    private static async Task FileEvidence(Town town, string id, EvidenceKind kind, string digit)
    {
        var evidence = new Evidence(kind, string.Concat(Enumerable.Repeat(digit, 64)), $"{digit}.jpg", "image/jpeg", 1000, "排口");
        Assert.IsType<CaseAnswer.Done>(await town.The<CaseLedger>().Ask(City,
            new Asked(new CaseId(id), new FileEvidence(evidence)), town.The<CaseDoor>().ActOf(await ActorOf(town, "hengdong-liaison"))));
    }

    private static async Task ResidentsAnswer(Town town, string id, Machine clerk, IReadOnlyList<Answer> answers)
    {
        (await clerk.Act(id, "draw-sample", new { affected = 60, size = answers.Count })).IsNow("county_verified");
        var resident = new Actor(new PersonId("resident"), Role.Resident, new UnitPath("430400/"), UnitKind.City);
        for (var i = 0; i < answers.Count; i++)
            Assert.IsType<CaseAnswer.Done>(await town.The<CaseLedger>().Ask(City,
                new Asked(new CaseId(id), new AnswerSurvey($"c{i}", answers[i])), town.The<CaseDoor>().ActOf(resident)));
        (await clerk.Act(id, "close-survey")).IsNow("satisfied");
    }

    private static async Task<Actor> ActorOf(Town town, string user)
    {
        var standing = (await town.The<Standings>().Of(new PersonId(user)))!;
        var unit = (await town.The<UnitRegister>().Tree()).Find(standing.Posts[0].Unit)!;
        return new Actor(standing.Person, standing.Posts[0].Role, unit.Path, unit.Kind);
    }
}
