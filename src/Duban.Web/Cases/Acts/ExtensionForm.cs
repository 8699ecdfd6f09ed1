using Duban.Domain.Cases;
using Duban.Domain.Cases.Acts;

namespace Duban.Web.Cases.Acts;

/// <summary>申请延期.</summary>
/// <param name="To">The later last day.</param>
/// <param name="Reason">Why.</param>
public sealed record ExtensionForm(string? To, string? Reason) : IActForm
{
    /// <inheritdoc />
    public ICaseAct Read(ActReading r) => new AskSideTrack(new SideTrack.Extension(r.Day(To, "to", required: true) ?? DateOnly.MaxValue, ActReading.Words(Reason)));
}
