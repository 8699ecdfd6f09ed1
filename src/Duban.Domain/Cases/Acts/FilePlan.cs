using Duban.Domain.People;

namespace Duban.Domain.Cases.Acts;

/// <summary>报方案: one plan, one leader, one team, six elements; filing again while working puts a new plan up for approval.</summary>
public sealed record FilePlan(Plan Plan) : ICaseAct
{
    /// <inheritdoc />
    public CaseAct Kind => CaseAct.FilePlan;

    /// <inheritdoc />
    public Ruling<CaseEvent> Decide(Case c, Act act) => Standing.Of(Kind, c, act)
        .With(People()).With(Elements(c)).With(Measures(c, act))
        .Else<CaseEvent>(() => new CaseEvent.Planned(Plan));

    private Reasons People() => new Reasons()
        .When(string.IsNullOrEmpty(Plan.Leader.Value), "plan.leader", "leader")
        .When(Plan.Team.Count == 0 || Plan.Team.Any(p => string.IsNullOrEmpty(p.Value)), "plan.team", "team")
        .When(Plan.Team.Contains(Plan.Leader), "plan.leader_in_team", "team")
        .When(Plan.Team.Distinct().Count() != Plan.Team.Count, "plan.team_twice", "team");

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
                .When(c.Holding is { } h && m.Due < h.HandedOn, "plan.measure_before_start", $"measures[{i}].due", m.Code, m.Due);
        }
        return reasons;
    }
}
