using Duban.Domain.People;
using Duban.Web.People;

namespace Duban.Web.Procedures.Pages;

/// <summary>The campaigns of the city.</summary>
/// <param name="Lines">By code.</param>
/// <param name="MayKeep">True for who may open one.</param>
public sealed record CampaignList(IReadOnlyList<CampaignLine> Lines, bool MayKeep)
{
    /// <summary>The page.</summary>
    public static async Task<IResult> Show(HttpContext http, CampaignNumbers numbers) =>
        CampaignsPage.Of(new(await numbers.All(http.RequestAborted), SetupRights.Refusal(SignedIn.ActorOf(http), SetupAct.KeepCampaign) is null));
}
