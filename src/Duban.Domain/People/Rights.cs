using Duban.Domain.Cases;

namespace Duban.Domain.People;

/// <summary>Everything somebody can do to a case; the one list that rights, pages, API and tests walk.</summary>
public enum CaseAct
{
    /// <summary>Look at it.</summary>
    See,
    /// <summary>线索上报.</summary>
    Report,
    /// <summary>立项登记.</summary>
    Register,
    /// <summary>研判定级.</summary>
    Grade,
    /// <summary>交办.</summary>
    HandOver,
    /// <summary>签收.</summary>
    SignFor,
    /// <summary>申请退单.</summary>
    AskReturn,
    /// <summary>审批退单.</summary>
    DecideReturn,
    /// <summary>转办.</summary>
    Forward,
    /// <summary>报方案.</summary>
    FilePlan,
    /// <summary>审定方案.</summary>
    ApprovePlan,
    /// <summary>报进度.</summary>
    ReportProgress,
    /// <summary>传佐证.</summary>
    FileEvidence,
    /// <summary>申请销号.</summary>
    ApplyForStrikeOff,
    /// <summary>县级核查.</summary>
    VerifyForCounty,
    /// <summary>抽样发码.</summary>
    DrawSample,
    /// <summary>结束测评.</summary>
    CloseSurvey,
    /// <summary>发布公示.</summary>
    PublishNotice,
    /// <summary>处理异议.</summary>
    DecideObjection,
    /// <summary>结束公示.</summary>
    EndNotice,
    /// <summary>市级验收.</summary>
    AcceptForCity,
    /// <summary>销号.</summary>
    StrikeOff,
    /// <summary>回头看.</summary>
    LookBack,
    /// <summary>认定反弹.</summary>
    ReportRelapse,
    /// <summary>申请延期、暂停或长期坚持.</summary>
    AskSideTrack,
    /// <summary>提请合并或作废.</summary>
    AskClosure,
    /// <summary>审批延期、暂停、长期坚持、合并、作废.</summary>
    DecideSideTrack,
    /// <summary>提前恢复.</summary>
    Resume,
    /// <summary>长期坚持复核.</summary>
    ReviewLongTerm,
    /// <summary>催办.</summary>
    Chase,
    /// <summary>更正.</summary>
    Correct,
    /// <summary>群众答复, with a code.</summary>
    AnswerSurvey,
    /// <summary>提出异议.</summary>
    RaiseObjection,
    /// <summary>反映没有解决, by whoever reported it.</summary>
    SayNotFixed,
}

/// <summary>Who may do what to whose cases: derived from the post and the unit's subtree, in this one place.</summary>
public static class Rights
{
    private enum Reach { None, City, OwnSubtree, Home, Anybody }

    /// <summary>Null when the actor's post allows the act on a case held by that unit; otherwise the reason.</summary>
    /// <param name="by">The actor.</param>
    /// <param name="act">The act.</param>
    /// <param name="holder">Where the unit that has the case stands; null while nobody has it.</param>
    /// <param name="coUnits">Co-operating units: they may look.</param>
    public static Reason? Refusal(Actor by, CaseAct act, UnitPath? holder, IReadOnlyList<UnitId>? coUnits = null)
    {
        var reach = ReachOf(by.Role, by.UnitKind, act);
        if (reach == Reach.None) return new Reason("rights.role", null, by.Role, act) { Basis = "basis.rights" };
        var inReach = reach switch
        {
            Reach.Anybody => true,
            Reach.City => holder is null || by.Unit.City.Holds(holder.Value),
            Reach.OwnSubtree => holder is { } h && by.Unit.Holds(h),
            _ => holder is { } h && HomeOf(by).Holds(h),
        };
        if (inReach || act == CaseAct.See && coUnits is not null && coUnits.Contains(by.Unit.Unit)) return null;
        return new Reason("rights.unit", null, act) { Basis = "basis.rights" };
    }

    /// <summary>The roles with a post that allows the act on some case, in the order of <see cref="Role"/>.</summary>
    public static IReadOnlyList<Role> RolesFor(CaseAct act) =>
        // The kind of unit decides nothing but how far a reader looks; in an office they look as far as anybody.
        [.. Enum.GetValues<Role>().Where(role => role != Role.Resident && ReachOf(role, UnitKind.Office, act) != Reach.None)];

    /// <summary>The part of the tree whose cases the actor may look at; null for none.</summary>
    public static UnitPath? Sees(Actor by) => ReachOf(by.Role, by.UnitKind, CaseAct.See) switch
    {
        Reach.City => by.Unit.City,
        Reach.OwnSubtree => by.Unit,
        Reach.Home => HomeOf(by),
        _ => null,
    };

    /// <summary>True when the actor also sees cases that no unit holds yet.</summary>
    public static bool SeesUnassigned(Actor by) => ReachOf(by.Role, by.UnitKind, CaseAct.See) == Reach.City;

    // A department verifies for its county, a bureau for its city: one level up.
    private static UnitPath HomeOf(Actor by) =>
        by.UnitKind is UnitKind.Department or UnitKind.Bureau or UnitKind.Office && by.Unit.Depth > 1 ? by.Unit.Above : by.Unit;

    private static Reach ReachOf(Role role, UnitKind kind, CaseAct act) => (role, act) switch
    {
        (_, CaseAct.AnswerSurvey or CaseAct.RaiseObjection or CaseAct.SayNotFixed) => role == Role.Resident ? Reach.Anybody : Reach.None,
        (Role.Resident, CaseAct.Report) => Reach.Anybody,
        (Role.Resident or Role.Administrator, _) => Reach.None,
        (Role.Reader, CaseAct.See) => kind is UnitKind.City or UnitKind.Office ? Reach.City : Reach.OwnSubtree,
        (Role.Reader, _) => Reach.None,
        (_, CaseAct.Report) => Reach.Anybody,

        (Role.Liaison or Role.UnitLeader, CaseAct.See or CaseAct.SignFor or CaseAct.AskReturn or CaseAct.Forward
            or CaseAct.FilePlan or CaseAct.ReportProgress or CaseAct.FileEvidence or CaseAct.ApplyForStrikeOff
            or CaseAct.AskSideTrack or CaseAct.Resume) => Reach.OwnSubtree,

        (Role.Verifier, CaseAct.See or CaseAct.VerifyForCounty or CaseAct.LookBack or CaseAct.ReportRelapse) => Reach.Home,

        (Role.Acceptor, CaseAct.See or CaseAct.ApprovePlan or CaseAct.AcceptForCity or CaseAct.LookBack
            or CaseAct.ReportRelapse or CaseAct.ReviewLongTerm) => Reach.City,

        (Role.Clerk or Role.Head, CaseAct.See or CaseAct.Register or CaseAct.Grade or CaseAct.HandOver or CaseAct.DrawSample
            or CaseAct.CloseSurvey or CaseAct.PublishNotice or CaseAct.EndNotice or CaseAct.StrikeOff or CaseAct.LookBack
            or CaseAct.ReportRelapse or CaseAct.AskClosure or CaseAct.Chase or CaseAct.Correct) => Reach.City,

        (Role.Head, CaseAct.DecideReturn or CaseAct.ApprovePlan or CaseAct.DecideObjection or CaseAct.DecideSideTrack
            or CaseAct.Resume or CaseAct.ReviewLongTerm) => Reach.City,
        (Role.Clerk, CaseAct.DecideReturn or CaseAct.DecideObjection) => Reach.City,

        _ => Reach.None,
    };
}
