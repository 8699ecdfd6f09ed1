using Duban.Domain.People;

namespace Duban.Domain.Cases.Acts;

/// <summary>报方案: one plan, one leader, one team, six elements; filing again while working puts a new plan up for approval.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="People">Everybody it names, with their posts of today.</param>
public sealed record FilePlan(Plan Plan, IReadOnlyList<Named> People) : ICaseAct
{
    /// <inheritdoc />
    public CaseAct Kind => CaseAct.FilePlan;

    /// <inheritdoc />
    public Ruling<CaseEvent> Decide(Case c, Act act) => Standing.Of(Kind, c, act)
        .With(Persons(c)).With(Elements(c)).With(Measures(c, act))
        .Else<CaseEvent>(() => new CaseEvent.Planned(Plan));

    private Reasons Persons(Case c) => new Reasons()
        .When(string.IsNullOrEmpty(Plan.Leader.Value), "plan.leader", "leader")
        .When(Plan.Team.Count == 0 || Plan.Team.Any(p => string.IsNullOrEmpty(p.Value)), "plan.team", "team")
        .When(Plan.Team.Contains(Plan.Leader), "plan.leader_in_team", "team")
        .When(Plan.Team.Distinct().Count() != Plan.Team.Count, "plan.team_twice", "team")
        .With(Unfit(c, [Plan.Leader], PlanTeam.MayLead).Select(name => new Reason("plan.not_a_leader", "leader", name)))
        .With(Unfit(c, Plan.Team.Distinct().Where(p => p != Plan.Leader), PlanTeam.MayJoin).Select(name => new Reason("plan.not_of_the_unit", "team", name)));

    private IEnumerable<string> Unfit(Case c, IEnumerable<PersonId> named, Func<Case, Actor, bool> fits) =>
        from person in named
        where !string.IsNullOrEmpty(person.Value)
        let known = People.FirstOrDefault(n => n.Person == person)
        where known is null || !known.Posts.Any(post => fits(c, post))
        select known?.Name ?? person.Value;

    private Reasons Elements(Case c) => new Reasons()
        .Words(Plan.Goals, "goals", 4000).Words(Plan.Funds, "funds").Words(Plan.Duty, "duty").Words(Plan.Contingency, "contingency", 4000)
        .When(c.Level == Level.Major && c.Procedure.SelfCheck.InterimSafety && string.IsNullOrWhiteSpace(Plan.InterimSafety), "plan.interim_safety", "interimSafety");

    private Reasons Measures(Case c, Act act)
    {
        var reasons = new Reasons().When(Plan.Measures.Count == 0, "plan.measures", "measures")
            .When(Plan.Measures.Count > 100, "plan.too_many_measures", "measures", 100)
            .When(Plan.Measures.DistinctBy(m => m.Code).Count() != Plan.Measures.Count, "plan.measure_twice", "measures");
        // Once the due date is past no measure can meet it: a late plan is still asked for, and the case stays red.
        var due = c.TotalClock?.DueDate(act.Calendar)?.Date is { } date && date >= act.Today ? date : (DateOnly?)null;
        for (var i = 0; i < Plan.Measures.Count; i++)
        {
            var m = Plan.Measures[i];
            reasons.Words(m.Code, $"measures[{i}].code", 16).Words(m.Text, $"measures[{i}].text", 1000)
                .When(m.Due > due, "plan.measure_after_due", $"measures[{i}].due", m.Code, m.Due, due)
                .When(c.RoundSince is null && m.Due < c.Holding?.HandedOn, "plan.measure_before_start", $"measures[{i}].due", m.Code, m.Due)
                .When(m.Due < c.RoundSince, "plan.measure_before_round", $"measures[{i}].due", m.Code, m.Due, c.RoundSince);
        }
        return reasons;
    }
}
