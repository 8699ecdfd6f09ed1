using Duban.Domain.Cases;
using Duban.Domain.Cases.Acts;

namespace Duban.Web.Cases.Acts;

/// <summary>报进度.</summary>
/// <param name="Text">What changed.</param>
/// <param name="Percent">How far each measure is, 0 to 100, by its code; empty ones are left as they are.</param>
public sealed record ProgressForm(string? Text, IReadOnlyDictionary<string, string?>? Percent) : IActForm
{
    /// <inheritdoc />
    public ICaseAct Read(ActReading r)
    {
        var typed = from p in Percent ?? new Dictionary<string, string?>()
                    where !string.IsNullOrWhiteSpace(p.Value)
                    select (Code: p.Key.Trim().ToUpperInvariant(), Typed: p.Value?.TrimEnd('%', ' '));
        return new ReportProgress(
            ActReading.Words(Text), typed.DistinctBy(p => p.Code).ToDictionary(p => p.Code, p => r.Number(p.Typed, $"percent.{p.Code}")));
    }
}
