using Duban.Domain.People;

namespace Duban.Domain.Cases.Acts;

/// <summary>自查申请销号: refused with the whole list of what is missing.</summary>
public sealed record ApplyForStrikeOff(string Statement) : ICaseAct
{
    /// <inheritdoc />
    public CaseAct Kind => CaseAct.ApplyForStrikeOff;

    /// <inheritdoc />
    public Ruling<CaseEvent> Decide(Case c, Act act) => Standing.Of(Kind, c, act).Words(Statement, "statement", 4000)
        .Else<CaseEvent>(() => new CaseEvent.AppliedForStrikeOff(Statement));
}
