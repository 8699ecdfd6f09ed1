using Duban.Domain.People;

namespace Duban.Domain.Cases.Acts;

/// <summary>反映没有解决: whoever reported a struck-off problem says it is still there; it is the office that finds a relapse, or goes and looks.</summary>
public sealed record SayNotFixed(string Reference) : ICaseAct
{
    /// <inheritdoc />
    public CaseAct Kind => CaseAct.SayNotFixed;

    /// <inheritdoc />
    public Ruling<CaseEvent> Decide(Case c, Act act) => Standing.Of(Kind, c, act).Words(Reference, "reference", 64)
        .When(c.NotFixed.ContainsKey(Reference), "not_fixed.known")
        .When(c.NotFixed.Count >= 1000, "not_fixed.too_many")
        .Else<CaseEvent>(() => new CaseEvent.SaidNotFixed(Reference));
}
