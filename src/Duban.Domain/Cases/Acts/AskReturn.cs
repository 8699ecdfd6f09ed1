using Duban.Domain.People;

namespace Duban.Domain.Cases.Acts;

/// <summary>申请退单: before signing, with a reason; the office decides and may overrule.</summary>
public sealed record AskReturn(string Why) : ICaseAct
{
    /// <inheritdoc />
    public CaseAct Kind => CaseAct.AskReturn;

    /// <inheritdoc />
    public Ruling<CaseEvent> Decide(Case c, Act act) => Standing.Of(Kind, c, act).Words(Why, "why")
        .Else<CaseEvent>(() => new CaseEvent.ReturnAsked(Why));
}
