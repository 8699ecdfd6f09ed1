using Duban.Domain.People;

namespace Duban.Domain.Cases;

/// <summary>What a case must show before its unit may apply for strike-off, by its procedure's guards.</summary>
public static class SelfCheck
{
    /// <summary>Everything that is missing, with numbers; empty when the application may be made.</summary>
    public static IEnumerable<Reason> Missing(Case c) => All(c).Where(g => !g.Met).Select(g => g.Gap with { Basis = "basis.procedure", Who = WhoFills(g.Code, c) });

    /// <summary>The act that fills a guard.</summary>
    public static CaseAct Fills(string guard) => guard switch
    {
        "guard.plan" or "guard.plan_not_filed" or "guard.plan_sent_back" or "guard.interim_safety" or "guard.no_measures" => CaseAct.FilePlan,
        "guard.measures" => CaseAct.ReportProgress,
        _ => CaseAct.FileEvidence,
    };

    /// <summary>What its unit has to do next while it works: fill what is missing, and only then apply.</summary>
    public static CaseAct Next(Case c) => Missing(c).FirstOrDefault() is { } gap ? Fills(gap.Code) : CaseAct.ApplyForStrikeOff;

    private static string PlanGap(Case c) => c.Plan is null ? "guard.plan_not_filed" : c.Stage == Stage.Planned ? "guard.plan" : "guard.plan_sent_back";

    // A plan that is filed is no longer the unit's to see to.
    private static Hand WhoFills(string guard, Case c) => guard == "guard.plan" && c.Stage == Stage.Planned ? Hand.Approver : Hand.Unit;

    /// <summary>Every guard the procedure sets, met or not.</summary>
    public static IEnumerable<GuardState> All(Case c)
    {
        var guards = c.Procedure.SelfCheck;
        var planned = c.Procedure.Has(Procedures.Step.Plan);
        if (planned)
        {
            yield return new("guard.plan", c.Plan is not null && c.Approver is not null, new Reason(PlanGap(c)));
            if (guards.InterimSafety && c.Level == Level.Major)
                yield return new("guard.interim_safety", !string.IsNullOrWhiteSpace(c.Plan?.InterimSafety), new Reason("guard.interim_safety"));
            if (guards.MeasuresDone) yield return Measures(c);
        }
        var before = Points(c, EvidenceKind.Before);
        var after = Points(c, EvidenceKind.After);
        if (guards.BeforeEvidence) yield return new("guard.before", before.Count > 0, new Reason("guard.before"));
        if (guards.AfterEvidence) yield return new("guard.after", after.Count > 0, new Reason("guard.after"));
        if (guards.SamePoints)
        {
            var open = before.Except(after).Order().ToArray();
            // Said from the first: a picture of the state after may show another point, so that filing one settles nothing here.
            yield return new("guard.same_points", before.Count > 0 && open.Length == 0, before.Count == 0 ? new Reason("guard.nothing_to_compare")
                : new Reason("guard.same_points", null, before.Count - open.Length, before.Count, open));
        }
    }

    private static GuardState Measures(Case c)
    {
        var measures = c.Plan?.Measures ?? [];
        var open = measures.Where(m => c.Progress.GetValueOrDefault(m.Code) < 100).Select(m => m.Code).ToArray();
        if (measures.Count == 0) return new("guard.no_measures", false, new Reason("guard.no_measures"));
        return new("guard.measures", open.Length == 0, new Reason("guard.measures", null, measures.Count - open.Length, measures.Count, open));
    }

    private static HashSet<string> Points(Case c, EvidenceKind kind) =>
        c.Evidence.Where(e => e.Kind == kind).Select(e => e.Point).ToHashSet();
}

/// <summary>A guard and whether it is met.</summary>
/// <param name="Code">Its name among the words.</param>
/// <param name="Met">True when nothing is missing.</param>
/// <param name="Gap">What is missing, with numbers.</param>
public sealed record GuardState(string Code, bool Met, Reason Gap);
