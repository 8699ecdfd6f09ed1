using Duban.Domain.Cases;
using Duban.Domain.People;
using Duban.Domain.Procedures;
using Duban.Web.Cases;
using Duban.Web.People;
using Duban.Web.Tests.Cases.Pages;
using Duban.Web.Tests.Shell;

namespace Duban.Web.Tests.Cases;

/// <summary>Whoever holds a case is named once, by unit and post, and nobody is named who is not there.</summary>
public sealed class HolderTests
{
    private static readonly Unit City = new(new("4304"), new("4304/"), "衡阳市", UnitKind.City),
        Office = Below(City, "zgb", "市整改办", UnitKind.Office), Hall = Below(City, "dcs", "市督查室", UnitKind.Office),
        Bureau = Below(City, "yjj", "市应急管理局", UnitKind.Bureau), Ecology = Below(City, "sthj", "市生态环境局", UnitKind.Bureau),
        County = Below(City, "24", "衡东县", UnitKind.County), Department = Below(County, "24-yjj", "衡东县应急管理局", UnitKind.Department),
        Hygiene = Below(County, "24-wjj", "衡东县卫生健康局", UnitKind.Department), Township = Below(County, "24101", "甘溪镇", UnitKind.Township);

    [Fact]
    public void The_office_of_the_campaign_is_named_by_the_posts_it_has_and_the_head_where_there_is_one()
    {
        var holders = With((Office, Role.Clerk), (Hall, Role.Clerk), (Hall, Role.Head), (Bureau, Role.Acceptor), (Ecology, Role.Acceptor));
        Assert.Equal(["市整改办 · 经办员", "市督查室 · 主任", "市督查室 · 主任，或市级部门 · 验收人", "市级部门 · 验收人"], Names(holders, Hand.Office, Hand.Leader, Hand.Approver, Hand.Acceptor));
        Assert.Equal(["市整改办（未设经办员或主任）", "市整改办（未设主任）", "市整改办（未设主任），或市应急管理局 · 验收人"], Names(With((Bureau, Role.Acceptor)), Hand.Office, Hand.Leader, Hand.Approver));
        Assert.Equal("市级部门（未设验收人）", Assert.Single(Names(With(), Hand.Acceptor)));
        Assert.Equal(["督查机构 · 经办员或主任", "市整改办"], [holders.Name(Hand.Office, null, null, Rendered.Zh), holders.Short(Hand.Office, County, "JL", Rendered.Zh)]);
    }

    [Fact]
    public void Another_office_that_may_act_as_well_is_named_beside_the_one_that_has_it()
    {
        var holders = With((Office, Role.Clerk), (Hall, Role.Clerk), (Hall, Role.Head), (Bureau, Role.Acceptor));
        var c = new Case(new CaseId("JL-001"), ProcedureFile.Shipped[0]) { Campaign = "JL" };
        IReadOnlyList<string> Others(Hand hand, CaseAct act) => holders.Others(new InHand(hand, act, new(2021, 3, 15)), c, Rendered.Zh);
        Assert.Equal(["市督查室 · 经办员或主任"], Others(Hand.Office, CaseAct.HandOver));
        // The only head of the city is named already.
        Assert.Empty(Others(Hand.Leader, CaseAct.DecideSideTrack));
        Assert.Empty(Others(Hand.Unit, CaseAct.SignFor));
        Assert.Empty(With((Office, Role.Clerk)).Others(new InHand(Hand.Office, CaseAct.HandOver, new(2021, 3, 15)), c, Rendered.Zh));
    }

    [Fact]
    public void A_unit_without_anybody_in_post_is_said_to_be_so_and_who_can_act_for_it()
    {
        Assert.Equal("甘溪镇 · 联络员", With((Township, Role.Liaison)).Name(Hand.Unit, Township, "JL", Rendered.Zh));
        Assert.Equal("甘溪镇（未设联络员或责任领导），可由衡东县 · 责任领导办理", With((County, Role.UnitLeader)).Name(Hand.Unit, Township, "JL", Rendered.Zh));
        Assert.Equal("甘溪镇（未设联络员或责任领导）", With().Name(Hand.Unit, Township, "JL", Rendered.Zh));
        Assert.Equal("甘溪镇", With().Short(Hand.Unit, Township, "JL", Rendered.Zh));
    }

