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
/// <param name="ProposedDue">The deadline it is to be handed over with; empty for none, absent to leave it as it is.</param>
/// <param name="DueWords">What stands in the place of a day, e.g. 立行立改; empty for nothing, absent to leave it as it is.</param>
public sealed record CorrectForm(
    string? Title, string? Description, string? Place, string? Sector, string? Source, string? Why, string? ProposedDue = null, string? DueWords = null) : IActForm
{
    /// <inheritdoc />
    public ICaseAct Read(ActReading r)
    {
        var now = r.Case.Matter ?? new Matter("", "", new Place(""), "", "");
        var due = ProposedDue is null ? now.ProposedDue : r.Day(ProposedDue, "proposedDue");
        var words = DueWords is null || IsShown(now.DueWords, DueWords) ? now.DueWords : ActReading.Optional(DueWords);
        // A day that is typed anew comes before the words that nobody has touched.
        if (due is not null && due != now.ProposedDue && words == now.DueWords) words = null;
        return new Correct(now with
        {
            Title = Kept(now.Title, Title),
            Description = ActReading.Words(Description),
            Place = now.Place with { Text = Kept(now.Place.Text, Place) },
            Sector = Kept(now.Sector, Sector),
            Source = Kept(now.Source, Source),
            ProposedDue = due,
            DueWords = words,
            // The cell of the list says this no longer.
            DueCell = (due, words) == (now.ProposedDue, now.DueWords) ? now.DueCell : null,
        }, ActReading.Words(Why));
    }

    private static string Kept(string now, string? typed) => IsShown(now, typed) ? now : ActReading.Words(typed);

    // A field of one line shows a text without its line breaks: what comes back like that was not touched.
    private static bool IsShown(string? now, string? typed) => OneLine(now) == OneLine(typed);

    private static string OneLine(string? text) => string.Concat((text ?? "").Where(c => c is not ('\n' or '\r'))).Trim();
}
