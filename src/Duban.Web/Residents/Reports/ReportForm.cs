using Duban.Domain;
using Duban.Domain.Cases;
using Duban.Domain.People;
using Duban.Web.Cases.Acts;

namespace Duban.Web.Residents.Reports;

/// <summary>A problem as somebody without an account reports it.</summary>
/// <param name="Words">What is wrong; at most 2,000 characters.</param>
/// <param name="Unit">Code of the township, or of the county or park when they do not know.</param>
/// <param name="Place">Where exactly, as people say it; at most 100 characters.</param>
/// <param name="Position">Longitude and latitude as a map shows them, or nothing.</param>
/// <param name="Contact">How to reach the writer; may stay empty.</param>
public sealed record ReportForm(string? Words, string? Unit, string? Place, string? Position, string? Contact)
{
    /// <summary>Longest place, in characters.</summary>
    public const int LongestPlace = 100;

    /// <summary>Photos taken along, at most.</summary>
    public const int Photos = 3;

    /// <summary>Reasons in the order of the page's fields.</summary>
    public static IReadOnlyList<Reason> InOrder(IEnumerable<Reason> reasons) => [.. reasons.OrderBy(r => Array.IndexOf(order, r.Field))];

    private static readonly string[] order = ["words", "unit", "place", "photos", "contact", "position"];

    /// <summary>What was said, or every reason why not.</summary>
    /// <param name="read">Reasons of the text itself: a field that could not be read is not also too long.</param>
    /// <param name="units">The city's units.</param>
    public (Reported Said, Reasons Reasons) Read(IReadOnlyList<Reason> read, UnitTree units)
    {
        var reasons = new Reasons().With(read);
        var (words, place, contact) = (ActReading.Words(Words), ActReading.Words(Place), ActReading.Optional(Contact));
        var own = new Reasons()
            .When(words.Length == 0, "field.required", "words").When(words.Length > ResidentWords.Longest, "residents.too_long", "words", ResidentWords.Longest)
            .When(place.Length == 0, "field.required", "place").When(place.Length > LongestPlace, "residents.too_long", "place", LongestPlace)
            .When(contact?.Length > ResidentWords.LongestContact, "residents.too_long", "contact", ResidentWords.LongestContact);
        var unit = UnitId.TryParse(ActReading.Optional(Unit), null, out var id) && units.Find(id) is { } found && Townships.Holds(found) ? found : null;
        if (unit is null) own.Add(string.IsNullOrWhiteSpace(Unit) ? new("field.required", "unit") : new("unit.unknown", "unit", Unit));
        // A telephone's map shows the country's own grid; only a satellite's reading is WGS-84.
        var point = ActReading.PointOf(Position, "GCJ-02");
        own.When(point is null && !string.IsNullOrWhiteSpace(Position), "field.no_position", "position");
        reasons.AddRange(own.Where(r => read.All(known => known.Field != r.Field)));
        return (new(words, unit, (point ?? new("")) with { Text = place }, contact), reasons);
    }
}

/// <summary>What somebody reported, read.</summary>
/// <param name="Words">What is wrong.</param>
/// <param name="Unit">The township, county or park; null when it is none.</param>
/// <param name="Place">Where exactly.</param>
/// <param name="Contact">How to reach them, or null.</param>
public sealed record Reported(string Words, Unit? Unit, Place Place, string? Contact);
