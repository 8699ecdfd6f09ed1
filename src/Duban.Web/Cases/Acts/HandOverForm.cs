using Duban.Domain.Cases;
using Duban.Domain.Cases.Acts;

namespace Duban.Web.Cases.Acts;

/// <summary>交办.</summary>
/// <param name="To">The unit's code.</param>
/// <param name="Slip">The assignment slip's number.</param>
/// <param name="Due">The last day, e.g. <c>2021-03-31</c>.</param>
/// <param name="NoDueReason">Why there is no date, e.g. 立行立改.</param>
/// <param name="Basis">What the deadline rests on.</param>
/// <param name="Contact">Whom the unit may call.</param>
/// <param name="LaterWhy">Why the day is later than the list demands; passed over where it is not.</param>
public sealed record HandOverForm(string? To, string? Slip, string? Due, string? NoDueReason, string? Basis, string? Contact, string? LaterWhy = null) : IActForm
{
    /// <inheritdoc />
    public ICaseAct Read(ActReading r) => new HandOver(r.Unit(To, "to"), ActReading.Words(Slip), r.Day(Due, "due"),
        ActReading.Optional(Basis), ActReading.Optional(Contact), Instead(r.Case.Matter), ActReading.Optional(LaterWhy));

    // A typed day comes before the list's own word that nobody has touched.
    private string? Instead(Matter? matter) => ActReading.Optional(NoDueReason) is var said && ActReading.Optional(Due) is not null && said == matter?.DueWords ? null : said;
}
