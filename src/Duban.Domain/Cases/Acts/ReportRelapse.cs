using Duban.Domain.People;

namespace Duban.Domain.Cases.Acts;

/// <summary>认定反弹: a reading, a report or an inspection shows that a struck-off problem is back.</summary>
/// <param name="Source">Where it became known.</param>
/// <param name="Finding">What is back.</param>
/// <param name="Due">The due date of the new round, after today.</param>
public sealed record ReportRelapse(string Source, string Finding, DateOnly Due) : ICaseAct
{
    /// <inheritdoc />
    public CaseAct Kind => CaseAct.ReportRelapse;

    /// <inheritdoc />
    public Ruling<CaseEvent> Decide(Case c, Act act) => Standing.Of(Kind, c, act)
        .Words(Source, "source", 200).Words(Finding, "finding", 4000)
        .When(Due <= act.Today, "due.past", "due", Due)
        .Else<CaseEvent>(() => new CaseEvent.Relapsed(Source, Finding, Due));
}
