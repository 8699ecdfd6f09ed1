using Duban.Domain.Cases;
using Duban.Domain.Cases.Acts;

namespace Duban.Web.Cases.Acts;

/// <summary>自查申请销号.</summary>
/// <param name="Statement">The unit's statement of its self-check.</param>
public sealed record ApplyForm(string? Statement) : IActForm
{
    /// <inheritdoc />
    public ICaseAct Read(ActReading r) => new ApplyForStrikeOff(ActReading.Words(Statement));
}
