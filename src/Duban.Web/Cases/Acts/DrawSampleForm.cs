using Duban.Domain.Cases;
using Duban.Domain.Cases.Acts;

namespace Duban.Web.Cases.Acts;

/// <summary>抽样发码.</summary>
/// <param name="Affected">How many residents are affected.</param>
/// <param name="Size">How many codes to draw; nothing for as many as the procedure demands and are affected.</param>
public sealed record DrawSampleForm(string? Affected, string? Size) : IActForm
{
    /// <inheritdoc />
    public ICaseAct Read(ActReading r) => new DrawSample(r.Number(Affected, "affected"), r.NumberOrNothing(Size, "size"));
}
