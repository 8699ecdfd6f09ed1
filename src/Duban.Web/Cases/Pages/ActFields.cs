using Duban.Domain.Cases;
using Duban.Web.Cases.Acts;
using Duban.Web.Shell.Forms;
using static Duban.Web.Cases.Pages.ActField;

namespace Duban.Web.Cases.Pages;

/// <summary>The fields of every act's form, in the order in which they are asked: one table.</summary>
public static class ActFields
{
    private static readonly ActField Opinion = new Area("opinion"), Why = new Area("why"), Reason = new Area("reason");

    private static readonly Dictionary<Type, Func<ActChoices, IReadOnlyList<ActField>>> Table = new()
    {
        [typeof(GradeForm)] = a => [new Choice("level", a.Levels), new Line("basis", 500) { Optional = true }, new Several("coUnits", a.CoUnits) { Optional = true }],
        [typeof(HandOverForm)] = a =>
        [
            new Pick("to", a.ResponsibleUnits), new Line("slip", 64), new Day("due"), new Line("laterWhy", LaterDay.Longest) { Optional = true }, new Line("noDueReason") { Optional = true },
            new Line("basis") { Optional = true }, new Line("contact") { Optional = true },
        ],
        [typeof(SignForm)] = _ => [],
        [typeof(AskReturnForm)] = _ => [Why],
        [typeof(DecideReturnForm)] = a => [new Choice("grant", a.YesNo("decide-return")), Opinion],
        [typeof(ForwardForm)] = a => [new Pick("to", a.UnitsBelow), new Area("note")],
        [typeof(PlanForm)] = a =>
        [
            new Pick("leader", a.Leaders), new Several("team", a.Team), new Area("goals"), new Measures(), new Area("funds", 2), new Area("duty", 2),
            new Area("contingency"), new Area("interimSafety", 2) { Optional = !a.InterimSafety },
        ],
        [typeof(DecidePlanForm)] = a => [new Choice("approve", a.YesNo("decide-plan")), Opinion],
        [typeof(ProgressForm)] = a => [new Percents(a.Case.Plan?.Measures ?? []), new Area("text", 4)],
        [typeof(ApplyForm)] = _ => [new Area("statement", 6)],
        [typeof(VerifyForm)] = a => [new Choice("passed", a.YesNo("verify")), new Day("on"), new Area("findings", 5), Opinion, a.Photos],
        [typeof(DrawSampleForm)] = _ => [new Number("affected"), new Number("size") { Optional = true }],
        [typeof(CloseSurveyForm)] = _ => [],
        [typeof(NoticeForm)] = _ => [new Area("completion", 6), Opinion, new Area("channel", 2)],
        [typeof(DecideObjectionForm)] = a => [new Choice("reference", a.Objections), new Choice("uphold", a.YesNo("decide-objection")), Opinion],
        [typeof(EndNoticeForm)] = _ => [],
        [typeof(AcceptForm)] = a => [new Choice("passed", a.YesNo("accept")), Opinion],
        [typeof(StrikeOffForm)] = _ => [Opinion],
        [typeof(LookBackForm)] = a => [new Choice("holds", a.YesNo("look-back")), new Day("on"), new Area("findings", 5), Opinion, new Day("newDue") { Optional = true }, a.Photos],
        [typeof(RelapseForm)] = _ => [new Line("source"), new Area("finding", 5), new Day("due")],
        [typeof(ExtensionForm)] = _ => [new Day("to"), Reason],
        [typeof(PauseForm)] = _ => [new Day("from"), new Day("until"), Reason],
        [typeof(LongTermForm)] = _ => [new Day("reviewOn"), Reason],
        [typeof(MergeForm)] = _ => [new Line("into", 32), Reason],
        [typeof(VoidForm)] = _ => [Reason],
        [typeof(DecideForm)] = a => [new Choice("grant", a.YesNo("decide")), Opinion],
        [typeof(ResumeForm)] = _ => [Why],
        [typeof(ReviewForm)] = a => [new Choice("backToWork", a.YesNo("review")), new Area("finding"), new Day("nextReview") { Optional = true }, new Day("newDue") { Optional = true }],
        [typeof(ChaseForm)] = _ => [new Area("words")],
        [typeof(CorrectForm)] = a =>
        [
            new Line("title"), new Area("description", 6), new Line("place", 500), new Line("sector") { Optional = true }, new Line("source") { Optional = true },
            // A day that binds a unit moves by an extension alone.
            .. a.Case is { Number: not null, Holding: null } ? (ActField[])[new Day("proposedDue") { Optional = true }, new Line("dueWords") { Optional = true }] : [], Why,
        ],
        [typeof(RegisterForm)] = a =>
        [
            new Pick("campaign", a.Campaigns), new Line("title"), new Area("description", 6), new Line("place", 500), new Line("sector") { Optional = true },
            new Line("source") { Optional = true }, new Choice("level", a.Levels) { Optional = true }, new Pick("proposedUnit", a.ResponsibleUnits) { Optional = true },
            new Day("proposedDue") { Optional = true }, new Line("position", 60) { Optional = true },
        ],
        [typeof(LeadForm)] = _ => [new Line("title"), new Area("description", 6), new Line("place", 500), new Line("channel", 100) { Optional = true }],
        [typeof(EvidenceForm)] = a =>
        [
            new Choice("kind", a.Kinds), new Known("point", a.Points), new Pick("measure", a.Measures) { Optional = true }, new Day("takenOn") { Optional = true },
            new ActField.Files("files", EvidenceForm.Accept),
        ],
    };

    /// <summary>The fields of a form.</summary>
    public static IReadOnlyList<ActField> Of(Type form, ActChoices choices) => Table[form](choices);
}
