using Duban.Domain.Cases;
using Duban.Domain.Cases.Acts;
using Duban.Domain.People;

namespace Duban.Domain.Tests.Cases;

/// <summary>Acts as people of the town would type them, complete and correct.</summary>
internal static class Do
{
    public static readonly DateOnly FirstDay = new(2021, 3, 15);
    public static readonly Matter Tailings = new("银矿坪矿洞涌水", "涌水未经处理直排", new Place("甘溪镇石岗村"), "非煤矿山", "市领导现场督导");
    public static readonly NoticeText NoticeText = new("pH 3.12→7.7", "同意验收销号", "0734-0000000");

    public static Register Register => new("JL-001", "JL", Tailings);
    public static Grade Grade => new(Level.General, null, []);

    public static HandOver HandOver(Unit to, DateOnly? due = null) => new(to, "衡督交〔2021〕1号", due ?? FirstDay.AddDays(120));

    public static FilePlan Plan(PersonId? leader = null, params PersonId[] team) => Plan(PlanOf(leader, team));

    public static FilePlan Plan(Plan plan) => new(plan, Town.InPost);

    /// <summary>The same plan of another unit, by its own people.</summary>
    public static FilePlan PlanIn(Unit unit) => new(PlanOf(),
        [.. new[] { Town.Leader, Town.Engineer }.Select(a => new Named(a.Person, a.Person.Value, [Town.Post(a.Person.Value, a.Role, unit)]))]);

    public static Plan PlanOf(PersonId? leader = null, params PersonId[] team) => new(
        leader ?? Town.Leader.Person, team is [] ? [Town.Engineer.Person] : team, "涌水达标", [new("M1", "建处理站", FirstDay.AddDays(60))], "120万元", "甘溪镇政府", "暴雨预案")
    {
        InterimSafety = "设围堰",
    };

    public static DecidePlan ApprovePlan => new(true, "同意");
    public static ReportProgress Done => new("处理站建成", new Dictionary<string, int> { ["M1"] = 100 });
    public static ApplyForStrikeOff Apply => new("各项措施完成，申请销号");

    public static FileEvidence Photo(EvidenceKind kind, string fingerprint, string point = "矿洞口") =>
        new(new Evidence(kind, fingerprint, fingerprint + ".jpg", kind == EvidenceKind.Document ? "application/pdf" : "image/jpeg", 1000, point));

    public static SiteRecord Visit(DateOnly on) => new(on, "处理站运行，出水清", "属实", []);
    public static VerifyForCounty Verify(DateOnly on, bool passed = true) => new(passed, Visit(on));
    public static AcceptForCity Accept(bool passed = true) => new(passed, "同意");
    public static StrikeOff StrikeOff => new("同意销号");
    public static PublishNotice Publish => new(NoticeText);
}
