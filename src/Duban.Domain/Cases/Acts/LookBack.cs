using Duban.Domain.People;

namespace Duban.Domain.Cases.Acts;

/// <summary>回头看: somebody goes again; it holds, or it has relapsed and a new round begins under the same number.</summary>
/// <param name="Holds">True when it is still fixed.</param>
/// <param name="Record">What was seen.</param>
/// <param name="NewDue">The due date of the new round; demanded when it does not hold.</param>
public sealed record LookBack(bool Holds, SiteRecord Record, DateOnly? NewDue = null) : ICaseAct
{
    /// <inheritdoc />
    public CaseAct Kind => CaseAct.LookBack;

    /// <inheritdoc />
    public Ruling<CaseEvent> Decide(Case c, Act act) => Standing.Of(Kind, c, act).With(VerifyForCounty.Check(Record, c, act))
        .When(Holds && c.NotFixed.Any(said => Record.On < said.Value), "look_back.before_report", "on", Record.On)
        .When(!Holds && NewDue is null, "relapse.due", "newDue")
        .When(!Holds && NewDue <= act.Today, "due.past", "newDue", NewDue)
        .Else(() => Facts());

    private IReadOnlyList<CaseEvent> Facts() => Holds
        ? [new CaseEvent.LookedBack(Record)]
        : [new CaseEvent.LookedBack(Record), new CaseEvent.Relapsed("look_back", Record.Findings, NewDue)];
}
