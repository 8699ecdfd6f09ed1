using Duban.Domain.People;

namespace Duban.Domain.Cases.Acts;

/// <summary>转办: the unit gives the case to a unit of its own subtree; it stays answerable.</summary>
public sealed record Forward(Unit To, string Note) : ICaseAct
{
    /// <inheritdoc />
    public CaseAct Kind => CaseAct.Forward;

    /// <inheritdoc />
    public Ruling<CaseEvent> Decide(Case c, Act act) => Standing.Of(Kind, c, act)
        .When(c.Holding is { } h && !h.HandedTo.Holds(To.Path), "forward.not_below", "to", To.Name)
        .When(c.Holding?.Unit == To.Path, "forward.same", "to", To.Name)
        .Words(Note, "note", 500)
        .Else<CaseEvent>(() => new CaseEvent.Forwarded(To.Path, To.Kind, Note));
}
