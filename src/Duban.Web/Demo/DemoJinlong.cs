using Duban.Domain;
using Duban.Domain.Calendar;
using Duban.Domain.Cases;
using Duban.Domain.Cases.Acts;
using Duban.Domain.People;
using Duban.Domain.Procedures;
using Duban.Web.Cases;
using Duban.Web.Procedures;

namespace Duban.Web.Demo;

/// <summary>The ten problems of the Jinlong mine area, each at another point of the full path on 15 March 2021.</summary>
internal sealed class DemoJinlong(DemoTown town, ScriptClock clock, CaseLedger ledger, Campaigns campaigns, ProcedureCatalog procedures, City city)
{
    private static readonly Problem[] Problems =
    [
        new("香花村受污染农田", "杨桥镇香花村", "部分农田土壤镉、铅超农用地土壤污染风险筛选值，需分区修复", "土壤",
            "修复后土壤镉、铅低于 GB 15618-2018 对应 pH 段筛选值", "客土置换；钝化剂施用；种植结构调整", "320 万元", "jinlong-farmland", "430424-nyj", new(2021, 10, 31), Stop.HalfWay),
        new("香花村灌溉水源", "杨桥镇香花村", "农田灌溉水源受矿区来水影响", "水",
            "灌溉水满足农田灌溉要求", "新建清洁水源引水渠", "86 万元", "jinlong-water", "430424-slj", new(2021, 6, 30), Stop.Applied),
        new("石岗村受污染农田", "甘溪镇石岗村", "农田土壤镉超筛选值，存在弃渣覆盖", "土壤",
            "清除弃渣，土壤达到 GB 15618-2018 筛选值", "弃渣清运；土壤钝化", "210 万元", "jinlong-farmland", "430424-nyj", new(2021, 10, 30), Stop.Planned),
        new("石岗村饮用水源替代", "甘溪镇石岗村", "村民饮用水源需替代", "水",
            "村民饮水安全有保障", "集中供水管网延伸", "150 万元", "jinlong-water", "430424-slj", new(2021, 5, 31), Stop.Verified),
        new("二选厂废渣露天堆存", "金龙矿区二选厂", "厂区原有选矿废渣露天堆存，无防渗、无截洪沟", "固废",
            "废渣规范处置，截洪沟建成", "废渣鉴别后分类处置；修建截洪沟", "480 万元", "jinlong-plant", "430424-sthj", new(2021, 9, 30), Stop.OnNotice),
        new("二选厂遗留药剂和设备", "金龙矿区二选厂", "厂区遗留选矿药剂和废弃设备", "固废",
            "药剂安全处置，设备拆除", "委托有资质单位处置", "65 万元", "jinlong-plant", "430424-sthj", new(2021, 3, 31), Stop.StruckOff),
        new("银矿坪矿洞涌水", "甘溪镇金龙矿区银矿坪", "矿洞涌水呈酸性，铅、锌、镉浓度高，直排下游沟渠", "水",
            "处理后出水满足 GB 25466-2010 限值，纳污河段满足 GB 3838-2002 III 类", "涌水收集导流与应急处理；处理站扩建与设备安装；一期调试，出水稳定达标；流量计、pH 计、重金属在线仪联网", "960 万元", "jinlong-adit", "430424-sthj", new(2021, 12, 31), Stop.Paused),
        new("涌水在线监测缺失", "金龙矿区银矿坪", "涌水在线监测设备未安装", "监测",
            "在线监测联网", "安装流量计、pH 计与重金属在线仪", "48 万元", "jinlong-adit", "430424-sthj", new(2021, 5, 31), Stop.Signed),
        new("尾矿库排洪设施不完善", "金龙矿区尾矿库", "尾矿库排洪设施不完善，坝体位移监测点缺失", "安全与环境",
            "消除安全环境隐患，达到闭库条件", "完善排洪系统；补设监测点；编制闭库设计", "1200 万元", "jinlong-tailings", "430424-yjj", new(2022, 6, 30), Stop.HalfWay),
        new("矿区道路扬尘", "金龙矿区道路", "裸露矿山未复绿，运输道路扬尘", "生态",
            "复绿率达到 90%", "分片复绿；道路硬化", "约 300 万元", "jinlong-ecology", "430424-zrzy", new(2021, 11, 30), Stop.Relapsed),
    ];

