using Duban.Domain.Cases;
using Duban.Domain.Cases.Acts;

namespace Duban.Web.Cases.Acts;

/// <summary>转办.</summary>
/// <param name="To">Code of a unit below.</param>
/// <param name="Note">What it is asked to do.</param>
public sealed record ForwardForm(string? To, string? Note) : IActForm
{
    /// <inheritdoc />
    public ICaseAct Read(ActReading r) => new Forward(r.Unit(To, "to"), ActReading.Words(Note));
}
