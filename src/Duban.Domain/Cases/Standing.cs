using Duban.Domain.People;
using Duban.Domain.Procedures;

namespace Duban.Domain.Cases;

/// <summary>What stands against an act before anybody has typed a word: shown ahead of the button, and part of every refusal.</summary>
public static class Standing
{
    /// <summary>The reason that the case is not at the point where the act belongs, or null.</summary>
    public static Reason? Place(CaseAct kind, Case c) => IsAt(kind, c) ? null
        // Whoever comes to apply once more learns that it was done, and what is awaited since.
        : kind == CaseAct.ApplyForStrikeOff && c is { AppliedOn: { } day, Stage: < Stage.StruckOff, Awaits: { } step } ? new Reason("case.applied", null, day, step)
        : new Reason("case.stage", null, kind, new StageInRound(c.Stage, c.Round));

    /// <summary>All reasons but rights and typed fields; the first is the stage when that is wrong.</summary>
    public static Reasons Of(CaseAct kind, Case c, Act act)
    {
        var reasons = new Reasons().With(Place(kind, c) is { } elsewhere ? elsewhere with { Who = InHand.Of(c, act.Today)?.Hand } : null);
        Reasons Independent() => reasons.With(FourEyes.Independent(c, act.By));
        return kind switch
        {
            CaseAct.DecideReturn => reasons.With(FourEyes.NotAsker(c.ReturnAsker, act.By)).With(FourEyes.OfNoWorkingUnit(c, act.By)),
            CaseAct.ApprovePlan => Independent(),
            CaseAct.ApplyForStrikeOff => reasons.With(SelfCheck.Missing(c)).With(RequestOpen(c)),
            CaseAct.VerifyForCounty => Independent(),
            CaseAct.DrawSample => Independent().With(FourEyes.NotCountyVerifier(c, act.By))
                .When(c.Survey is { Passed: null } s && act.Today <= s.AnswerBy, "survey.running", null, c.Survey?.AnswerBy)
                .When(c.Survey is { Passed: null } over && act.Today > over.AnswerBy && !c.TooFewAnswers, "survey.to_close", null, c.Survey?.AnswerBy),
            CaseAct.CloseSurvey => Independent().With(FourEyes.NotCountyVerifier(c, act.By)).With(SurveyUnready(c, act)),
            CaseAct.PublishNotice => Independent(),
            CaseAct.DecideObjection => Independent().With(FourEyes.NotCountyVerifier(c, act.By))
                .When(c.Notice is { Open.Count: 0 }, "notice.no_objection"),
            CaseAct.EndNotice => Independent()
                .When(c.Notice is { } n && act.Today <= n.Until, "notice.running", null, c.Notice?.Until)
                .When(c.Notice is { Open.Count: > 0 }, "notice.open_objections", null, c.Notice?.Open.Count),
            CaseAct.AcceptForCity => Independent().With(FourEyes.NotCountyVerifier(c, act.By)).With(FourEyes.NotOfVerifyingUnit(c, act.By)),
            CaseAct.StrikeOff => Independent().With(FourEyes.NotCountyVerifier(c, act.By)).With(FourEyes.NotCityAcceptor(c, act.By))
                .With(RequestOpen(c)),
            CaseAct.LookBack or CaseAct.ReviewLongTerm => Independent(),
            CaseAct.AskSideTrack => reasons.With(RequestOpen(c)),
            CaseAct.AskClosure => Independent().With(RequestOpen(c)),
            CaseAct.Correct => Independent(),
            CaseAct.DecideSideTrack => reasons.With(FourEyes.NotAsker(c.Request?.By, act.By)).With(FourEyes.Independent(c, act.By)),
            CaseAct.Resume => reasons.When(!Paused(c.TotalClock, act) && !Paused(c.NodeClock, act), "pause.none"),
            _ => reasons,
        };
    }

    private static bool IsAt(CaseAct kind, Case c) => kind switch
    {
        CaseAct.See => c.Stage != Stage.None,
        CaseAct.Report => c.Stage == Stage.None,
        CaseAct.Register => c.Stage is Stage.None or Stage.Reported,
        CaseAct.Grade => c.Procedure.Has(Step.Grade) && c.Stage is Stage.Registered or Stage.Graded,
        CaseAct.HandOver => c.Awaits == Step.HandOver,
        CaseAct.SignFor or CaseAct.AskReturn => c.Stage == Stage.HandedOver,
        CaseAct.DecideReturn => c.Stage == Stage.ReturnAsked,
        CaseAct.Forward => c.Stage is Stage.Accepted or Stage.Rectifying,
        CaseAct.FilePlan => c.Procedure.Has(Step.Plan) && (c.Stage is Stage.Accepted or Stage.Rectifying),
        CaseAct.ApprovePlan => c.Stage == Stage.Planned,
        CaseAct.ReportProgress or CaseAct.ApplyForStrikeOff => c.Stage == Stage.Rectifying,
        CaseAct.FileEvidence => c.Stage is Stage.Accepted or Stage.Planned or Stage.Rectifying,
        CaseAct.VerifyForCounty => c.Stage == Stage.Applied,
        CaseAct.DrawSample => c.Awaits == Step.Survey,
        CaseAct.AnswerSurvey or CaseAct.CloseSurvey => c.Awaits == Step.Survey && c.Survey is { Passed: null },
        CaseAct.PublishNotice => c.Awaits == Step.Notice && c.Stage != Stage.OnNotice,
        CaseAct.RaiseObjection or CaseAct.DecideObjection or CaseAct.EndNotice => c.Stage == Stage.OnNotice,
        CaseAct.AcceptForCity => c.Awaits == Step.CityAccept,
        CaseAct.StrikeOff => c.Awaits == Step.StrikeOff,
        CaseAct.LookBack => c.Stage == Stage.StruckOff,
        CaseAct.ReportRelapse or CaseAct.SayNotFixed => c.Stage is Stage.StruckOff,
        CaseAct.AskSideTrack => c.Stage is >= Stage.Accepted and <= Stage.Rectifying,
        CaseAct.Resume => c.Stage is >= Stage.Accepted and < Stage.StruckOff,
        CaseAct.AskClosure => c.Stage is > Stage.None and < Stage.StruckOff,
        CaseAct.DecideSideTrack => c.Request is not null && !c.Stage.IsEnd(),
        CaseAct.ReviewLongTerm => c.Stage == Stage.LongTerm,
        CaseAct.Chase => c.Stage.IsHeld(),
        // What has been applied for is judged as it was registered: no standard is lowered between two pairs of eyes.
        CaseAct.Correct => c.Stage is > Stage.None and < Stage.Applied,
        _ => false,
    };

    private static Reason? RequestOpen(Case c) => c.Request is { } r ? new Reason("request.open", null, r.Track) { Who = Hand.Leader } : null;

    private static bool Paused(Calendar.Clock? clock, Act act) => clock?.Pauses.Any(p => p.Covers(act.Today)) == true;

    private static IEnumerable<Reason> SurveyUnready(Case c, Act act)
    {
        if (c.Survey is not { Passed: null } s) yield break;
        if (c.TooFewAnswers) yield return Ruled("survey.too_few", s.Answers.Count, Math.Min(c.Procedure.Survey!.MinimumAnswers, s.Size));
        if (!s.Complete && act.Today <= s.AnswerBy) yield return Ruled("survey.running", s.AnswerBy);

        static Reason Ruled(string code, params IReadOnlyList<object?> args) => new(code, null, args) { Basis = "basis.procedure" };
    }
}
