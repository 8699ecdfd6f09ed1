using Duban.Domain.Cases;
using Duban.Domain.Cases.Acts;

namespace Duban.Web.Cases.Acts;

/// <summary>方案审定.</summary>
/// <param name="Approve"><c>yes</c> or <c>no</c>.</param>
/// <param name="Opinion">The approver's words.</param>
public sealed record DecidePlanForm(string? Approve, string? Opinion) : IActForm
{
    /// <inheritdoc />
    public ICaseAct Read(ActReading r) => new DecidePlan(r.YesNo(Approve, "approve"), ActReading.Words(Opinion));
}
