using Duban.Domain.Cases;
using Duban.Domain.Cases.Acts;

namespace Duban.Web.Cases.Acts;

/// <summary>申请转为长期坚持.</summary>
/// <param name="ReviewOn">When it is looked at again, within a year.</param>
/// <param name="Reason">Why it cannot be finished, and what is kept up.</param>
public sealed record LongTermForm(string? ReviewOn, string? Reason) : IActForm
{
    /// <inheritdoc />
    public ICaseAct Read(ActReading r) => new AskSideTrack(new SideTrack.LongTerm(r.Day(ReviewOn, "reviewOn", required: true) ?? r.Act.Today.AddDays(1), ActReading.Words(Reason)));
}
