using Duban.Domain.Cases;
using Duban.Domain.Cases.Acts;

namespace Duban.Web.Cases.Acts;

/// <summary>审批延期、暂停、长期坚持、合并、作废.</summary>
/// <param name="Grant"><c>yes</c> or <c>no</c>.</param>
/// <param name="Opinion">The signer's words.</param>
public sealed record DecideForm(string? Grant, string? Opinion) : IActForm
{
    /// <inheritdoc />
    public ICaseAct Read(ActReading r) => new DecideSideTrack(r.YesNo(Grant, "grant"), ActReading.Words(Opinion));
}
