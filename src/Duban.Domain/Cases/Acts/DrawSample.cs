using Duban.Domain.People;

namespace Duban.Domain.Cases.Acts;

/// <summary>
/// 抽样发码: one-time codes for a sample of affected residents; everybody is asked when fewer are affected than the procedure's
/// sample. After too few answers, those who kept silent are asked again.
/// </summary>
/// <param name="Affected">How many residents are affected.</param>
/// <param name="Size">How many codes are drawn; null for as many as the procedure demands and are affected.</param>
public sealed record DrawSample(int Affected, int? Size = null) : ICaseAct
{
    /// <inheritdoc />
    public CaseAct Kind => CaseAct.DrawSample;

    /// <inheritdoc />
    public Ruling<CaseEvent> Decide(Case c, Act act)
    {
        var rule = c.Procedure.Survey;
        var answered = c.Survey is { Passed: null } running ? running.Answers.Count : 0;
        var least = Math.Max(1, Math.Min(rule?.Sample ?? 1, Affected) - answered);
        var size = Size ?? least;
        return Standing.Of(Kind, c, act)
            .When(Affected < 1, "survey.affected", "affected")
            .When(size < least, "survey.size", "size", least, size)
            .When(Affected >= 1 && size > Affected - answered, "survey.more_than_affected", "size", size, Affected)
            .When(size > 1000, "survey.too_many", "size", 1000)
            .Else<CaseEvent>(() => new CaseEvent.SampleDrawn(size, act.Today.AddDays(rule?.AnswerDays ?? 7)) { Affected = Affected });
    }
}
