using Duban.Domain.Cases;
using Duban.Web.Cases.Pages;
using Duban.Web.Shell;
using E = Duban.Domain.Cases.CaseEvent;

namespace Duban.Web.Residents.Reports;

/// <summary>Events in the plain words of a reporter's page; what is nobody's business outside has none.</summary>
public static class ReportSteps
{
    /// <summary>What happened, or null.</summary>
    /// <param name="fact">The event.</param>
    /// <param name="lead">The reporter's own lead.</param>
    /// <param name="one">The case it happened to, for the names of units.</param>
    /// <param name="w">The reader's words.</param>
    public static string? Of(CaseEvent fact, CaseId lead, OneCase one, Words w) => fact switch
    {
        E.Reported => w["report.step.reported"],
        E.Registered e => w["report.step.registered", e.Number],
        E.HandedOver { Due: { } due } e => w["report.step.handed_over_due", one.Unit(e.To), w.ShortDay(due)],
        E.HandedOver e => w["report.step.handed_over", one.Unit(e.To)],
        E.ReturnGranted => w["report.step.returned"],
        E.SignedFor => w["report.step.signed"],
        E.Forwarded e => w["report.step.forwarded", one.Unit(e.To)],
        E.PlanApproved => w["report.step.planned"],
        E.AppliedForStrikeOff => w["report.step.applied"],
        E.VerifiedByCounty => w["report.step.verified"],
        E.RejectedByCounty => w["report.step.rejected"],
        E.SampleDrawn => w["report.step.asked"],
        E.SurveyClosed e => w[e.Passed ? "report.step.survey_passed" : "report.step.survey_failed"],
        E.NoticePublished e => w["report.step.notice", w.ShortDay(e.Until)],
        E.ObjectionUpheld => w["report.step.objection_upheld"],
        E.NoticeEnded => w["report.step.notice_ended"],
        E.AcceptedByCity => w["report.step.accepted"],
        E.RefusedByCity => w["report.step.refused"],
        E.StruckOff => w["report.step.struck_off"],
        E.LookedBack => w["report.step.looked_back"],
        E.SaidNotFixed e => e.Reference.StartsWith($"{lead}-", StringComparison.Ordinal) ? w["report.step.not_fixed"] : null,
        E.Relapsed => w["report.step.relapsed"],
        E.SideTrackGranted e => Track(e.Track, w),
        E.Resumed => w["report.step.resumed"],
        E.LongTermReviewed e => w[e.BackToWork ? "report.step.long_term_back" : "report.step.long_term_kept"],
        _ => null,
    };

    // Of the ways off the main road only the end of a false alarm tells its reason: the office writes it for the reporter to read.
    private static string Track(SideTrack track, Words w) => track switch
    {
        SideTrack.Extension e => w["report.step.extension", w.ShortDay(e.To)],
        SideTrack.Pause p => w["report.step.pause", w.ShortDay(p.Until)],
        SideTrack.LongTerm l => w["report.step.long_term", w.ShortDay(l.ReviewOn)],
        SideTrack.Merge => w["report.step.merged"],
        _ => w["report.step.void", track.Reason],
    };
}
