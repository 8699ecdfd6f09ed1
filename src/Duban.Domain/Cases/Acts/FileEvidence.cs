using Duban.Domain.People;

namespace Duban.Domain.Cases.Acts;

/// <summary>传佐证: one or several files of this case, all or none; the same file cannot be both before and after, nor prove a later round.</summary>
public sealed record FileEvidence(params IReadOnlyList<Evidence> Files) : ICaseAct
{
    /// <inheritdoc />
    public CaseAct Kind => CaseAct.FileEvidence;

    /// <inheritdoc />
    public Ruling<CaseEvent> Decide(Case c, Act act)
    {
        var reasons = Standing.Of(Kind, c, act).When(Files.Count == 0, "evidence.none", "files").When(Files.Count > 20, "evidence.too_many", "files", 20);
        var seen = c.Evidence.Select(e => e.Sha256).ToHashSet();
        foreach (var file in Files)
            reasons.Words(file.Point, "point", 100)
                .When(!seen.Add(file.Sha256), "evidence.same_file", "files", file.Name)
                .When(file.Kind != EvidenceKind.Document && !file.MediaType.StartsWith("image/", StringComparison.Ordinal), "evidence.not_a_photo", "files", file.Name)
                .When(c.Spent.Contains(file.Sha256) && file.Kind != EvidenceKind.Document, "evidence.spent", "files", file.Name)
                .When(file.Kind == EvidenceKind.After && c.Stage is Stage.Accepted or Stage.Planned, "evidence.after_too_early", "files", file.Name)
                .When(file.Kind == EvidenceKind.After && file.TakenOn < c.RoundSince, "evidence.before_round", "takenOn", file.TakenOn, c.RoundSince)
                .When(file.TakenOn > act.Today, "date.future", "takenOn", file.TakenOn)
                .When(file.Measure is { } m && !c.Progress.ContainsKey(m), "progress.no_such_measure", "measure", file.Measure);
        return reasons.Else(() => (IReadOnlyList<CaseEvent>)[.. Files.Select(f => new CaseEvent.EvidenceFiled(f))]);
    }
}
