using Duban.Domain.Calendar;
using Duban.Domain.People;

namespace Duban.Domain.Cases;

/// <summary>All that can happen to a case. Stored for ever: add members, never rename them.</summary>
public abstract record CaseEvent
{
    private CaseEvent() { }

    /// <summary>线索: somebody saw a problem.</summary>
    public sealed record Reported(string Channel, string Title, string Description, Place Place) : CaseEvent;
    /// <summary>立项登记: it has a number, a campaign and that campaign's procedure.</summary>
    public sealed record Registered(string Number, string Campaign, string Procedure, int ProcedureVersion, Matter Matter) : CaseEvent;
    /// <summary>研判定级.</summary>
    public sealed record Graded(Level Level, string? Basis, IReadOnlyList<UnitId> CoUnits) : CaseEvent;
    /// <summary>交办: the unit, the slip, the receipt clock and the total clock.</summary>
    public sealed record HandedOver(UnitPath To, UnitKind ToKind, string Slip, DateOnly SignBy, DateOnly? Due, string? Basis, string? Contact) : CaseEvent
    {
        /// <summary>Why there is no date, e.g. 立行立改; null with one, and in the oldest facts, whose basis said it.</summary>
        public string? NoDueReason { get; init; }

        /// <summary>The time the procedure gave to what is to be fixed at once; null for everything else, and in the oldest facts.</summary>
        public Span? AtOnce { get; init; }

        /// <summary>The list's day and the reason, where the named day is later; null for every other, and in older facts.</summary>
        public LaterDay? Later { get; init; }
    }
    /// <summary>签收.</summary>
    public sealed record SignedFor : CaseEvent;
    /// <summary>申请退单.</summary>
    public sealed record ReturnAsked(string Why) : CaseEvent;
    /// <summary>同意退单: the office takes it back.</summary>
    public sealed record ReturnGranted(string Opinion) : CaseEvent;
    /// <summary>不同意退单: the unit keeps it, the receipt clock starts again.</summary>
    public sealed record ReturnOverruled(string Opinion, DateOnly SignBy) : CaseEvent;
    /// <summary>转办: the unit gives it to a unit below.</summary>
    public sealed record Forwarded(UnitPath To, UnitKind ToKind, string Note) : CaseEvent;
    /// <summary>方案制定: one plan, one leader, one team.</summary>
    public sealed record Planned(Plan Plan) : CaseEvent;
    /// <summary>方案审定.</summary>
    public sealed record PlanApproved(string Opinion) : CaseEvent;
    /// <summary>方案退回.</summary>
    public sealed record PlanSentBack(string Why) : CaseEvent;
    /// <summary>报进度: what changed, and how far each named measure is (percent); none named means nothing to report.</summary>
    public sealed record ProgressReported(string Text, IReadOnlyDictionary<string, int> Percent) : CaseEvent;
    /// <summary>传佐证: a photo or document.</summary>
    public sealed record EvidenceFiled(Evidence Evidence) : CaseEvent;
    /// <summary>自查申请销号.</summary>
    public sealed record AppliedForStrikeOff(string Statement) : CaseEvent;
    /// <summary>县级核查通过.</summary>
    public sealed record VerifiedByCounty(SiteRecord Record) : CaseEvent;
    /// <summary>县级核查不通过.</summary>
    public sealed record RejectedByCounty(SiteRecord Record) : CaseEvent;
    /// <summary>抽样发码: the system drew that many affected residents; who they are stays outside the ledger.</summary>
    public sealed record SampleDrawn(int Size, DateOnly AnswerBy) : CaseEvent
    {
        /// <summary>How many residents were said to be affected; null in the oldest facts.</summary>
        public int? Affected { get; init; }
    }
    /// <summary>群众答复: one code, one answer.</summary>
    public sealed record ResidentAnswered(string Code, Answer Answer) : CaseEvent;
    /// <summary>满意度测评结束: the count, and whether the threshold was met.</summary>
    public sealed record SurveyClosed(int Yes, int Partly, int No, int Silent, bool Passed) : CaseEvent;
    /// <summary>公示.</summary>
    public sealed record NoticePublished(DateOnly From, DateOnly Until, NoticeText Text) : CaseEvent;
    /// <summary>提出异议: the words and the contact stay outside the ledger, behind the reference.</summary>
    public sealed record ObjectionRaised(string Reference) : CaseEvent;
    /// <summary>异议成立: back to rectification.</summary>
    public sealed record ObjectionUpheld(string Reference, string Opinion) : CaseEvent;
    /// <summary>异议不成立.</summary>
    public sealed record ObjectionDismissed(string Reference, string Opinion) : CaseEvent;
    /// <summary>公示期满无异议.</summary>
    public sealed record NoticeEnded : CaseEvent;
    /// <summary>市级验收通过.</summary>
    public sealed record AcceptedByCity(string Opinion) : CaseEvent;
    /// <summary>市级验收不通过.</summary>
    public sealed record RefusedByCity(string Why) : CaseEvent;
    /// <summary>销号.</summary>
    public sealed record StruckOff(string Opinion) : CaseEvent;
    /// <summary>回头看: it holds.</summary>
    public sealed record LookedBack(SiteRecord Record) : CaseEvent;
    /// <summary>群众反映没有解决: whoever reported a problem that is struck off says it is still there; the words stay outside the ledger, behind the reference.</summary>
    public sealed record SaidNotFixed(string Reference) : CaseEvent;
    /// <summary>反弹: same number, new round, counted against the unit.</summary>
    public sealed record Relapsed(string Source, string Finding, DateOnly? Due) : CaseEvent;
    /// <summary>申请延期、暂停、长期坚持、合并或作废.</summary>
    public sealed record SideTrackAsked(SideTrack Track) : CaseEvent;
    /// <summary>同意.</summary>
    public sealed record SideTrackGranted(SideTrack Track, string Opinion) : CaseEvent;
    /// <summary>不同意.</summary>
    public sealed record SideTrackRefused(SideTrack Track, string Opinion) : CaseEvent;
    /// <summary>提前恢复: the pause ends before its day.</summary>
    public sealed record Resumed(string Why) : CaseEvent;
    /// <summary>长期坚持复核: still kept up, or back to rectification.</summary>
    public sealed record LongTermReviewed(bool BackToWork, string Finding, DateOnly? NextReview) : CaseEvent
    {
        /// <summary>The due date of the new round; null when the clock counts on.</summary>
        public DateOnly? Due { get; init; }
    }
    /// <summary>催办: a reminder a person signed.</summary>
    public sealed record Chased(string Words) : CaseEvent;
    /// <summary>更正: a correction is an event.</summary>
    public sealed record Corrected(Matter Matter, string Why) : CaseEvent;
}
