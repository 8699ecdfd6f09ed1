using Duban.Domain.People;

namespace Duban.Domain.Cases.Acts;

/// <summary>催办: a reminder with a person's signature; it changes no state.</summary>
public sealed record Chase(string Words) : ICaseAct
{
    /// <inheritdoc />
    public CaseAct Kind => CaseAct.Chase;

    /// <inheritdoc />
    public Ruling<CaseEvent> Decide(Case c, Act act) => Standing.Of(Kind, c, act).Words(Words, "words", 500)
        .Else<CaseEvent>(() => new CaseEvent.Chased(Words));
}
