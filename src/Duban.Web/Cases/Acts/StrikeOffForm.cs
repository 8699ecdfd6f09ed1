using Duban.Domain.Cases;
using Duban.Domain.Cases.Acts;

namespace Duban.Web.Cases.Acts;

/// <summary>销号.</summary>
/// <param name="Opinion">The filing words.</param>
public sealed record StrikeOffForm(string? Opinion) : IActForm
{
    /// <inheritdoc />
    public ICaseAct Read(ActReading r) => new StrikeOff(ActReading.Words(Opinion));
}
