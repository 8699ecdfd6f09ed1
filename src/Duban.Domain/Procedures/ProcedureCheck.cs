namespace Duban.Domain.Procedures;

/// <summary>What no procedure may do, whoever writes it.</summary>
public static class ProcedureCheck
{
    /// <summary>Steps without which a loop is not closed honestly.</summary>
    public static readonly IReadOnlyList<Step> Always = [Step.Register, Step.HandOver, Step.Sign, Step.SelfCheck, Step.CountyVerify, Step.StrikeOff, Step.LookBack];

    /// <summary>Everything that is wrong with it, by field.</summary>
    public static Reasons Of(Procedure p)
    {
        var steps = p.Steps.Select(s => s.Step).ToArray();
        var reasons = new Reasons().Words(p.Code, "code", 32).Words(p.Name.Zh, "name.zh", 100).Words(p.Name.En, "name.en", 100).Words(p.Source, "source", 500)
            .When(p.Version < 1, "procedure.version", "version", p.Version)
            .When(!steps.SequenceEqual(steps.Distinct().Order()), "procedure.order", "steps")
            .When(p.Has(Step.Plan) != p.Has(Step.ApprovePlan), "procedure.plan_and_approval", "steps")
            .When(p.Has(Step.Survey) != p.Survey is not null, "procedure.survey", "survey")
            .When(p.SelfCheck is { AfterEvidence: false }, "procedure.evidence", "selfCheck.afterEvidence")
            .When(p.SelfCheck.MeasuresDone && !p.Has(Step.Plan), "procedure.measures_without_plan", "selfCheck.measuresDone")
            .When(p.Has(Step.Notice) && p.Find(Step.Notice)!.Clock is not { Days: > 0 }, "procedure.notice_days", "steps");
        foreach (var step in Always.Except(steps)) reasons.Add(new Reason("procedure.step_missing", "steps", step));
        foreach (var rule in p.Steps) reasons.When(rule.Clock is { Days: < 0 or > 3660 }, "procedure.clock", "steps", rule.Step, rule.Clock?.Days);
        reasons.When(p.FixAtOnce is { Days: < 1 or > 30 }, "procedure.fix_at_once", "fixAtOnce", p.FixAtOnce?.Days);
        if (p.Survey is { } s)
            reasons.When(s.Sample is < 1 or > 1000, "procedure.sample", "survey.sample", s.Sample)
                .When(s.MinimumAnswers < 1 || s.MinimumAnswers > s.Sample, "procedure.minimum", "survey.minimumAnswers", s.MinimumAnswers)
                .When(s.Threshold is <= 0.5m or > 1, "procedure.threshold", "survey.threshold", s.Threshold)
                .When(s.AnswerDays is < 1 or > 60, "procedure.answer_days", "survey.answerDays", s.AnswerDays);
        return reasons;
    }
}
