using Duban.Domain.People;

namespace Duban.Web.Cases.Acts;

/// <summary>An act as an address: <c>/cases/{id}/{name}</c> for people, <c>/api/cases/{id}/{name}</c> for machines.</summary>
/// <param name="Name">The noun or verb in the address.</param>
/// <param name="Kind">The act of the one list of rights.</param>
public abstract record ActDoor(string Name, CaseAct Kind)
{
    /// <summary>The record that a form or a body is read into.</summary>
    public abstract Type Form { get; }

    /// <summary>Hands the door to somebody who needs its form as a type.</summary>
    public abstract void Open(IActDoorVisitor visitor);

    /// <summary>Every act on a case that is registered, in the order of the loop: the machine's and the page's table of contents.</summary>
    public static IReadOnlyList<ActDoor> All { get; } =
    [
        new ActDoor<GradeForm>("grade", CaseAct.Grade),
        new ActDoor<HandOverForm>("hand-over", CaseAct.HandOver),
        new ActDoor<SignForm>("sign", CaseAct.SignFor),
        new ActDoor<AskReturnForm>("ask-return", CaseAct.AskReturn),
        new ActDoor<DecideReturnForm>("decide-return", CaseAct.DecideReturn),
        new ActDoor<ForwardForm>("forward", CaseAct.Forward),
        new ActDoor<PlanForm>("plan", CaseAct.FilePlan),
        new ActDoor<DecidePlanForm>("decide-plan", CaseAct.ApprovePlan),
        new ActDoor<ProgressForm>("progress", CaseAct.ReportProgress),
        new ActDoor<ApplyForm>("apply", CaseAct.ApplyForStrikeOff),
        new ActDoor<VerifyForm>("verify", CaseAct.VerifyForCounty),
        new ActDoor<DrawSampleForm>("draw-sample", CaseAct.DrawSample),
        new ActDoor<CloseSurveyForm>("close-survey", CaseAct.CloseSurvey),
        new ActDoor<NoticeForm>("notice", CaseAct.PublishNotice),
        new ActDoor<DecideObjectionForm>("decide-objection", CaseAct.DecideObjection),
        new ActDoor<EndNoticeForm>("end-notice", CaseAct.EndNotice),
        new ActDoor<AcceptForm>("accept", CaseAct.AcceptForCity),
        new ActDoor<StrikeOffForm>("strike-off", CaseAct.StrikeOff),
        new ActDoor<LookBackForm>("look-back", CaseAct.LookBack),
        new ActDoor<RelapseForm>("relapse", CaseAct.ReportRelapse),
        new ActDoor<ExtensionForm>("extension", CaseAct.AskSideTrack),
        new ActDoor<PauseForm>("pause", CaseAct.AskSideTrack),
        new ActDoor<LongTermForm>("long-term", CaseAct.AskSideTrack),
        new ActDoor<MergeForm>("merge", CaseAct.AskClosure),
        new ActDoor<VoidForm>("void", CaseAct.AskClosure),
        new ActDoor<DecideForm>("decide", CaseAct.DecideSideTrack),
        new ActDoor<ResumeForm>("resume", CaseAct.Resume),
        new ActDoor<ReviewForm>("review", CaseAct.ReviewLongTerm),
        new ActDoor<ChaseForm>("chase", CaseAct.Chase),
        new ActDoor<CorrectForm>("correct", CaseAct.Correct),
    ];
}

/// <summary>An act whose form is known as a type.</summary>
public sealed record ActDoor<TForm>(string Name, CaseAct Kind) : ActDoor(Name, Kind) where TForm : class, IActForm
{
    /// <inheritdoc />
    public override Type Form => typeof(TForm);

    /// <inheritdoc />
    public override void Open(IActDoorVisitor visitor) => visitor.Visit(this);
}

/// <summary>Somebody who does something for every act with its form's type at hand: the API maps an address, the pages map a form.</summary>
public interface IActDoorVisitor
{
    /// <summary>One door.</summary>
    void Visit<TForm>(ActDoor<TForm> door) where TForm : class, IActForm;
}
