using Duban.Domain.People;

namespace Duban.Domain.Cases.Acts;

/// <summary>抽样发码: one-time codes for a sample of affected residents; everybody is asked when fewer are affected than the procedure's sample.</summary>
/// <param name="Affected">How many residents are affected.</param>
/// <param name="Size">How many codes are drawn.</param>
public sealed record DrawSample(int Affected, int Size) : ICaseAct
{
    /// <inheritdoc />
    public CaseAct Kind => CaseAct.DrawSample;

    /// <inheritdoc />
    public Ruling<CaseEvent> Decide(Case c, Act act)
    {
        var rule = c.Procedure.Survey;
        var least = Math.Min(rule?.Sample ?? 1, Affected);
        return Standing.Of(Kind, c, act)
            .When(Affected < 1, "survey.affected", "affected")
            .When(Size < least, "survey.size", "size", least, Size)
            .When(Size > Affected, "survey.more_than_affected", "size", Size, Affected)
            .When(Size > 1000, "survey.too_many", "size", 1000)
            .Else<CaseEvent>(() => new CaseEvent.SampleDrawn(Size, act.Today.AddDays(rule?.AnswerDays ?? 7)));
    }
}
