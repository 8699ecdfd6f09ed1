using System.Collections.Immutable;
using Duban.Domain.Calendar;
using Duban.Domain.People;
using Duban.Domain.Procedures;
using E = Duban.Domain.Cases.CaseEvent;

namespace Duban.Domain.Cases;

public sealed partial record Case
{
    /// <summary>The case after all of these.</summary>
    public Case Fold(IEnumerable<Happened> events) => events.Aggregate(this, (c, e) => c.After(e));

    /// <summary>The case after this: total, and blind to rules; what was written has happened.</summary>
    public Case After(Happened h)
    {
        var next = Applied(h) with { Version = Version + 1 };
        if (Stage == Stage.OnNotice && next.Stage != Stage.OnNotice) next = next with { LastNotice = LastNotice! with { Over = h.On } };
        if (next.Stage != Stage || next.Round != Round) next = next.ClockedFrom(h.On);
        return next with { HandSince = next.SameHandSince(this, h.On) };
    }

    // A hand that keeps a case keeps its day; a unit below that gets it begins anew, and so does whoever is asked for longer.
    private DateOnly SameHandSince(Case before, DateOnly on)
    {
        var (had, has) = (InHand.Of(before, on), InHand.Of(this, on));
        return had is not null && had.Hand == has?.Hand && had.Until == has.Until && (has.Hand != Hand.Unit || before.Holding?.Unit == Holding?.Unit) ? had.Since : on;
    }

    private Case Applied(Happened h) => h.Event switch
    {
        E.Reported e => this with { Stage = Stage.Reported, Matter = new Matter(e.Title, e.Description, e.Place, "", e.Channel) },
        E.Registered e => this with { Stage = Stage.Registered, Number = e.Number, Campaign = e.Campaign, Matter = e.Matter },
        E.Graded e => this with { Stage = Stage.Graded, Level = e.Level, CoUnits = e.CoUnits },
        E.HandedOver e => HandedTo(e, h),
        E.SignedFor => Signed(h),
        E.ReturnAsked e => this with { Stage = Stage.ReturnAsked, ReturnAsker = h.By.Person, GivenBack = Holding is { } had ? new(had.Unit.Unit, e.Why, h.On) : null },
        E.ReturnGranted => this with { Stage = Stage.Returned, Matter = ReleasedBy(Holding), Holding = null, TotalClock = null, ReturnAsker = null },
        E.ReturnOverruled e => this with { Stage = Stage.HandedOver, SignBy = e.SignBy, ReturnAsker = null, GivenBack = null },
        E.Forwarded e => Worked(h) with { Holding = Holding! with { Unit = e.To, Kind = e.ToKind, Since = h.On } },
        E.Planned e => PlannedBy(e.Plan, h),
        E.PlanApproved => this with { Stage = Stage.Rectifying, Approver = h.By.Person, Doers = Doers.Union(Plan!.Team).Add(Plan.Leader) },
        E.PlanSentBack => this with { Stage = Stage.Accepted },
        E.ProgressReported e => Worked(h) with { Progress = Progress.SetItems(e.Percent), LastProgress = h.On },
        E.EvidenceFiled e => Worked(h) with { Evidence = Evidence.Add(e.Evidence) },
        E.AppliedForStrikeOff => Worked(h) with { Stage = Stage.Applied, AppliedOn = h.On, NotPassed = null },
        E.VerifiedByCounty => this with { Stage = Stage.CountyVerified, CountyVerifier = h.By },
        E.RejectedByCounty e => BackToWork() with { Rejections = Rejections + 1, NotPassed = new(CaseAct.VerifyForCounty, h.By, h.On, e.Record.Opinion) { Record = e.Record } },
        E.SampleDrawn e => this with { Survey = Drawn(e, h.By.Person) },
        E.ResidentAnswered e => this with { Survey = Survey! with { Answers = Survey.Answers.SetItem(e.Code, e.Answer) } },
        E.SurveyClosed { Passed: true } => this with { Stage = Stage.Satisfied, Survey = Survey! with { Passed = true } },
        E.SurveyClosed => NewRound(h.On) with { Survey = Survey! with { Passed = false } },
        E.NoticePublished e => this with { Stage = Stage.OnNotice, Notice = new Notice(e.From, e.Until, h.By.Person), LastNotice = new NoticeDays(e.From, e.Until, null) },
        E.ObjectionRaised e => this with { Notice = Notice! with { Open = Notice.Open.Add(e.Reference) } },
        E.ObjectionUpheld => NewRound(h.On),
        E.ObjectionDismissed e => this with { Notice = Notice! with { Open = Notice.Open.Remove(e.Reference) } },
        E.NoticeEnded => this with { Stage = Stage.Noticed },
        E.AcceptedByCity => this with { Stage = Stage.CityAccepted, CityAcceptor = h.By.Person },
        E.RefusedByCity e => BackToWork() with { Rejections = Rejections + 1, NotPassed = new(CaseAct.AcceptForCity, h.By, h.On, e.Why) },
        E.StruckOff => this with { Stage = Stage.StruckOff, Request = null },
        E.LookedBack => this with { NotFixed = NotFixed.Clear() },
        E.SaidNotFixed e => this with { NotFixed = NotFixed.SetItem(e.Reference, h.On) },
        E.Relapsed e => NewRound(h.On) with { Relapses = Relapses + 1, TotalClock = Until(e.Due, h) },
        E.SideTrackAsked e => ActedForUnit(h) with { Request = new SideTrackRequest(e.Track, h.By.Person, h.On) },
        E.SideTrackGranted e => Granted(e.Track, h) with { Request = null },
        E.SideTrackRefused => this with { Request = null },
        E.Resumed => ActedForUnit(h) with { NodeClock = NodeClock?.Resume(h.On), TotalClock = TotalClock?.Resume(h.On) },
        E.LongTermReviewed { BackToWork: true } e => NewRound(h.On) with { ReviewOn = null, TotalClock = Until(e.Due, h) ?? TotalClock },
        E.LongTermReviewed e => this with { ReviewOn = e.NextReview },
        E.Chased => this,
        E.Corrected e => this with { Matter = e.Matter },
        _ => throw new InvalidOperationException($"the fold does not know {h.Event.GetType().Name}"),
    };

