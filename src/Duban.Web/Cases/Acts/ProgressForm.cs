using Duban.Domain.Cases;
using Duban.Domain.Cases.Acts;

namespace Duban.Web.Cases.Acts;

/// <summary>报进度.</summary>
/// <param name="Text">What changed.</param>
/// <param name="Percent">How far each measure is, 0 to 100, by its code; empty ones are left as they are.</param>
public sealed record ProgressForm(string? Text, IReadOnlyDictionary<string, string?>? Percent) : IActForm
{
    /// <inheritdoc />
    public ICaseAct Read(ActReading r) => new ReportProgress(ActReading.Words(Text), (Percent ?? new Dictionary<string, string?>())
        .Where(p => !string.IsNullOrWhiteSpace(p.Value)).DistinctBy(p => p.Key.Trim().ToUpperInvariant()).ToDictionary(p => p.Key.Trim().ToUpperInvariant(), p => r.Number(p.Value?.TrimEnd('%', ' '), $"percent.{p.Key.Trim().ToUpperInvariant()}")));
}
