using Duban.Domain.People;
using Duban.Domain.Procedures;

namespace Duban.Domain.Cases;

/// <summary>Whose act a case waits for. The responsible unit stays responsible whoever's turn it is.</summary>
public enum Hand
{
    /// <summary>督查机构: clerk or head of the supervision office.</summary>
    Office,
    /// <summary>责任单位: liaison or leader of the unit that has it.</summary>
    Unit,
    /// <summary>审批领导: the head of the office, who decides what was asked for.</summary>
    Leader,
    /// <summary>方案审定: the head of the office or an acceptor of the city.</summary>
    Approver,
    /// <summary>县级核查: a verifier who did none of the work.</summary>
    Verifier,
    /// <summary>群众: residents who hold a code and have not answered.</summary>
    Residents,
    /// <summary>公示期: anybody who may still object.</summary>
    Public,
    /// <summary>市级验收: an acceptor of the city.</summary>
    Acceptor,
}

/// <summary>现在谁手里: who must act for a case to go on, with which act, and since when it has been theirs.</summary>
/// <param name="Hand">Who.</param>
/// <param name="Act">What they are to do.</param>
/// <param name="Since">The first day it was theirs.</param>
public sealed record InHand(Hand Hand, CaseAct Act, DateOnly Since)
{
    /// <summary>The last day it stays there by itself; the office takes it up on the next. Null when only an act moves it on.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Where a case is on a day; null before it is reported and once it has ended.</summary>
    public static InHand? Of(Case c, DateOnly today) => Waits(c) switch
    {
        null => null,
        (_, _, { } last) when today > last => new(Hand.Office, AfterDays(c), last.AddDays(1)),
        var (hand, act, last) => new(hand, act, c.HandSince) { Until = last },
    };

    /// <summary>Every act a case can wait for: of the steps, at the end of a survey or a notice, what a unit at work fills in, and what comes between.</summary>
    public static IReadOnlyList<CaseAct> Awaited { get; } =
    [
        .. Enum.GetValues<Step>().SelectMany(step => new[] { ActAt(step), EndOf(step) }).OfType<CaseAct>()
            .Concat([CaseAct.ReportProgress, CaseAct.FileEvidence, CaseAct.DecideReturn, CaseAct.DecideObjection, CaseAct.DecideSideTrack])
            .Concat([CaseAct.AnswerSurvey, CaseAct.RaiseObjection]).Distinct(),
    ];

    /// <summary>The roles whose posts have every right a hand is waited for; none for residents and the public.</summary>
    public static IReadOnlyList<Role> RolesOf(Hand hand) => Roles[hand];

    /// <summary>True when a post of that role is one whose act is awaited.</summary>
    public static bool Is(Hand hand, Role role) => Roles[hand].Contains(role);

    /// <summary>The act a step waits for while nobody has a question open; null for what comes after strike-off.</summary>
    public static CaseAct? ActAt(Step step) => step switch
    {
        Step.Register => CaseAct.Register,
        Step.Grade => CaseAct.Grade,
        Step.HandOver => CaseAct.HandOver,
        Step.Sign => CaseAct.SignFor,
        Step.Plan => CaseAct.FilePlan,
        Step.ApprovePlan => CaseAct.ApprovePlan,
        Step.SelfCheck => CaseAct.ApplyForStrikeOff,
        Step.CountyVerify => CaseAct.VerifyForCounty,
        Step.Survey => CaseAct.DrawSample,
        Step.Notice => CaseAct.PublishNotice,
        Step.CityAccept => CaseAct.AcceptForCity,
        Step.StrikeOff => CaseAct.StrikeOff,
        _ => null,
    };

    /// <summary>The act that ends a step: of a survey and a notice the second, of every other step the one it waits for.</summary>
    public static CaseAct? EndOf(Step step) => step switch
    {
        Step.Survey => CaseAct.CloseSurvey,
        Step.Notice => CaseAct.EndNotice,
        _ => ActAt(step),
    };

    /// <summary>Whose act it is, wherever the case stands.</summary>
    public static Hand HandFor(CaseAct act) => act switch
    {
        CaseAct.SignFor or CaseAct.AskReturn or CaseAct.Forward or CaseAct.FilePlan or CaseAct.ReportProgress or CaseAct.FileEvidence or CaseAct.ApplyForStrikeOff => Hand.Unit,
        CaseAct.ApprovePlan => Hand.Approver,
        CaseAct.VerifyForCounty => Hand.Verifier,
        CaseAct.AcceptForCity => Hand.Acceptor,
        CaseAct.DecideSideTrack => Hand.Leader,
        CaseAct.AnswerSurvey => Hand.Residents,
        CaseAct.RaiseObjection => Hand.Public,
        _ => Hand.Office,
    };

    private static readonly Dictionary<Hand, IReadOnlyList<Role>> Roles = Enum.GetValues<Hand>().ToDictionary(hand => hand, hand => (IReadOnlyList<Role>)
    [
        .. Awaited.Where(act => HandFor(act) == hand).Select(Rights.RolesFor).Aggregate((some, others) => [.. some.Intersect(others)]),
    ]);

    // Somebody's open question comes before the loop's next step.
    private static (Hand, CaseAct, DateOnly? Until)? Waits(Case c) => c switch
    {
        _ when c.Stage == Stage.None || c.Stage.IsEnd() => null,
        { Request: not null } => (Hand.Leader, CaseAct.DecideSideTrack, null),
        { Stage: Stage.ReturnAsked } => (Hand.Office, CaseAct.DecideReturn, null),
        { Stage: Stage.OnNotice, Notice: { Open.Count: > 0 } } => (Hand.Office, CaseAct.DecideObjection, null),
        { Stage: Stage.OnNotice, Notice: { } notice } => (Hand.Public, CaseAct.RaiseObjection, notice.Until),
        { Awaits: Step.Survey, Survey: { Passed: null, Complete: true } } => (Hand.Office, CaseAct.CloseSurvey, null),
        { Awaits: Step.Survey, Survey: { Passed: null } survey } => (Hand.Residents, CaseAct.AnswerSurvey, survey.AnswerBy),
        { Awaits: Step.SelfCheck } => (Hand.Unit, SelfCheck.Next(c), null),
        { Awaits: { } step } when ActAt(step) is { } act => (HandFor(act), act, null),
        _ => null,
    };

    private static CaseAct AfterDays(Case c) => c.Stage == Stage.OnNotice ? CaseAct.EndNotice : c.TooFewAnswers ? CaseAct.DrawSample : CaseAct.CloseSurvey;
}