    private Case HandedTo(E.HandedOver e, Happened h) => this with
    {
        Stage = Stage.HandedOver,
        Holding = new Holding(e.To, e.ToKind, e.Slip, h.By.Person, h.On) { NoDueReason = e.NoDueReason },
        SignBy = e.SignBy,
        TotalClock = Until(e.Due, h) ?? (e.AtOnce is { } given ? Clock.For(h.On, given) : null),
        GivenBack = null,
    };

    // A unit that was let off is not proposed again by the list that named it; the office says anew whose it is.
    private Matter? ReleasedBy(Holding? had) =>
        Matter is { ProposedUnit: { } proposed } && (proposed == had?.HandedTo.Unit || proposed == had?.Unit.Unit) ? Matter with { ProposedUnit = null } : Matter;

    private Case Signed(Happened h) => Worked(h) with
    {
        Stage = Procedure.Has(Step.Plan) ? Stage.Accepted : Stage.Rectifying,
        Holding = Holding! with { Signed = h.On },
    };

    private Case PlannedBy(Plan plan, Happened h) => Worked(h) with
    {
        Stage = Procedure.Has(Step.ApprovePlan) ? Stage.Planned : Stage.Rectifying,
        Plan = plan,
        Approver = null,
        Progress = ProgressFor(plan),
    };

    private static Clock? Until(DateOnly? due, Happened h) => due is { } day ? Clock.Until(h.On, day) : null;

