using Duban.Domain.Cases;
using Duban.Domain.People;
using static Duban.Domain.Cases.Stage;

namespace Duban.Domain.Tests.Cases.Search;

/// <summary>Where each act belongs, written down apart from the rules, for both procedures together.</summary>
internal static class Places
{
    private static readonly Stage[] Open =
    [
        Reported, Registered, Graded, Stage.HandedOver, ReturnAsked, Returned, Accepted, Planned, Rectifying, Applied, CountyVerified, Satisfied, OnNotice,
        Noticed, CityAccepted,
    ];
    private static readonly Stage[] WithAUnit = [.. Open.Where(s => s is not (Reported or Registered or Graded or Returned))];

    public static IReadOnlyList<Stage> Of(CaseAct act) => act switch
    {
        CaseAct.Report => [None],
        CaseAct.Register => [None, Reported],
        CaseAct.Grade => [Registered, Graded],
        CaseAct.HandOver => [Graded, Returned],
        CaseAct.SignFor or CaseAct.AskReturn => [Stage.HandedOver],
        CaseAct.DecideReturn => [ReturnAsked],
        CaseAct.Forward or CaseAct.FilePlan => [Accepted, Rectifying],
        CaseAct.ApprovePlan => [Planned],
        CaseAct.FileEvidence or CaseAct.AskSideTrack => [Accepted, Planned, Rectifying],
        CaseAct.ReportProgress or CaseAct.ApplyForStrikeOff => [Rectifying],
        CaseAct.VerifyForCounty => [Applied],
        CaseAct.DrawSample or CaseAct.AnswerSurvey or CaseAct.CloseSurvey => [CountyVerified],
        CaseAct.PublishNotice => [Satisfied],
        CaseAct.RaiseObjection or CaseAct.DecideObjection or CaseAct.EndNotice => [OnNotice],
        CaseAct.AcceptForCity => [Noticed],
        CaseAct.StrikeOff => [CityAccepted, CountyVerified],
        CaseAct.LookBack or CaseAct.ReportRelapse or CaseAct.SayNotFixed => [StruckOff],
        CaseAct.ReviewLongTerm => [LongTerm],
        CaseAct.AskClosure or CaseAct.DecideSideTrack => Open,
        CaseAct.Resume => [Accepted, Planned, Rectifying, Applied, CountyVerified, Satisfied, OnNotice, Noticed, CityAccepted],
        CaseAct.Chase => WithAUnit,
        CaseAct.Correct => [Reported, Registered, Graded, Stage.HandedOver, ReturnAsked, Returned, Accepted, Planned, Rectifying],
        _ => throw new InvalidOperationException($"{act} has no place"),
    };
}
