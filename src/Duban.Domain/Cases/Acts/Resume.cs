using Duban.Domain.People;

namespace Duban.Domain.Cases.Acts;

/// <summary>提前恢复: the pause ends today.</summary>
public sealed record Resume(string Why) : ICaseAct
{
    /// <inheritdoc />
    public CaseAct Kind => CaseAct.Resume;

    /// <inheritdoc />
    public Ruling<CaseEvent> Decide(Case c, Act act) => Standing.Of(Kind, c, act).Words(Why, "why", 500)
        .Else<CaseEvent>(() => new CaseEvent.Resumed(Why));
}