    [Fact]
    public void Verifiers_are_the_countys_own_and_otherwise_the_citys_but_never_the_unit_that_did_the_work()
    {
        Assert.Equal("衡东县应急管理局 · 核查人", With((Department, Role.Verifier), (Bureau, Role.Verifier)).Name(Hand.Verifier, Township, "JL", Rendered.Zh));
        Assert.Equal("市应急管理局 · 核查人", With((Department, Role.Verifier), (Bureau, Role.Verifier)).Name(Hand.Verifier, Department, "JL", Rendered.Zh));
        // The county that answers for it sends none of its own office, but a department of its; the rights say so, and so does the name.
        Assert.Equal("衡东县应急管理局 · 核查人", With((County, Role.Verifier), (Department, Role.Verifier)).Name(Hand.Verifier, County, "JL", Rendered.Zh));
        Assert.Equal("市应急管理局 · 核查人", With((County, Role.Verifier), (Bureau, Role.Verifier)).Name(Hand.Verifier, County, "JL", Rendered.Zh));
        Assert.Equal("衡东县所属部门 · 核查人", With((Department, Role.Verifier), (Hygiene, Role.Verifier)).Name(Hand.Verifier, Township, "JL", Rendered.Zh));
        Assert.Equal("衡东县所属部门（未设核查人）", With().Name(Hand.Verifier, Township, "JL", Rendered.Zh));
    }

    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task One_name_on_page_list_desk_checklist_refusal_and_in_the_api(On on)
    {
        const string Name = "市督查室 · 主任，或市级部门 · 验收人", English = "市督查室 · head, or City department · acceptor";
        await using var walk = await (await (await Walk.Begin(on: on)).Signed()).Do("hengdong-liaison", "plan", Walk.Plan);
        Assert.Contains(Name, (await walk.See("city-clerk")).Page.QuerySelector(".du-holder .who")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(Name, (await walk.See("city-clerk")).Page.QuerySelector(".du-check.miss .end")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(Name, (await walk.See("city-clerk", "/cases")).Page.QuerySelector("td.who")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(Name, (await walk.See("city-head", "/")).Page.QuerySelector("td.who")!.TextContent, StringComparison.Ordinal);
        Assert.Contains($"由谁办　{Name}", (await walk.See("hengdong-liaison", "apply")).Page.QuerySelector(".du-errors")!.TextContent, StringComparison.Ordinal);
        var clerk = await Machine.Of(walk.Town, "city-clerk");
        Assert.Equal(English, (await clerk.Get($"/api/cases/{walk.Id}")).Body.GetProperty("holder").GetProperty("name").GetString());
        var refused = await (await Machine.Of(walk.Town, "hengdong-liaison")).Act(walk.Id, "apply", new { statement = "完成" });
        Assert.Equal([English, English], refused.Body.GetProperty("reasons").EnumerateArray().Take(2).Select(r => r.GetProperty("who").GetString()!));
    }

    private static Unit Below(Unit above, string id, string name, UnitKind kind) => new(new(id), above.Path.Below(new(id)), name, kind);

    private static Holders With(params (Unit, Role)[] posts) => new(new UnitTree([City, Office, Hall, Bureau, Ecology, County, Department, Hygiene, Township]), new PostsOn(posts),
        [new Campaign("JL", new("金龙矿区整改", "Jinlong"), "full", 3, Office.Id, new(2021, 1, 1), null)]);

    private static IEnumerable<string> Names(Holders holders, params Hand[] hands) => hands.Select(hand => holders.Name(hand, County, "JL", Rendered.Zh));
}
