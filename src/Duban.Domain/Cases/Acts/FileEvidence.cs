using Duban.Domain.People;

namespace Duban.Domain.Cases.Acts;

/// <summary>传佐证: a file of this case; the same file cannot be both before and after.</summary>
public sealed record FileEvidence(Evidence Evidence) : ICaseAct
{
    /// <inheritdoc />
    public CaseAct Kind => CaseAct.FileEvidence;

    /// <inheritdoc />
    public Ruling<CaseEvent> Decide(Case c, Act act) => Standing.Of(Kind, c, act)
        .Words(Evidence.Point, "point", 100)
        .When(c.Evidence.Any(e => e.Sha256 == Evidence.Sha256), "evidence.same_file", "file", Evidence.Name)
        .When(Evidence.Kind != EvidenceKind.Document && !Evidence.MediaType.StartsWith("image/", StringComparison.Ordinal), "evidence.not_a_photo", "file", Evidence.Name)
        .When(Evidence.TakenOn > act.Today, "date.future", "takenOn", Evidence.TakenOn)
        .When(Evidence.Measure is { } m && !c.Progress.ContainsKey(m), "progress.no_such_measure", "measure", Evidence.Measure)
        .Else<CaseEvent>(() => new CaseEvent.EvidenceFiled(Evidence));
}
