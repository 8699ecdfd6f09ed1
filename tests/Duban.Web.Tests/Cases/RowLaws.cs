using System.Text;
using Dapper;
using Duban.Domain.Cases;
using Duban.Domain.Cases.Acts;
using Duban.Domain.People;
using Duban.Domain.Procedures;
using Duban.Ledger;
using Duban.Web.Cases;
using Duban.Web.Cases.HandOvers;
using Duban.Web.People;
using Duban.Web.Procedures;

namespace Duban.Web.Tests.Cases;

/// <summary>Whatever permitted people do, in whatever order: rows, tallies and search say what the events say.</summary>
public sealed class RowLaws
{
    private const string City = "430400";
    private const int Days = 40, ActsADay = 12;

    private static readonly string[] Users =
    [
        "city-clerk", "safety-clerk", "city-head", "hengdong-liaison", "hengdong-leader", "hengshan-liaison", "hengdong-verifier", "city-verifier",
        "acceptor-emergency", "acceptor-ecology",
    ];

    [Theory, InlineData(On.Sqlite, 1), InlineData(On.Sqlite, 2), InlineData(On.Sqlite, 3), InlineData(On.Postgres, 4)]
    public async Task After_any_walk_of_permitted_acts_the_rows_are_the_fold_of_the_events(On on, int seed)
    {
        await using var town = await Town.Start(on);
        var walkers = new Walkers(town, seed);
        await walkers.Begin();
        for (var day = 0; day < Days; day++)
        {
            for (var i = 0; i < ActsADay; i++) await walkers.Act();
            town.Clock.Advance(TimeSpan.FromDays(1));
        }
        Assert.InRange(walkers.Done, 100, Days * ActsADay);
        // A walk that never comes past the county's verification says little.
        Assert.Contains(walkers.Stages, s => s > Stage.CountyVerified);

        var store = town.The<EventStore>();
        var check = await CaseCheck.Run(store, walkers.Files, TestContext.Current.CancellationToken);
        Assert.Equal((0L, null), (check.Broken, check.First));
        var before = await Picture(store);
        await CaseRebuild.Run(store);
        Assert.Equal(before, await Picture(store));
        Assert.True((await new Verifier(store).Verify(ct: TestContext.Current.CancellationToken)).Whole);
        foreach (var id in walkers.Ids)
        {
            var read = await town.The<CaseLedger>().Load(City, id);
            var node = await new CaseCache(store, new ProcedureCatalog(store), town.The<Duban.Web.Calendar.WorkCalendars>()).Load(City, id, fresh: true);
            Assert.Equal(Shown(read!), Shown(node!));
        }
    }

    private static object Shown(Case c) => (c.Version, c.Stage, c.Round, c.Awaits, c.NodeClock, c.TotalClock);

    private static async Task<IReadOnlyList<string>> Picture(EventStore store)
    {
        await using var db = await store.Connect();
        var rows = await db.QueryAsync("select * from cases order by case_id");
        var tallies = await db.QueryAsync("select * from case_tallies where count <> 0 order by campaign, area, stage, awaits, hand");
        return [.. rows.Concat(tallies).Select(row => string.Join(", ", ((IDictionary<string, object?>)row).Select(c => $"{c.Key}={c.Value}")))];
    }

    /// <summary>People of the demo city who do whatever comes to their mind, as far as they may.</summary>
    private sealed class Walkers(Town town, int seed)
    {
        private readonly Random dice = new(seed);
        private readonly CaseLedger ledger = town.The<CaseLedger>();
        private readonly List<Actor> people = [new(new PersonId("resident"), Role.Resident, new UnitPath("430400/"), UnitKind.City)];
        private UnitTree units = new([]);

        public List<CaseId> Ids { get; } = [];

        public HashSet<Stage> Stages { get; } = [];

        public int Done { get; private set; }

        public BlobStore Files { get; } = town.The<BlobStore>();

        public async Task Begin()
        {
            units = await town.The<UnitRegister>().Tree();
            foreach (var user in Users)
            {
                var post = (await town.The<Standings>().Of(new PersonId(user)))!.Posts[0];
                var unit = units.Find(post.Unit)!;
                people.Add(new(new PersonId(user), post.Role, unit.Path, unit.Kind));
            }
            foreach (var procedure in ProcedureFile.Shipped)
            {
                var code = procedure.Code == "full" ? "JL" : "AQ";
                await town.The<Campaigns>().Save(
                    City, new Campaign(code, new(code, code), procedure.Code, procedure.Version, new UnitId("430400-awb"), new(2021, 1, 1), null), new("test", DateTimeOffset.UnixEpoch));
                foreach (var id in await town.The<Campaigns>().TakeNumbers(City, code, 3))
                {
                    Ids.Add(id);
                    var register = new Asked(id, new Register(id.Value, code, Matter(id, "县")) { Level = dice.Next(2) == 0 ? Level.Major : null }) { Procedure = procedure };
                    Assert.IsType<CaseAnswer.Done>(await ledger.Ask(City, register, town.The<CaseDoor>().ActOf(people[1])));
                }
            }
        }

