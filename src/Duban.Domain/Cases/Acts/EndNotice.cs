using Duban.Domain.People;

namespace Duban.Domain.Cases.Acts;

/// <summary>结束公示: the days are over and no objection is open.</summary>
public sealed record EndNotice : ICaseAct
{
    /// <inheritdoc />
    public CaseAct Kind => CaseAct.EndNotice;

    /// <inheritdoc />
    public Ruling<CaseEvent> Decide(Case c, Act act) => Standing.Of(Kind, c, act).Else<CaseEvent>(() => new CaseEvent.NoticeEnded());
}
