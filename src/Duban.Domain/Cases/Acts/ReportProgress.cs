using System.Collections.Immutable;
using Duban.Domain.People;

namespace Duban.Domain.Cases.Acts;

/// <summary>报进度: what changed; percentages only for measures of the plan.</summary>
/// <param name="Text">What changed, or that nothing did.</param>
/// <param name="Percent">0 to 100 by measure code.</param>
public sealed record ReportProgress(string Text, IReadOnlyDictionary<string, int> Percent) : ICaseAct
{
    /// <inheritdoc />
    public CaseAct Kind => CaseAct.ReportProgress;

    /// <inheritdoc />
    public Ruling<CaseEvent> Decide(Case c, Act act)
    {
        var reasons = Standing.Of(Kind, c, act).Words(Text, "text", 4000);
        foreach (var (code, percent) in Percent)
            reasons.When(!c.Progress.ContainsKey(code), "progress.no_such_measure", $"percent.{code}", code)
                .When(percent is < 0 or > 100, "progress.percent", $"percent.{code}", code, percent);
        return reasons.Else<CaseEvent>(() => new CaseEvent.ProgressReported(Text, Percent.ToImmutableSortedDictionary(StringComparer.Ordinal)));
    }
}
