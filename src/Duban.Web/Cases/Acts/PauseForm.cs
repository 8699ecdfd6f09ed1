using Duban.Domain.Cases;
using Duban.Domain.Cases.Acts;

namespace Duban.Web.Cases.Acts;

/// <summary>申请暂停.</summary>
/// <param name="From">First paused day.</param>
/// <param name="Until">Last paused day.</param>
/// <param name="Reason">Why.</param>
public sealed record PauseForm(string? From, string? Until, string? Reason) : IActForm
{
    /// <inheritdoc />
    public ICaseAct Read(ActReading r)
    {
        var from = r.Day(From, "from", required: true) ?? r.Act.Today;
        return new AskSideTrack(new SideTrack.Pause(from, r.Day(Until, "until", required: true) ?? from, ActReading.Words(Reason)));
    }
}
