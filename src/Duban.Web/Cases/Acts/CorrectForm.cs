using Duban.Domain.Cases;
using Duban.Domain.Cases.Acts;

namespace Duban.Web.Cases.Acts;

/// <summary>更正.</summary>
/// <param name="Title">Short name.</param>
/// <param name="Description">The problem in full.</param>
/// <param name="Place">Where.</param>
/// <param name="Sector">Field of work.</param>
/// <param name="Source">Where it came from.</param>
/// <param name="Why">Why it is corrected.</param>
public sealed record CorrectForm(string? Title, string? Description, string? Place, string? Sector, string? Source, string? Why) : IActForm
{
    /// <inheritdoc />
    public ICaseAct Read(ActReading r)
    {
        var now = r.Case.Matter ?? new Matter("", "", new Place(""), "", "");
        return new Correct(now with
        {
            Title = ActReading.Words(Title),
            Description = ActReading.Words(Description),
            Place = now.Place with { Text = ActReading.Words(Place) },
            Sector = ActReading.Words(Sector),
            Source = ActReading.Words(Source),
        }, ActReading.Words(Why));
    }
}
