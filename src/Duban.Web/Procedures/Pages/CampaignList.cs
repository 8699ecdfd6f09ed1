using Duban.Domain.People;
using Duban.Web.People;

namespace Duban.Web.Procedures.Pages;

/// <summary>The campaigns of the city.</summary>
/// <param name="Lines">By code.</param>
/// <param name="MayKeep">True for who may open one.</param>
/// <param name="Part">The unit of whose cases the numbers are, when they are not the whole city's; else null.</param>
public sealed record CampaignList(IReadOnlyList<CampaignLine> Lines, bool MayKeep, string? Part)
{
    /// <summary>The page.</summary>
    public static async Task<IResult> Show(HttpContext http, CampaignNumbers numbers, UnitRegister units)
    {
        var by = SignedIn.ActorOf(http);
        var part = CampaignNumbers.Of(by) is { Depth: > 1 } path ? (await units.Tree(http.RequestAborted)).Find(path.Unit)?.Name ?? path.Unit.Value : null;
        return CampaignsPage.Of(new(await numbers.All(by, http.RequestAborted), SetupRights.Refusal(by, SetupAct.KeepCampaign) is null, part));
    }
}
