using Duban.Domain.Cases;
using Duban.Domain.Cases.Acts;
using Duban.Web.Cases.Acts;

namespace Duban.Web.Cases.Pages;

/// <summary>立项登记 by hand.</summary>
/// <param name="Campaign">Code of the campaign, whose next number it gets.</param>
/// <param name="Title">Short name.</param>
/// <param name="Description">The problem in full.</param>
/// <param name="Place">Where.</param>
/// <param name="Sector">Field of work.</param>
/// <param name="Source">Where it came from.</param>
/// <param name="Level"><c>general</c>, <c>major</c> or nothing: graded later.</param>
/// <param name="ProposedUnit">Code of the unit it is meant for.</param>
/// <param name="ProposedDue">The deadline it is meant to have.</param>
/// <param name="Position">Longitude and latitude, perhaps with their datum; nothing leaves a lead's own.</param>
public sealed record RegisterForm(
    string? Campaign, string? Title, string? Description, string? Place, string? Sector, string? Source, string? Level, string? ProposedUnit, string? ProposedDue,
    string? Position = null) : IActForm
{
    /// <summary>What stands for the number while it is only judged: a number is taken once nothing is wrong.</summary>
    internal const string NoNumberYet = "-";

    /// <inheritdoc />
    public ICaseAct Read(ActReading r) => new Register(NoNumberYet, ActReading.Words(Campaign), new Matter(
        ActReading.Words(Title), ActReading.Words(Description), (r.Point(Position, "position") ?? r.Case.Matter?.Place ?? new Place("")) with { Text = ActReading.Words(Place) },
        ActReading.Words(Sector), ActReading.Words(Source))
    {
        ProposedUnit = ActReading.Optional(ProposedUnit) is null ? null : r.Unit(ProposedUnit, "proposedUnit").Id,
        ProposedDue = r.Day(ProposedDue, "proposedDue"),
    })
    {
        Level = ActReading.Optional(Level) is null ? null : r.Choice<Level>(Level, "level"),
    };
}

/// <summary>上报线索.</summary>
/// <param name="Title">The problem in a few words.</param>
/// <param name="Description">What was seen.</param>
/// <param name="Place">Where.</param>
/// <param name="Channel">How it became known; the reporter's post when nothing is typed.</param>
public sealed record LeadForm(string? Title, string? Description, string? Place, string? Channel) : IActForm
{
    /// <inheritdoc />
    public ICaseAct Read(ActReading r) => new ReportLead(
        ActReading.Optional(Channel) ?? r.Act.By.Role.ToString(), ActReading.Words(Title), ActReading.Words(Description), new Place(ActReading.Words(Place)));
}
