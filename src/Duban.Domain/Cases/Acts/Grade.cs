using Duban.Domain.People;

namespace Duban.Domain.Cases.Acts;

/// <summary>研判定级: the level, what it rests on, and the co-operating units.</summary>
public sealed record Grade(Level Level, string? Basis, IReadOnlyList<UnitId> CoUnits) : ICaseAct
{
    /// <inheritdoc />
    public CaseAct Kind => CaseAct.Grade;

    /// <inheritdoc />
    public Ruling<CaseEvent> Decide(Case c, Act act) => Standing.Of(Kind, c, act)
        .When(Basis?.Length > 500, "field.too_long", "basis", 500, Basis?.Length)
        .When(CoUnits.Distinct().Count() != CoUnits.Count, "units.twice", "coUnits")
        .Else<CaseEvent>(() => new CaseEvent.Graded(Level, Basis, CoUnits));
}
