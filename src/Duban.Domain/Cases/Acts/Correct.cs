using Duban.Domain.People;

namespace Duban.Domain.Cases.Acts;

/// <summary>更正: what was registered wrongly is stated anew, with the reason; the old words stay in the ledger.</summary>
public sealed record Correct(Matter Matter, string Why) : ICaseAct
{
    /// <inheritdoc />
    public CaseAct Kind => CaseAct.Correct;

    /// <inheritdoc />
    public Ruling<CaseEvent> Decide(Case c, Act act) => Standing.Of(Kind, c, act)
        .Words(Matter.Title, "title", 200).Words(Matter.Description, "description", 10_000).Words(Matter.Place.Text, "place", 500)
        .Words(Why, "why", 500)
        .Else<CaseEvent>(() => new CaseEvent.Corrected(Matter, Why));
}
