using Duban.Domain.People;

namespace Duban.Domain.Cases.Acts;

/// <summary>结束测评: the answers are counted; below the threshold a new round of rectification begins.</summary>
public sealed record CloseSurvey : ICaseAct
{
    /// <inheritdoc />
    public CaseAct Kind => CaseAct.CloseSurvey;

    /// <inheritdoc />
    public Ruling<CaseEvent> Decide(Case c, Act act) => Standing.Of(Kind, c, act).Else<CaseEvent>(() => Count(c.Survey!, c.Procedure.Survey!));

    private static CaseEvent.SurveyClosed Count(Survey s, Procedures.SurveyRule rule)
    {
        int yes = s.Count(Answer.Yes), partly = s.Count(Answer.Partly), no = s.Count(Answer.No);
        var answered = yes + partly + no;
        return new(yes, partly, no, s.Size - answered, answered > 0 && yes >= rule.Threshold * answered);
    }
}
