using Duban.Domain.People;

namespace Duban.Domain.Cases.Acts;

/// <summary>方案审定: by somebody outside the team and the units that will do the work.</summary>
public sealed record DecidePlan(bool Approve, string Opinion) : ICaseAct
{
    /// <inheritdoc />
    public CaseAct Kind => CaseAct.ApprovePlan;

    /// <inheritdoc />
    public Ruling<CaseEvent> Decide(Case c, Act act) => Standing.Of(Kind, c, act).Words(Opinion, "opinion")
        .Else<CaseEvent>(() => Approve ? new CaseEvent.PlanApproved(Opinion) : new CaseEvent.PlanSentBack(Opinion));
}
