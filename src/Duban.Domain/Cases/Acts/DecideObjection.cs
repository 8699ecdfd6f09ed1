using Duban.Domain.People;

namespace Duban.Domain.Cases.Acts;

/// <summary>处理异议: upheld, and a new round of rectification begins; or dismissed with an opinion.</summary>
public sealed record DecideObjection(string Reference, bool Uphold, string Opinion) : ICaseAct
{
    /// <inheritdoc />
    public CaseAct Kind => CaseAct.DecideObjection;

    /// <inheritdoc />
    public Ruling<CaseEvent> Decide(Case c, Act act) => Standing.Of(Kind, c, act).Words(Opinion, "opinion")
        .When(c.Notice is { Open.Count: > 0 } n && !n.Open.Contains(Reference), "notice.no_such_objection", "reference")
        .Else<CaseEvent>(() => Uphold ? new CaseEvent.ObjectionUpheld(Reference, Opinion) : new CaseEvent.ObjectionDismissed(Reference, Opinion));
}
