using Duban.Domain.People;

namespace Duban.Domain.Cases.Acts;

/// <summary>签收: the unit signs for the case; its step clock starts.</summary>
public sealed record SignFor : ICaseAct
{
    /// <inheritdoc />
    public CaseAct Kind => CaseAct.SignFor;

    /// <inheritdoc />
    public Ruling<CaseEvent> Decide(Case c, Act act) => Standing.Of(Kind, c, act).Else<CaseEvent>(() => new CaseEvent.SignedFor());
}
