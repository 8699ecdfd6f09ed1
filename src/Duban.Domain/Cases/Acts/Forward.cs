using Duban.Domain.People;

namespace Duban.Domain.Cases.Acts;

/// <summary>转办: a unit gives the case to one of its own subtree, within the unit the office handed it to; it stays answerable.</summary>
public sealed record Forward(Unit To, string Note) : ICaseAct
{
    /// <inheritdoc />
    public CaseAct Kind => CaseAct.Forward;

    /// <inheritdoc />
    public Ruling<CaseEvent> Decide(Case c, Act act) => Standing.Of(Kind, c, act)
        .When(c.Holding is { } h && !(h.HandedTo.Holds(To.Path) && act.By.Unit.Holds(To.Path)), "forward.not_below", "to", To.Name)
        .When(c.Holding?.Unit == To.Path, "forward.same", "to", To.Name)
        .When(!To.Active, "unit.dissolved", "to", To.Name)
        .Words(Note, "note", 500)
        .Else<CaseEvent>(() => new CaseEvent.Forwarded(To.Path, To.Kind, Note));
}
