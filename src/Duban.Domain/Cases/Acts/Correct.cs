using Duban.Domain.Documents;
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
        .Else<CaseEvent>(() => new CaseEvent.Corrected(Matter, Why));

    // What nobody touches may stand as the list said it, however odd; once handed over, a day moves by an extension alone.
    private Reasons Deadline(Case c, Act act)
    {
        var (day, words) = (Matter.ProposedDue != c.Matter?.ProposedDue, Matter.DueWords != c.Matter?.DueWords);
        return new Reasons()
            .When((day || words) && c.Holding is not null, "correct.handed_over", day ? "proposedDue" : "dueWords")
            .When(day && Matter.ProposedDue < act.Today, "due.past", "proposedDue", Matter.ProposedDue)
            .When((day || words) && Matter is { ProposedDue: not null, DueWords: not null }, "handover.day_or_reason", "dueWords")
            .When(words && ClerkDate.IsMeantAsDay(Matter.DueWords, act.Today), "handover.reason_is_day", "dueWords", Matter.DueWords)
            .When(Matter.DueWords?.Length > 200 && words, "field.too_long", "dueWords", 200, Matter.DueWords?.Length);
    }
}
