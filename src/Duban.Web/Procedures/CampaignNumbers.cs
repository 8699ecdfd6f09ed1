using Duban.Domain.Cases;
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

/// <summary>How far campaigns are; whoever may look at setup sees the whole city's numbers.</summary>
public sealed class CampaignNumbers(Campaigns campaigns, ProcedureCatalog procedures, CaseTallies tallies, OverdueCases overdue, City city)
{
    /// <summary>Every campaign, by code.</summary>
    public async Task<IReadOnlyList<CampaignLine>> All(CancellationToken ct) => await Of(await campaigns.All(city.Code), ct);

    /// <summary>One campaign.</summary>
    public async Task<CampaignLine> Of(Campaign campaign, CancellationToken ct) => (await Of([campaign], ct))[0];

    private async Task<IReadOnlyList<CampaignLine>> Of(IReadOnlyList<Campaign> several, CancellationToken ct)
    {
        var (sheet, red) = (await tallies.Now(ct), await overdue.ByCampaign(ct));
        var lines = new List<CampaignLine>(several.Count);
        foreach (var c in several)
        {
            long Count(Func<Tally, bool> which) => sheet.Lines.Where(t => t.Campaign == c.Code && which(t)).Sum(t => t.Count);
            lines.Add(new(c, await procedures.Find(city.Code, c.Procedure, c.ProcedureVersion), Count(t => !t.Stage.IsEnd()), red.GetValueOrDefault(c.Code),
                Count(t => t.Stage == Stage.StruckOff), Count(t => t.Stage == Stage.LongTerm), Count(_ => true)));
        }
        return lines;
    }
}
