using System.Collections.Immutable;
using E = Duban.Domain.Cases.CaseEvent;

namespace Duban.Domain.Cases;

/// <summary>The rounds of a case: another question to the same facts than <see cref="Case"/> answers, read in one pass.</summary>
public static class Rounds
{
    /// <summary>Every round, the first one first; none before the first fact.</summary>
    /// <param name="begin">The case before its first fact, with the procedure it is walked by.</param>
    /// <param name="history">Everything that happened, oldest first.</param>
    public static IReadOnlyList<CaseRound> Of(Case begin, IEnumerable<Happened> history)
    {
        var (rounds, c, now) = (new List<CaseRound>(), begin, default(CaseRound));
        foreach (var h in history)
        {
            var next = c.After(h);
            now = With(now ?? new CaseRound(1, h.On, c), h);
            if (next.Round > c.Round)
            {
                rounds.Add(Counted(now with { Stood = c, Ended = now.Ended ?? h }));
                now = new CaseRound(next.Round, h.On, next) { Began = h, HeldSince = next.Holding is null ? null : h.On };
            }
            c = next;
        }
        return now is null ? rounds : [.. rounds, Counted(now with { Stood = c })];
    }

    private static CaseRound With(CaseRound round, Happened h) => h.Event switch
    {
        E.HandedOver => round with { HeldSince = round.HeldSince ?? h.On },
        E.Planned => round with { PlanApproved = null },
        E.PlanApproved e => round with { PlanApproved = new(e.Opinion, h.By, h.On) },
        E.AppliedForStrikeOff e => round with { Applications = round.Applications.Add(new(e.Statement, h.By, h.On)) },
        E.VerifiedByCounty e => round with { Verifications = round.Verifications.Add(new(true, e.Record, h.By, h.On)) },
        E.RejectedByCounty e => round with { Verifications = round.Verifications.Add(new(false, e.Record, h.By, h.On)) },
        E.SampleDrawn e => round with { Surveys = Asked(round.Surveys, e) },
        E.SurveyClosed e => round with { Surveys = Last(round.Surveys, s => Counted(s, e, h.On)) },
        E.NoticePublished e => round with { Notices = round.Notices.Add(new(e.From, e.Until, e.Text)) },
        E.ObjectionRaised e => round with { Notices = Last(round.Notices, n => n with { Objections = n.Objections.Add(new(e.Reference, h.On)) }) },
        E.ObjectionUpheld e => round with { Notices = Last(round.Notices, n => Decided(n, e.Reference, new(true, e.Opinion, h.By, h.On))) },
        E.ObjectionDismissed e => round with { Notices = Last(round.Notices, n => Decided(n, e.Reference, new(false, e.Opinion, h.By, h.On))) },
        E.NoticeEnded => round with { Notices = Last(round.Notices, n => n with { Ended = h.On }) },
        E.AcceptedByCity e => round with { CityDecisions = round.CityDecisions.Add(new(true, e.Opinion, h.By, h.On)) },
        E.RefusedByCity e => round with { CityDecisions = round.CityDecisions.Add(new(false, e.Why, h.By, h.On)) },
        E.StruckOff e => round with { StruckOff = new(e.Opinion, h.By, h.On), Ended = h },
        E.LookedBack e => round with { LookBacks = round.LookBacks.Add(new(true, e.Record, h.By, h.On)) },
        E.Relapsed { Source: "look_back" } => round with { LookBacks = Last(round.LookBacks, seen => seen with { Passed = false }) },
        E.SaidNotFixed => round with { NotFixed = round.NotFixed.Add(h.On) },
        E.SideTrackGranted e => round with
        {
            Tracks = round.Tracks.Add(new(e.Track, e.Opinion, h.By, h.On)),
            Ended = e.Track is SideTrack.LongTerm or SideTrack.Merge or SideTrack.Void ? h : round.Ended,
        },
        _ => round,
    };

    // Earlier answers count on, so that a supplementary sample is no survey of its own.
    private static ImmutableList<SurveyCount> Asked(ImmutableList<SurveyCount> surveys, E.SampleDrawn e) =>
        surveys is [.., { Passed: null }] ? Last(surveys, s => s with { AnswerBy = e.AnswerBy }) : surveys.Add(new(e.Size, e.AnswerBy, 0, 0, 0, null));

    private static SurveyCount Counted(SurveyCount s, E.SurveyClosed e, DateOnly on) =>
        new(e.Yes + e.Partly + e.No + e.Silent, s.AnswerBy, e.Yes, e.Partly, e.No, e.Passed) { Closed = on };

    // A survey nobody has closed has its numbers where the rules count them.
    private static CaseRound Counted(CaseRound round) => round is { Surveys: [.., { Passed: null }], Stood.Survey: { } s }
        ? round with { Surveys = Last(round.Surveys, _ => new(s.Size, s.AnswerBy, s.Count(Answer.Yes), s.Count(Answer.Partly), s.Count(Answer.No), s.Passed)) }
        : round;

    private static NoticeTold Decided(NoticeTold notice, string reference, Judgement decision) => notice with
    {
        Objections = [.. notice.Objections.Select(o => o.Reference == reference ? o with { Decision = decision } : o)],
    };

    private static ImmutableList<T> Last<T>(ImmutableList<T> all, Func<T, T> change) => all.Count == 0 ? all : all.SetItem(all.Count - 1, change(all[^1]));
}