    private Case Worked(Happened h)
    {
        var unit = new WorkingUnit(h.By.Unit, h.By.UnitKind);
        return this with
        {
            Doers = Doers.Add(h.By.Person),
            WorkingUnits = WorkingUnits.Contains(unit) ? WorkingUnits : WorkingUnits.Add(unit),
        };
    }

    // The office asks and resumes too; only those who do so for a responsible unit have their hands in it.
    // The posts are written out: what a ledger tells of the past may not follow the rights of today.
    private Case ActedForUnit(Happened h) => h.By.Role is Role.Liaison or Role.UnitLeader ? Worked(h) : this;

    // A supplementary sample asks those who kept silent: answers already given count on, or a bad count could be drawn away.
    private Survey Drawn(E.SampleDrawn e, PersonId by) => Survey is { Passed: null } running
        ? running with { Size = running.Answers.Count + e.Size, AnswerBy = e.AnswerBy, DrawnBy = by }
        : new Survey(e.Size, e.AnswerBy, by);

    private Case BackToWork() => this with
    {
        Stage = Stage.Rectifying,
        AppliedOn = null,
        CountyVerifier = null,
        Survey = null,
        Notice = null,
        CityAcceptor = null,
    };

    // A new round keeps the pictures of the state before and everybody's hands; the rest is to be planned and shown again.
    private Case NewRound(DateOnly on) => BackToWork() with
    {
        Stage = Procedure.Has(Step.Plan) ? Stage.Accepted : Stage.Rectifying,
        Plan = null,
        EarlierPlan = Plan ?? EarlierPlan,
        Approver = null,
        LastProgress = null,
        Round = Round + 1,
        RoundSince = on,
        NotFixed = NotFixed.Clear(),
        Holding = Holding is { } holding ? holding with { Since = on } : null,
        Rejections = 0,
        NotPassed = null,
        Progress = Progress.Clear(),
        Evidence = Evidence.RemoveAll(e => e.Kind != EvidenceKind.Before),
        Spent = Spent.Union(Evidence.Where(e => e.Kind != EvidenceKind.Before).Select(e => e.Sha256)),
    };

    private Case Granted(SideTrack track, Happened h) => track switch
    {
        SideTrack.Extension e => this with { TotalClock = TotalClock?.Extend(new Extension.To(h.On, e.To)) },
        SideTrack.Pause e => this with { NodeClock = NodeClock?.Pause(e.From, e.Until), TotalClock = TotalClock?.Pause(e.From, e.Until) },
        SideTrack.LongTerm e => this with { Stage = Stage.LongTerm, ReviewOn = e.ReviewOn },
        SideTrack.Merge e => this with { Stage = Stage.Merged, MergedInto = e.Into },
        _ => this with { Stage = Stage.Void },
    };

    private Case ClockedFrom(DateOnly day) => this with
    {
        Since = day,
        NodeClock = Stage == Stage.HandedOver ? Clock.Until(day, SignBy)
            : Stage == Stage.OnNotice ? Ending(Notice!, day)
            : Awaits is { } step && Procedure.Find(step)?.Clock is { } span ? Clock.For(day, span) with { Pauses = StillPaused(day) }
            : null,
    };

    // Objections are taken on the last day as well: the notice is to be ended on the first counting day after it, and is late only then.
    private Clock Ending(Notice notice, DateOnly day) =>
        Clock.Until(day, notice.Until, Procedure.Find(Step.Notice)?.Clock?.Kind ?? DayKind.Working).Extend(new Extension.By(day, 1));

    // A pause stops both clocks; a step begun in the middle of it stands still for the rest.
    private IReadOnlyList<Pause> StillPaused(DateOnly day) =>
        Stage.IsHeld() ? [.. (TotalClock ?? NodeClock)?.Pauses.Where(p => p.Last >= day) ?? []] : [];

    private static ImmutableDictionary<string, int> ProgressFor(Plan plan) => plan.Measures.ToImmutableDictionary(m => m.Code, _ => 0);
}
