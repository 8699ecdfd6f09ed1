using Duban.Domain;
using Duban.Domain.Cases;
using Duban.Domain.People;
using Duban.Web.People;
using Duban.Web.Procedures;
using Duban.Web.Shell;
using Duban.Web.Shell.Parts;

namespace Duban.Web.Cases.HandOvers;

/// <summary>交办单: the register of slips, and each as a sheet of paper.</summary>
public static class SlipPages
{
    /// <summary>The slips of a campaign that this reader may see.</summary>
    public static async Task<IResult> List(HttpContext http, string? campaign, string? number, HandOverDesk desk, Campaigns campaigns, UnitRegister units, City city)
    {
        if (number?.Trim() is { Length: > 0 } typed)
        {
            var found = await desk.Numbered(typed, Below(http), ct: http.RequestAborted);
            return SlipsPage.Of(new(null, [.. found.Where(s => Sees(http, s))], await units.Tree()) { Number = typed });
        }
        var code = campaign is { Length: > 0 } ? campaign : (await campaigns.All(city.Code)).FirstOrDefault()?.Code ?? "";
        return SlipsPage.Of(new(code, [.. (await desk.Slips(code)).Where(s => Sees(http, s))], await units.Tree()));
    }

    /// <summary>One slip, A4.</summary>
    public static async Task<IResult> Print(HttpContext http, string id, Slips slips) =>
        await slips.Sheet(http, id) is { } sheet ? SlipPrintPage.Of(new([sheet], new WayStep(Words.Of(http)["slips.title"], "/slips"))) : Results.NotFound();

    /// <summary>All slips of a campaign, a sheet each.</summary>
    public static async Task<IResult> PrintAll(HttpContext http, string? campaign, HandOverDesk desk, Slips slips)
    {
        var sheets = new List<SlipView>();
        foreach (var slip in await desk.Slips(campaign ?? ""))
            if (await slips.Sheet(http, slip.SlipId) is { } sheet) sheets.Add(sheet);
        var back = new WayStep(Words.Of(http)["slips.title"], $"/slips?campaign={Uri.EscapeDataString(campaign ?? "")}");
        return sheets.Count == 0 ? Results.NotFound() : SlipPrintPage.Of(new(sheets, back));
    }

    /// <summary>The unit below which a reader sees slips; null for the whole city.</summary>
    internal static UnitPath? Below(HttpContext http) => SignedIn.ActorOf(http) is var by && Rights.SeesUnassigned(by) ? null : Rights.Sees(by);

    internal static bool Sees(HttpContext http, SlipRow slip) => Rights.Refusal(SignedIn.ActorOf(http), CaseAct.See, new UnitPath(slip.UnitPath)) is null;
}

/// <summary>Slips to print.</summary>
/// <param name="Sheets">One after the other.</param>
/// <param name="Back">Where the reader came from.</param>
public sealed record SlipSheets(IReadOnlyList<SlipView> Sheets, WayStep Back);

/// <summary>The register of slips.</summary>
/// <param name="Campaign">Of one campaign; null where a number was asked for.</param>
/// <param name="Slips">Those the reader may see.</param>
/// <param name="Units">The city's units.</param>
public sealed record SlipRegister(string? Campaign, IReadOnlyList<SlipRow> Slips, UnitTree Units)
{
    /// <summary>The number that was asked for, as typed, or null.</summary>
    public string? Number { get; init; }
}