    private enum Stop { Signed, Planned, HalfWay, Paused, Applied, Verified, OnNotice, StruckOff, Relapsed }

    /// <summary>Tells it.</summary>
    public async Task Tell()
    {
        var campaign = (await campaigns.Find(city.Code, "JL"))!;
        var procedure = await procedures.Find(city.Code, campaign.Procedure, campaign.ProcedureVersion);
        var numbers = await campaigns.TakeNumbers(city.Code, "JL", Problems.Length);
        var slips = await campaigns.TakeSlips(city.Code, "JL", Problems.Length);
        for (var i = 0; i < Problems.Length; i++) await Tell(numbers[i], campaign.SlipNumber(2021, slips[i]), Problems[i], procedure, i);
    }

    private async Task Tell(CaseId id, string slip, Problem p, Procedure procedure, int i)
    {
        clock.At(2021, 1, 6, 10, i);
        var matter = new Matter(p.Title, p.Description, new Place(p.Place), p.Sector, "市领导现场督导")
        {
            Goal = p.Goal,
            Measures = p.Measures,
            ProposedUnit = new UnitId("430424"),
            ProposedDue = p.Due,
        };
        var asked = new Asked(id, new Register(id.Value, "JL", matter) { Level = Level.Major }) { Procedure = procedure };
        if (await ledger.Ask(city.Code, asked, new Act(town["rectification-clerk"], clock.GetUtcNow(), WorkCalendar.China)) is not CaseAnswer.Done)
            throw new InvalidOperationException($"{id} cannot be registered");
        clock.At(2021, 1, 7, 9, i);
        await town.Do("city-clerk", id, new HandOver(town.Units.Find(new UnitId("430424"))!, slip, p.Due, "市领导现场督导会议", "市督查室 0734-0000000"));
        clock.At(2021, 1, 8, 10, i);
        await town.Do("hengdong-liaison", id, new SignFor());
        var team = town[$"{p.Team}-liaison"];
        await town.Do("hengdong-liaison", id, new Forward(town.Units.Find(new UnitId(p.Unit))!, "由专班牵头整改"));
        if (p.Stop == Stop.Signed) return;

        clock.At(2021, 1, 12, 16, i);
        await town.Photograph(team, id, EvidenceKind.Before, "整改点位", i);
        await town.Do(team, id, new FilePlan(PlanOf(p), town.Named(PlanOf(p))));
        if (p.Stop == Stop.Planned) return;
        clock.At(2021, 1, 15, 11, i);
        await town.Do("city-head", id, new DecidePlan(true, "方案可行，按期推进。"));
        var codes = PlanOf(p).Measures.Select(m => m.Code).ToList();
        clock.At(2021, 1, 22, 17, i);
        await town.Do(team, id, new ReportProgress("施工队伍进场，完成前期勘察。", codes.ToDictionary(c => c, _ => 20)));
        if (p.Stop == Stop.Paused) await Pause(id, team);
        if (p.Stop is Stop.HalfWay or Stop.Paused)
        {
            clock.At(2021, 3, 12, 17, i);
            await town.Do(team, id, new ReportProgress("按计划推进，部分措施完成。", codes.Select((c, n) => (c, n)).ToDictionary(x => x.c, x => x.n * 2 < codes.Count ? 100 : 30)));
            return;
        }
        await Finish(id, p, team, codes, i);
    }

    private async Task Pause(CaseId id, Actor team)
    {
        clock.At(2021, 2, 7, 9);
        await town.Do(team, id, new AskSideTrack(new SideTrack.Pause(new(2021, 2, 8), new(2021, 2, 19), "春节停工")));
        clock.At(2021, 2, 7, 15);
        await town.Do("city-head", id, new DecideSideTrack(true, "同意春节停工期间暂停计时。"));
    }

