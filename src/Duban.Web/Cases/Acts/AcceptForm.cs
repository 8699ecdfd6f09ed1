using Duban.Domain.Cases;
using Duban.Domain.Cases.Acts;

namespace Duban.Web.Cases.Acts;

/// <summary>市级验收.</summary>
/// <param name="Passed"><c>yes</c> or <c>no</c>.</param>
/// <param name="Opinion">The acceptor's words.</param>
public sealed record AcceptForm(string? Passed, string? Opinion) : IActForm
{
    /// <inheritdoc />
    public ICaseAct Read(ActReading r) => new AcceptForCity(r.YesNo(Passed, "passed"), ActReading.Words(Opinion));
}
