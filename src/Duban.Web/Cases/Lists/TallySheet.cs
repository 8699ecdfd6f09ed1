using Duban.Domain.Cases;
using Duban.Domain.People;
using Duban.Domain.Procedures;

namespace Duban.Web.Cases.Lists;

/// <summary>So many cases of a campaign stand in an area at a stage.</summary>
/// <param name="Campaign">Its code, or empty for leads.</param>
/// <param name="Area">Code of the county, park or bureau; empty while nobody has them.</param>
/// <param name="Stage">How far they are.</param>
/// <param name="Awaits">The step they wait for, or null.</param>
/// <param name="Hand">In whose hands they are today, or null at an end.</param>
/// <param name="Count">How many.</param>
public sealed record Tally(string Campaign, string Area, Stage Stage, Step? Awaits, Hand? Hand, long Count);

/// <summary>The tallies of a city at one moment; a few hundred lines however many cases there are.</summary>
public sealed record TallySheet(IReadOnlyList<Tally> Lines)
{
    /// <summary>How many of these cases the reader sees; null when the tallies cannot tell, because they know areas and no unit below.</summary>
    /// <param name="by">Who looks.</param>
    /// <param name="which">Which lines count.</param>
    /// <param name="campaign">A campaign's code, or null for all.</param>
    /// <param name="unit">An area, or null for all.</param>
    public long? Count(Actor by, Func<Tally, bool> which, string? campaign = null, UnitPath? unit = null)
    {
        if (Rights.Sees(by) is not { } seen) return 0;
        if (seen.Depth > 2 || unit is { Depth: > 2 }) return null;
        var (own, asked) = (seen.Area?.Value, unit?.Area?.Value);
        var unassigned = Rights.SeesUnassigned(by);
        return Lines.Where(t => (own is null || t.Area == own) && (asked is null || t.Area == asked)
            && (campaign is null || t.Campaign == campaign) && (unassigned || Assigned(t.Stage)) && which(t)).Sum(t => t.Count);
    }

    // Merged and void cases may never have had a unit; the tallies do not tell, and a unit's numbers leave them out.
    private static bool Assigned(Stage stage) => stage.IsHeld() || stage is Stage.StruckOff or Stage.LongTerm;
}