    private async Task Finish(CaseId id, Problem p, Actor team, List<string> codes, int i)
    {
        var (month, day) = p.Stop is Stop.StruckOff or Stop.Relapsed ? (2, 1) : (3, 5);
        clock.At(2021, month, day, 9, i);
        await town.Do(team, id, new ReportProgress("全部措施完成。", codes.ToDictionary(c => c, _ => 100)));
        await town.Photograph(team, id, EvidenceKind.After, "整改点位", 500 + i);
        await town.Do(team, id, new ApplyForStrikeOff("各项措施全部完成，自查达到整改目标，申请销号。"));
        if (p.Stop == Stop.Applied) return;
        clock.At(2021, month, day + 2, 10, i);
        var verifier = town[p.Unit == "430424-yjj" ? "hengdong-ecology-verifier" : "hengdong-verifier"];
        await town.Do(verifier, id, new VerifyForCounty(true, new SiteRecord(new(2021, month, day + 2), "现场核查，措施落实，效果明显。", "同意提请市级验收", [])));
        if (p.Stop == Stop.Verified) return;
        clock.At(2021, month, day + 3, 9, i);
        await Ask(id);
        clock.At(2021, month, day + 3, 18, i);
        await town.Do("city-clerk", id, new PublishNotice(new NoticeText("措施已经全部完成。核查人到现场看过，效果明显。问了受影响的 30 户群众，28 户说解决了。", "现场核查认为已经整改到位。公示期满、没有成立的异议，报市级验收，通过后销号。", "市督查室 0734-0000000，也可以在本页写下意见")));
        if (p.Stop == Stop.OnNotice) return;
        clock.At(2021, 2, 20, 9, i);
        await town.Do("city-clerk", id, new EndNotice());
        clock.At(2021, 2, 22, 10, i);
        await town.Do("acceptor-ecology", id, new AcceptForCity(true, "达到整改目标，同意验收。"));
        await town.Do("city-clerk", id, new StrikeOff("程序完备，予以销号。"));
        if (p.Stop == Stop.Relapsed) await ComeBack(id, p, team, i);
    }

    // Struck off in February, broken again in March: a second round with a plan and a picture of its own, while the first stays to be read.
    private async Task ComeBack(CaseId id, Problem p, Actor team, int i)
    {
        clock.At(2021, 3, 12, 11, i);
        await town.Do("city-clerk", id, new ReportRelapse("群众来电", "道路硬化段重新破损，扬尘反弹。", new(2021, 5, 31)));
        clock.At(2021, 3, 12, 16, i);
        await town.Photograph(team, id, EvidenceKind.Before, "破损路段", 900 + i);
        var plan = PlanOf(p) with
        {
            Goals = "破损路段重铺，车辆限载限速，不再扬尘",
            Measures = [new("M1", "破损路段铣刨重铺", new(2021, 4, 20), "专班"), new("M2", "矿区出口设限载杆和冲洗台", new(2021, 5, 10), "专班")],
            Funds = "46 万元",
        };
        await town.Do(team, id, new FilePlan(plan, town.Named(plan)));
        clock.At(2021, 3, 13, 9, i);
        await town.Do("city-head", id, new DecidePlan(true, "同意。这一轮要把超载源头管住。"));
    }

    private async Task Ask(CaseId id)
    {
        await town.Do("city-clerk", id, new DrawSample(46, 30));
        var resident = new Actor(new PersonId("resident"), Role.Resident, new UnitPath($"{city.Code}/"), UnitKind.City);
        for (var n = 0; n < 30; n++) await town.Do(resident, id, new AnswerSurvey($"demo-{n}", n % 15 == 7 ? Answer.Partly : Answer.Yes));
        await town.Do("city-clerk", id, new CloseSurvey());
    }

    private static Plan PlanOf(Problem p) => new(
        new PersonId($"{p.Team}-leader"), [new PersonId($"{p.Team}-liaison")], p.Goal,
        [.. p.Measures.Split('；').Select((m, n) => new Measure($"M{n + 1}", m, p.Due < new DateOnly(2021, 4, 1) ? p.Due : new DateOnly(2021, 4 + Math.Min(n, 1), 20), "专班"))],
        p.Funds, "县级责任领导包案，专班负责实施，乡镇配合。", "落实安全措施，制定突发环境事件应急预案，储备应急物资。")
    {
        InterimSafety = "专人每日巡查，设置围挡和警示标志。",
    };

    private sealed record Problem(
        string Title, string Place, string Description, string Sector, string Goal, string Measures, string Funds, string Team, string Unit, DateOnly Due, Stop Stop);
}
