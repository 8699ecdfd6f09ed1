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
        .With(Deadline(c, act))
        // Which unit is proposed is of the time before the hand-over; after it a return or a forward says who has the case.
        .When(c.Holding is not null && Matter.ProposedUnit != c.Matter?.ProposedUnit, "correct.unit_handed_over", "proposedUnit")
        .Else<CaseEvent>(() => new CaseEvent.Corrected(Matter, Why));

    // Once handed over, a day moves by an extension alone.
    private Reasons Deadline(Case c, Act act)
    {
        var (before, now) = (DueOrReason.Of(c.Matter), DueOrReason.Of(Matter));
        return new Reasons()
            .When(now != before && c.Holding is not null, "correct.handed_over", now.Due != before.Due ? "proposedDue" : "dueWords")
            .With(now.Against(before, act.Today, "proposedDue", "dueWords"));
    }
}
