using Duban.Domain.Cases;
using Duban.Domain.People;
using Duban.Web.Shell;
using E = Duban.Domain.Cases.CaseEvent;

namespace Duban.Web.Cases;

/// <summary>An event as a sentence, in this one place: timeline, brief, notice and message all call it.</summary>
public static class CaseSentences
{
    /// <summary>What happened, in the reader's language.</summary>
    public static string Of(CaseEvent fact, Words w, UnitTree units) => fact switch
    {
        E.Reported e => w["event.reported", e.Title],
        E.Registered { Matter.Source: "" } => w["event.registered_bare"],
        E.Registered e => w["event.registered", e.Matter.Source],
        E.Graded e => w["event.graded", e.Level],
        E.HandedOver { Due: { } due, Later: { } later } e => w["event.handed_over_later", Unit(e.To, units), e.Slip, e.SignBy, due, later.Than, later.Why],
        E.HandedOver { Due: { } due } e => w["event.handed_over_due", Unit(e.To, units), e.Slip, e.SignBy, due],
        E.HandedOver { AtOnce: { } given } e => w["event.handed_over_why", Unit(e.To, units), e.Slip, e.SignBy, AtOnceWords.Of(given, w)],
        E.HandedOver { NoDueReason: { } why } e => w["event.handed_over_why", Unit(e.To, units), e.Slip, e.SignBy, why],
        E.HandedOver e => w["event.handed_over", Unit(e.To, units), e.Slip, e.SignBy],
        E.SignedFor => w["event.signed_for"],
        E.ReturnAsked e => w["event.return_asked", e.Why],
        E.ReturnGranted e => w["event.return_granted", e.Opinion],
        E.ReturnOverruled e => w["event.return_overruled", e.Opinion, e.SignBy],
        E.Forwarded e => w["event.forwarded", Unit(e.To, units), e.Note],
        E.Planned e => w["event.planned", e.Plan.Measures.Count, e.Plan.Team.Count],
        E.PlanApproved e => w["event.plan_approved", e.Opinion],
        E.PlanSentBack e => w["event.plan_sent_back", e.Why],
        E.ProgressReported e => w["event.progress_reported", e.Text],
        E.EvidenceFiled e => w["event.evidence_filed", e.Evidence.Kind, e.Evidence.Point],
        E.AppliedForStrikeOff e => w["event.applied_for_strike_off", e.Statement],
        E.VerifiedByCounty e => w["event.verified_by_county", e.Record.Opinion],
        E.RejectedByCounty e => w["event.rejected_by_county", e.Record.Opinion],
        E.SampleDrawn e => w["event.sample_drawn", e.Size, e.AnswerBy],
        E.ResidentAnswered e => w["event.resident_answered", e.Answer],
        E.SurveyClosed e => w[e.Passed ? "event.survey_passed" : "event.survey_failed", e.Yes, e.Partly, e.No, e.Silent],
        E.NoticePublished e => w["event.notice_published", e.From, e.Until],
        E.ObjectionRaised e => w["event.objection_raised", e.Reference],
        E.ObjectionUpheld e => w["event.objection_upheld", e.Reference, e.Opinion],
        E.ObjectionDismissed e => w["event.objection_dismissed", e.Reference, e.Opinion],
        E.NoticeEnded => w["event.notice_ended"],
        E.AcceptedByCity e => w["event.accepted_by_city", e.Opinion],
        E.RefusedByCity e => w["event.refused_by_city", e.Why],
        E.StruckOff e => w["event.struck_off", e.Opinion],
        E.SaidNotFixed e => w["event.said_not_fixed", e.Reference],
        E.LookedBack e => w["event.looked_back", e.Record.Opinion],
        E.Relapsed { Due: { } due } e => w["event.relapsed_due", e.Finding, due],
        E.Relapsed e => w["event.relapsed", e.Finding],
        E.SideTrackAsked e => Track(e.Track, "asked", e.Track.Reason, w),
        E.SideTrackGranted e => Track(e.Track, "granted", e.Opinion, w),
        E.SideTrackRefused e => w["event.side_track_refused", w["track." + e.Track.Name], e.Opinion],
        E.Resumed e => w["event.resumed", e.Why],
        E.LongTermReviewed { BackToWork: true } e => w["event.long_term_back", e.Finding],
        E.LongTermReviewed e => w["event.long_term_kept", e.Finding, e.NextReview],
        E.Chased e => w["event.chased", e.Words],
        E.Corrected e => w["event.corrected", e.Why],
        _ => throw new InvalidOperationException($"no sentence for {fact.GetType().Name}"),
    };

    /// <summary>True for decisions, which the timeline marks with a filled dot.</summary>
    public static bool IsDecision(CaseEvent fact) => fact is E.HandedOver or E.PlanApproved or E.VerifiedByCounty or E.SurveyClosed { Passed: true }
        or E.AcceptedByCity or E.StruckOff or E.SideTrackGranted or E.ReturnGranted;

    /// <summary>True for setbacks, which the timeline marks with a red square.</summary>
    public static bool IsSetback(CaseEvent fact) => fact is E.RejectedByCounty or E.SurveyClosed { Passed: false } or E.ObjectionUpheld
        or E.RefusedByCity or E.Relapsed or E.PlanSentBack or E.LongTermReviewed { BackToWork: true };

    private static string Unit(UnitPath path, UnitTree units) => units.Find(path.Unit)?.Name ?? path.Unit.Value;

    private static string Track(SideTrack track, string what, string words, Words w) => track switch
    {
        SideTrack.Extension t => w[$"event.extension_{what}", t.To, words],
        SideTrack.Pause t => w[$"event.pause_{what}", t.From, t.Until, words],
        SideTrack.LongTerm t => w[$"event.long_term_{what}", t.ReviewOn, words],
        SideTrack.Merge t => w[$"event.merge_{what}", t.Into.Value, words],
        _ => w[$"event.void_{what}", words],
    };
}
