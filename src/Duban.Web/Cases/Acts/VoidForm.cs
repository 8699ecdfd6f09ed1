using Duban.Domain.Cases;
using Duban.Domain.Cases.Acts;

namespace Duban.Web.Cases.Acts;

/// <summary>提请作废.</summary>
/// <param name="Reason">Why there was no problem.</param>
public sealed record VoidForm(string? Reason) : IActForm
{
    /// <inheritdoc />
    public ICaseAct Read(ActReading r) => new AskSideTrack(new SideTrack.Void(ActReading.Words(Reason)));
}
