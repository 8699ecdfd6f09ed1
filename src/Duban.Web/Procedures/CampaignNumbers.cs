using Duban.Domain.Cases;
using Duban.Domain.People;
using Duban.Domain.Procedures;
using Duban.Web.Cases.Lists;

namespace Duban.Web.Procedures;

/// <summary>A campaign and how far it is.</summary>
/// <param name="Campaign">The campaign.</param>
/// <param name="Procedure">What new cases walk.</param>
/// <param name="Open">Cases on the way.</param>
/// <param name="Overdue">Those of them that show red today.</param>
/// <param name="StruckOff">Struck off.</param>
/// <param name="LongTerm">Kept up for long: an honest end, not struck off.</param>
/// <param name="All">All registered, merged and void ones included.</param>
public sealed record CampaignLine(Campaign Campaign, Procedure Procedure, long Open, long Overdue, long StruckOff, long LongTerm, long All);

/// <summary>How far campaigns are, counted from the cases the reader may see.</summary>
public sealed class CampaignNumbers(Campaigns campaigns, ProcedureCatalog procedures, CaseTallies tallies, CampaignCases cases, City city)
{
    /// <summary>The unit of whose cases the numbers are: its whole subtree; the city for those who see it or keep its setup.</summary>
    public static UnitPath Of(Actor by) => Whole(by) ? by.Unit.City : Rights.Sees(by) ?? by.Unit;

    /// <summary>Every campaign, by code.</summary>
    public async Task<IReadOnlyList<CampaignLine>> All(Actor by, CancellationToken ct) => await Of(by, await campaigns.All(city.Code), ct);

    /// <summary>One campaign.</summary>
    public async Task<CampaignLine> Of(Actor by, Campaign campaign, CancellationToken ct) => (await Of(by, [campaign], ct))[0];

    private async Task<IReadOnlyList<CampaignLine>> Of(Actor by, IReadOnlyList<Campaign> several, CancellationToken ct)
    {
        // Tallies tell the whole city at once; of a part of it the rows are counted.
        var whole = Whole(by);
        var (counted, red) = (whole ? (await tallies.Now(ct)).Lines : await cases.ByStage(by, ct), await cases.Overdue(whole ? null : by, ct));
        var lines = new List<CampaignLine>(several.Count);
        foreach (var c in several)
        {
            long Count(Func<Tally, bool> which) => counted.Where(t => t.Campaign == c.Code && which(t)).Sum(t => t.Count);
            lines.Add(new(c, await procedures.Find(city.Code, c.Procedure, c.ProcedureVersion), Count(t => !t.Stage.IsEnd()), red.GetValueOrDefault(c.Code),
                Count(t => t.Stage == Stage.StruckOff), Count(t => t.Stage == Stage.LongTerm), Count(_ => true)));
        }
        return lines;
    }

    // An administrator keeps the city's setup and sees its numbers, though no case.
    private static bool Whole(Actor by) => by.Role == Role.Administrator || Rights.SeesUnassigned(by);
}
