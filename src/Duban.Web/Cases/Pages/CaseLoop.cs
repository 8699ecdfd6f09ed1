using Duban.Domain.Cases;
using Duban.Domain.Procedures;
using Duban.Web.Shell;
using Duban.Web.Shell.Parts;

namespace Duban.Web.Cases.Pages;

/// <summary>The loop as a tape: every step of the procedure with the day it was done in this round.</summary>
public static class CaseLoop
{
    /// <summary>The tape.</summary>
    public static IReadOnlyList<LoopStep> Of(OneCase one, Words w)
    {
        var c = one.Case;
        return [.. c.Procedure.Steps.Select(rule => rule.Step).Select(step => (step, place: Place(c, step, one)))
            .Select(s => new LoopStep(w[$"step.{CaseRow.Word(s.step)}"], Note(one, s.step, s.place, w), s.place))];
    }

    private static LoopPlace Place(Case c, Step step, OneCase one) => c.Awaits switch
    {
        { } now when step < now => LoopPlace.Past,
        { } now when step == now => LoopPlace.Now,
        null when Done(one, step) is not null => LoopPlace.Past,
        _ => LoopPlace.Next,
    };

    private static string? Note(OneCase one, Step step, LoopPlace place, Words w)
    {
        if (place == LoopPlace.Past || step == Step.LookBack) return Done(one, step) is { } day ? w.ShortDay(day) : null;
        if (place == LoopPlace.Now && one.Case is { Stage: Stage.OnNotice, Notice: { } notice }) return w["case.until", w.ShortDay(notice.Until)];
        var clock = place == LoopPlace.Now ? one.Case.NodeClock : step == Step.StrikeOff ? one.Case.RunningTotal : null;
        if (clock?.DueDate(one.Act.Calendar) is { } due) return w["case.by", w.ShortDay(due.Date)];
        return place == LoopPlace.Now ? w["case.nth_day", one.Act.Today.DayNumber - one.Case.Since.DayNumber + 1] : null;
    }

    // A step may be walked again in a later round; the tape tells of the last time.
    private static DateOnly? Done(OneCase one, Step step) => Last(one, step)?.On;

    /// <summary>
    /// The last time a step was done, and by whom; null when it never was. A look-back is of the strike-off before it: what came back, or
    /// was struck off anew, is still to be looked at.
    /// </summary>
    public static Happened? Last(OneCase one, Step step) => step != Step.LookBack ? one.Last(e => StepOf(e) == step)
        : one.Last(e => e is CaseEvent.LookedBack or CaseEvent.StruckOff or CaseEvent.Relapsed) is { Event: CaseEvent.LookedBack } looked ? looked : null;

    private static Step? StepOf(CaseEvent fact) => fact switch
    {
        CaseEvent.Registered => Step.Register,
        CaseEvent.Graded => Step.Grade,
        CaseEvent.HandedOver => Step.HandOver,
        CaseEvent.SignedFor => Step.Sign,
        CaseEvent.Planned => Step.Plan,
        CaseEvent.PlanApproved => Step.ApprovePlan,
        CaseEvent.AppliedForStrikeOff => Step.SelfCheck,
        CaseEvent.VerifiedByCounty => Step.CountyVerify,
        CaseEvent.SurveyClosed { Passed: true } => Step.Survey,
        CaseEvent.NoticeEnded => Step.Notice,
        CaseEvent.AcceptedByCity => Step.CityAccept,
        CaseEvent.StruckOff => Step.StrikeOff,
        CaseEvent.LookedBack => Step.LookBack,
        _ => null,
    };
}
