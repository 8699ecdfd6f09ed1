using Duban.Domain.People;

namespace Duban.Domain.Cases.Acts;

/// <summary>群众答复: one code, one answer, while the survey runs.</summary>
/// <param name="Code">The code's reference, never the code itself.</param>
/// <param name="Answer">Yes, partly or no.</param>
public sealed record AnswerSurvey(string Code, Answer Answer) : ICaseAct
{
    /// <inheritdoc />
    public CaseAct Kind => CaseAct.AnswerSurvey;

    /// <inheritdoc />
    public Ruling<CaseEvent> Decide(Case c, Act act) => Standing.Of(Kind, c, act).Words(Code, "code", 64)
        .When(c.Survey?.Answers.ContainsKey(Code) == true, "survey.answered")
        .When(c.Survey is { } s && act.Today > s.AnswerBy, "survey.over", null, c.Survey?.AnswerBy)
        .When(c.Survey is { } t && t.Answers.Count >= t.Size, "survey.full")
        .Else<CaseEvent>(() => new CaseEvent.ResidentAnswered(Code, Answer));
}
