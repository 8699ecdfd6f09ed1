namespace Duban.Domain.Cases;

/// <summary>What a case must show before its unit may apply for strike-off, by its procedure's guards.</summary>
public static class SelfCheck
{
    /// <summary>Everything that is missing, with numbers; empty when the application may be made.</summary>
    public static IEnumerable<Reason> Missing(Case c) => All(c).Where(g => !g.Met).Select(g => g.Gap with { Basis = "basis.procedure", Who = "who.unit" });

    /// <summary>Every guard the procedure sets, met or not.</summary>
    public static IEnumerable<GuardState> All(Case c)
    {
        var guards = c.Procedure.SelfCheck;
        var planned = c.Procedure.Has(Procedures.Step.Plan);
        if (planned)
        {
            yield return new("guard.plan", c.Plan is not null && c.Approver is not null, new Reason("guard.plan"));
            if (guards.InterimSafety && c.Level == Level.Major)
                yield return new("guard.interim_safety", !string.IsNullOrWhiteSpace(c.Plan?.InterimSafety), new Reason("guard.interim_safety"));
            if (guards.MeasuresDone) yield return Measures(c);
        }
        var before = Points(c, EvidenceKind.Before);
        var after = Points(c, EvidenceKind.After);
        if (guards.BeforeEvidence) yield return new("guard.before", before.Count > 0, new Reason("guard.before"));
        if (guards.AfterEvidence) yield return new("guard.after", after.Count > 0, new Reason("guard.after"));
        if (guards.SamePoints && before.Count > 0 && after.Count > 0)
        {
            var open = before.Except(after).Order().ToArray();
            yield return new("guard.same_points", open.Length == 0,
                new Reason("guard.same_points", null, before.Count - open.Length, before.Count, open));
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
