using Duban.Domain.People;

namespace Duban.Web.Cases.Acts;

/// <summary>An act as an address: <c>/cases/{id}/{name}</c> for people, <c>/api/cases/{id}/{name}</c> for machines.</summary>
/// <param name="Name">The noun or verb in the address.</param>
/// <param name="Kind">The act of the one list of rights.</param>
/// <param name="Summary">What it does, for the description of the API.</param>
public abstract record ActDoor(string Name, CaseAct Kind, string Summary)
{
    /// <summary>The record that a form or a body is read into.</summary>
    public abstract Type Form { get; }

    /// <summary>Hands the door to somebody who needs its form as a type.</summary>
    public abstract void Open(IActDoorVisitor visitor);

    /// <summary>Every act on a case that is registered, in the order of the loop: the machine's and the page's table of contents.</summary>
    public static IReadOnlyList<ActDoor> All { get; } =
    [
        new ActDoor<GradeForm>("grade", CaseAct.Grade, "Grades it general or major, and names co-operating units."),
        new ActDoor<HandOverForm>("hand-over", CaseAct.HandOver, "Hands it over to a unit, with a slip and a due date."),
        new ActDoor<SignForm>("sign", CaseAct.SignFor, "The unit signs for it."),
        new ActDoor<AskReturnForm>("ask-return", CaseAct.AskReturn, "The unit asks to return it, with a reason."),
        new ActDoor<DecideReturnForm>("decide-return", CaseAct.DecideReturn, "The office takes it back, or leaves it with the unit."),
        new ActDoor<ForwardForm>("forward", CaseAct.Forward, "The unit passes it on to one of its own below."),
        new ActDoor<PlanForm>("plan", CaseAct.FilePlan, "Files the plan: leader, team, measures, money, dates, safety."),
        new ActDoor<DecidePlanForm>("decide-plan", CaseAct.ApprovePlan, "Approves the plan or sends it back."),
        new ActDoor<ProgressForm>("progress", CaseAct.ReportProgress, "Reports progress."),
        new ActDoor<ApplyForm>("apply", CaseAct.ApplyForStrikeOff, "Applies for strike-off; refused with everything that is missing."),
        new ActDoor<VerifyForm>("verify", CaseAct.VerifyForCounty, "The county's verifier records what was seen on the spot, with photos."),
        new ActDoor<DrawSampleForm>("draw-sample", CaseAct.DrawSample, "Draws the sample of residents who will be asked."),
        new ActDoor<CloseSurveyForm>("close-survey", CaseAct.CloseSurvey, "Closes the survey and counts its answers."),
        new ActDoor<NoticeForm>("notice", CaseAct.PublishNotice, "Publishes the notice of strike-off."),
        new ActDoor<DecideObjectionForm>("decide-objection", CaseAct.DecideObjection, "Upholds an objection or rejects it."),
        new ActDoor<EndNoticeForm>("end-notice", CaseAct.EndNotice, "Ends the notice when its days are over."),
        new ActDoor<AcceptForm>("accept", CaseAct.AcceptForCity, "Accepts it for the city, or rejects it."),
        new ActDoor<StrikeOffForm>("strike-off", CaseAct.StrikeOff, "Strikes it off."),
        new ActDoor<LookBackForm>("look-back", CaseAct.LookBack, "Records a look-back: still fixed, or relapsed."),
        new ActDoor<RelapseForm>("relapse", CaseAct.ReportRelapse, "Reports that it has relapsed: the same number, a new round."),
        new ActDoor<ExtensionForm>("extension", CaseAct.AskSideTrack, "Asks for a later due date."),
        new ActDoor<PauseForm>("pause", CaseAct.AskSideTrack, "Asks to stop the clock for a while."),
        new ActDoor<LongTermForm>("long-term", CaseAct.AskSideTrack, "Asks to keep it up for long instead of striking it off."),
        new ActDoor<MergeForm>("merge", CaseAct.AskClosure, "Proposes that another case carries it on."),
        new ActDoor<VoidForm>("void", CaseAct.AskClosure, "Proposes to void it as a false report."),
        new ActDoor<DecideForm>("decide", CaseAct.DecideSideTrack, "Grants or refuses what was asked: extension, pause, long-term, merger, voiding."),
        new ActDoor<ResumeForm>("resume", CaseAct.Resume, "Ends a pause early."),
        new ActDoor<ReviewForm>("review", CaseAct.ReviewLongTerm, "Reviews what is kept up for long."),
        new ActDoor<ChaseForm>("chase", CaseAct.Chase, "Chases the unit in writing."),
        new ActDoor<CorrectForm>("correct", CaseAct.Correct, "Corrects what was registered, with the reason."),
    ];
}

/// <summary>An act whose form is known as a type.</summary>
public sealed record ActDoor<TForm>(string Name, CaseAct Kind, string Summary) : ActDoor(Name, Kind, Summary) where TForm : class, IActForm
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
