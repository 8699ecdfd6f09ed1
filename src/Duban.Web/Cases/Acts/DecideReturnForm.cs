using Duban.Domain.Cases;
using Duban.Domain.Cases.Acts;

namespace Duban.Web.Cases.Acts;

/// <summary>审批退单.</summary>
/// <param name="Grant"><c>yes</c>: the office takes it back; <c>no</c>: the unit keeps it.</param>
/// <param name="Opinion">The office's words.</param>
public sealed record DecideReturnForm(string? Grant, string? Opinion) : IActForm
{
    /// <inheritdoc />
    public ICaseAct Read(ActReading r) => new DecideReturn(r.YesNo(Grant, "grant"), ActReading.Words(Opinion));
}
