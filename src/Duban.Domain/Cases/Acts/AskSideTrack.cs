using Duban.Domain.People;

namespace Duban.Domain.Cases.Acts;

/// <summary>申请延期、暂停、长期坚持、合并或作废: one at a time, decided by another.</summary>
public sealed record AskSideTrack(SideTrack Track) : ICaseAct
{
    /// <inheritdoc />
    public CaseAct Kind => Track is SideTrack.Merge or SideTrack.Void ? CaseAct.AskClosure : CaseAct.AskSideTrack;

    /// <inheritdoc />
    public Ruling<CaseEvent> Decide(Case c, Act act) => Standing.Of(Kind, c, act).Words(Track.Reason, "reason")
        .With(Check(c, act)).Else<CaseEvent>(() => new CaseEvent.SideTrackAsked(Track));

    private Reasons Check(Case c, Act act) => Track switch
    {
        SideTrack.Extension e => Extension(e, c, act),
        SideTrack.Pause p => new Reasons()
            .When(p.Until < p.From, "pause.backwards", "until", p.From, p.Until)
            .When(p.From < act.Today, "date.past", "from", p.From)
            .When(p.Until.DayNumber - p.From.DayNumber > 366, "pause.too_long", "until", 366),
        SideTrack.LongTerm l => new Reasons().When(l.ReviewOn <= act.Today, "date.past", "reviewOn", l.ReviewOn)
            .When(l.ReviewOn > act.Today.AddYears(1), "long_term.review_too_late", "reviewOn", l.ReviewOn).With(NoPlan(c)),
        SideTrack.Merge m => new Reasons().When(m.Into == c.Id, "merge.self", "into"),
        _ => [],
    };

    /// <summary>What is kept up for long must have an approved plan, or long-term is a hiding place.</summary>
    internal static Reason? NoPlan(Case c) => c.Procedure.Has(Procedures.Step.Plan) && c.Approver is null ? new Reason("long_term.no_plan") { Who = Hand.Unit } : null;

    private static Reasons Extension(SideTrack.Extension e, Case c, Act act)
    {
        if (c.TotalClock?.DueDate(act.Calendar)?.Date is not { } due) return new Reasons().When(true, "extension.no_clock");
        // What is to be fixed at once has no twenty working days in which to ask.
        var notice = c.IsFixAtOnce ? 0 : c.Procedure.ExtensionNoticeDays;
        return new Reasons().When(e.To <= due, "extension.not_later", "to", e.To, due)
            .When(act.Today > due, "extension.after_expiry", null, due)
            .When(notice > 0 && act.Today <= due && act.Calendar.WorkingDaysBetween(act.Today, due) < notice, "extension.too_late", null, notice, due);
    }
}
