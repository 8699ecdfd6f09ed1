using Duban.Domain.People;

namespace Duban.Domain.Cases.Acts;

/// <summary>提出异议: by anybody while the notice hangs; words and contact stay outside the ledger.</summary>
public sealed record RaiseObjection(string Reference) : ICaseAct
{
    /// <inheritdoc />
    public CaseAct Kind => CaseAct.RaiseObjection;

    /// <inheritdoc />
    public Ruling<CaseEvent> Decide(Case c, Act act) => Standing.Of(Kind, c, act).Words(Reference, "reference", 64)
        .When(c.Notice?.Open.Contains(Reference) == true, "notice.objection_known", "reference")
        .When(c.Notice is { } n && act.Today > n.Until, "notice.over", null, c.Notice?.Until)
        .When(c.Notice?.Open.Count >= 1000, "notice.too_many")
        .Else<CaseEvent>(() => new CaseEvent.ObjectionRaised(Reference));
}
