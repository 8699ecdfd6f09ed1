using Duban.Domain.People;

namespace Duban.Domain.Cases.Acts;

/// <summary>市级验收: by the city's lead department, never by the county verifier. 谁验收、谁负责.</summary>
public sealed record AcceptForCity(bool Passed, string Opinion) : ICaseAct
{
    /// <inheritdoc />
    public CaseAct Kind => CaseAct.AcceptForCity;

    /// <inheritdoc />
    public Ruling<CaseEvent> Decide(Case c, Act act) => Standing.Of(Kind, c, act).Words(Opinion, "opinion")
        .Else<CaseEvent>(() => Passed ? new CaseEvent.AcceptedByCity(Opinion) : new CaseEvent.RefusedByCity(Opinion));
}