        /// <summary>Somebody does something to one of the cases, after as many wishes as it takes.</summary>
        public async Task Act()
        {
            var id = Ids[dice.Next(Ids.Count)];
            for (var attempt = 0; attempt < 60; attempt++)
            {
                var c = (await ledger.Known(City, id))!;
                var act = town.The<CaseDoor>().ActOf(people[dice.Next(people.Count)]);
                var wishes = Wishes(c, act.Today);
                var rule = wishes[dice.Next(wishes.Length)];
                if (rule is AskSideTrack { Track: SideTrack.Void or SideTrack.Merge or SideTrack.LongTerm } && dice.Next(20) > 0) continue;
                if (!rule.PutTo(c, act).Allowed) continue;
                if (rule is FileEvidence file) foreach (var evidence in file.Files) await Keep(evidence.Name);
                if (await ledger.Ask(City, new Asked(id, rule) { Alongside = [town.The<SingleSlip>().Of] }, act) is not CaseAnswer.Done done) continue;
                Done++;
                Stages.Add(done.Case.Stage);
                return;
            }
        }

        private ICaseAct[] Wishes(Case c, DateOnly today)
        {
            var (to, due) = (units.Find(new UnitId(dice.Next(3) == 0 ? "430423" : "430424"))!, today.AddDays(dice.Next(20, 200)));
            var visit = new SiteRecord(today, "现场查看", "属实", []);
            var measures = c.Plan?.Measures.ToDictionary(m => m.Code, _ => dice.Next(2) * 100) ?? [];
            var objection = c.Notice?.Open.Min() ?? $"o{dice.Next(3)}";
            return
            [
                new Grade(dice.Next(2) == 0 ? Level.Major : Level.General, null, []), new HandOver(to, $"单{dice.Next()}", due), new HandOver(to, $"急{dice.Next()}", null, NoDueReason: "立行立改"),
                new SignFor(), new SignFor(), new AskReturn("不在辖区"), new DecideReturn(dice.Next(2) == 0, "意见"),
                new Forward(units.Find(new UnitId("430424-nyj"))!, "办理"), Plan(c, today), new DecidePlan(dice.Next(4) > 0, "意见"),
                new ReportProgress("进展", measures), new ReportProgress("完成", measures.ToDictionary(m => m.Key, _ => 100)),
                Photo(c, EvidenceKind.Before), Photo(c, EvidenceKind.After), new ApplyForStrikeOff("申请"), new VerifyForCounty(dice.Next(4) > 0, visit),
                new DrawSample(3, 3), new AnswerSurvey($"{c.Id}-{dice.Next(5)}", dice.Next(12) == 0 ? Answer.No : Answer.Yes), new CloseSurvey(),
                new PublishNotice(new NoticeText("完成", "同意", "电话")), new RaiseObjection(objection), new DecideObjection(objection, dice.Next(3) == 0, "意见"), new EndNotice(),
                new AcceptForCity(dice.Next(4) > 0, "意见"), new StrikeOff("销号"), new LookBack(dice.Next(2) == 0, visit, due), new ReportRelapse("举报", "反弹", due),
                new AskSideTrack(new SideTrack.Extension(due, "设备")), new AskSideTrack(new SideTrack.Pause(today, today.AddDays(dice.Next(20)), "汛期")),
                new AskSideTrack(new SideTrack.LongTerm(today.AddDays(90), "多年")), new AskSideTrack(new SideTrack.Merge(Ids[dice.Next(Ids.Count)], "同一")),
                new AskSideTrack(new SideTrack.Void("误报")), new DecideSideTrack(dice.Next(3) > 0, "意见"), new Resume("恢复"),
                new ReviewLongTerm(dice.Next(2) == 0, "复核", today.AddDays(60)), new Chase("请抓紧"), new Correct(Matter(c.Id, $"第{dice.Next(9)}次"), "更正"),
            ];
        }

        private FileEvidence Photo(Case c, EvidenceKind kind)
        {
            var name = $"{c.Id}-{c.Version}-{kind}";
            return new(new Evidence(kind, Fingerprint(name), name, "image/jpeg", name.Length, "点位"));
        }

        private async Task Keep(string content)
        {
            using var stream = new MemoryStream(Encoding.UTF8.GetBytes(content));
            await Files.Put(stream);
        }

        private static string Fingerprint(string content) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(content)));

        private FilePlan Plan(Case c, DateOnly today)
        {
            var county = units.Find(c.Holding?.HandedTo.Unit ?? new UnitId("430424"))!;
            var word = county.Id.Value == "430423" ? "hengshan" : "hengdong";
            Named InPost(string name, Role role) => new(new PersonId(name), name, [new Actor(new PersonId(name), role, county.Path, county.Kind)]);
            var (leader, member) = (InPost(word + "-leader", Role.UnitLeader), InPost(word + "-liaison", Role.Liaison));
            var plan = new Plan(leader.Person, [member.Person], "达标", [new("M1", "建站", today), new("M2", "调试", today)], "经费", "责任", "预案") { InterimSafety = "巡查" };
            return new(plan, [leader, member]);
        }

        private static Matter Matter(CaseId id, string place) => new($"矿洞涌水 {id}", "涌水直排", new Place($"甘溪镇{place}"), "非煤矿山", "督导") { ProposedUnit = new UnitId("430424") };
    }
}
