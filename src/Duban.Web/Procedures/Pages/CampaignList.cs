using Duban.Domain.Cases;
using Duban.Domain.People;
using Duban.Domain.Procedures;
using Duban.Web.Cases.Lists;
using Duban.Web.People;

namespace Duban.Web.Procedures.Pages;

/// <summary>A campaign and how far it is.</summary>
/// <param name="Campaign">The campaign.</param>
/// <param name="Procedure">What new cases walk.</param>
/// <param name="Open">Cases on the way.</param>
/// <param name="Overdue">Those of them that show red today.</param>
/// <param name="StruckOff">Struck off.</param>
/// <param name="LongTerm">Kept up for long: an honest end, not struck off.</param>
/// <param name="All">All registered, merged and void ones included.</param>
public sealed record CampaignLine(Campaign Campaign, Procedure Procedure, long Open, long Overdue, long StruckOff, long LongTerm, long All);

/// <summary>The campaigns of the city.</summary>
/// <param name="Lines">By code.</param>
/// <param name="MayKeep">True for who may open one.</param>
public sealed record CampaignList(IReadOnlyList<CampaignLine> Lines, bool MayKeep)
{
    /// <summary>The page.</summary>
    public static async Task<IResult> Show(HttpContext http, Campaigns campaigns, ProcedureCatalog procedures, CaseTallies tallies, OverdueCases overdue, City city) =>
        CampaignsPage.Of(new(
            await Read(campaigns, procedures, tallies, overdue, city, http.RequestAborted), SetupRights.Refusal(SignedIn.ActorOf(http), SetupAct.KeepCampaign) is null));

    /// <summary>Every campaign with its numbers; whoever may look at setup sees the whole city's.</summary>
    public static async Task<IReadOnlyList<CampaignLine>> Read(
        Campaigns campaigns, ProcedureCatalog procedures, CaseTallies tallies, OverdueCases overdue, City city, CancellationToken ct)
    {
        var lines = new List<CampaignLine>();
        foreach (var c in await campaigns.All(city.Code)) lines.Add(await Of(c, procedures, tallies, overdue, city, ct));
        return lines;
    }

    /// <summary>One campaign with its numbers.</summary>
    public static async Task<CampaignLine> Of(Campaign c, ProcedureCatalog procedures, CaseTallies tallies, OverdueCases overdue, City city, CancellationToken ct)
    {
        var (sheet, red) = (await tallies.Now(ct), await overdue.ByCampaign(ct));
        long Count(Func<Tally, bool> which) => sheet.Lines.Where(t => t.Campaign == c.Code && which(t)).Sum(t => t.Count);
        return new(c, await procedures.Find(city.Code, c.Procedure, c.ProcedureVersion),
            Count(t => !t.Stage.IsEnd()), red.GetValueOrDefault(c.Code), Count(t => t.Stage == Stage.StruckOff), Count(t => t.Stage == Stage.LongTerm), Count(_ => true));
    }
}
