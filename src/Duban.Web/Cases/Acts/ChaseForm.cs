using Duban.Domain.Cases;
using Duban.Domain.Cases.Acts;

namespace Duban.Web.Cases.Acts;

/// <summary>催办.</summary>
/// <param name="Words">The reminder.</param>
public sealed record ChaseForm(string? Words) : IActForm
{
    /// <inheritdoc />
    public ICaseAct Read(ActReading r) => new Chase(ActReading.Words(Words));
}
