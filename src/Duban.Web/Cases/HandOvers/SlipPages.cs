using Duban.Domain;
using Duban.Domain.Cases;
using Duban.Domain.People;
using Duban.Domain.Procedures;
using Duban.Web.People;
using Duban.Web.Procedures;
using Duban.Web.Shell;
using Duban.Web.Shell.Parts;

namespace Duban.Web.Cases.HandOvers;

/// <summary>交办单: the register of slips, and each as a sheet of paper.</summary>
public static class SlipPages
{
    /// <summary>The slips of a campaign that this reader may see; where none is chosen, of the one most urgent to sign for, else the first that has any.</summary>
    public static async Task<IResult> List(
        HttpContext http, string? campaign, string? number, HandOverDesk desk, SlipSigning signing, Campaigns campaigns, UnitRegister units, City city)
    {
        var by = SignedIn.ActorOf(http);
        var open = await signing.Open(by, http.RequestAborted);
        var all = await campaigns.All(city.Code);
        var typed = number?.Trim() is { Length: > 0 } text ? text : null;
        var code = typed is not null ? null : campaign is { Length: > 0 } ? campaign : open is [var urgent, ..] ? urgent.Campaign : await First(all, desk, http);
        var found = typed is not null ? await desk.Numbered(typed, Below(http), ct: http.RequestAborted) : await desk.Slips(code!);
        var shown = found.Where(s => Sees(http, s)).ToList();
        return SlipsPage.Of(new(code, shown, await units.Tree())
        {
            Campaigns = all,
            By = by,
            Waiting = open.ToDictionary(o => o.SlipId),
            Unsigned = await signing.Unsigned(shown, http.RequestAborted),
            Number = typed,
        });
    }

    private static async Task<string> First(IReadOnlyList<Campaign> all, HandOverDesk desk, HttpContext http)
    {
        var some = await desk.WithSlips(Below(http), http.RequestAborted);
        return (all.FirstOrDefault(c => some.Contains(c.Code)) ?? all.FirstOrDefault())?.Code ?? "";
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
    /// <summary>Campaigns to choose from.</summary>
    public IReadOnlyList<Campaign> Campaigns { get; init; } = [];

    /// <summary>Who looks.</summary>
    public required Actor By { get; init; }

    /// <summary>True for whoever hands over: the way leads back to the meeting.</summary>
    public bool HandsOver => Rights.Refusal(By, CaseAct.HandOver, null) is null;

    /// <summary>Slips with cases for the reader's unit to sign for, by their names.</summary>
    public IReadOnlyDictionary<string, OpenSlip> Waiting { get; init; } = new Dictionary<string, OpenSlip>();

    /// <summary>How many cases of a slip its unit has yet to sign for, by the slip's name.</summary>
    public IReadOnlyDictionary<string, long> Unsigned { get; init; } = new Dictionary<string, long>();

    /// <summary>The number that was asked for, as typed, or null.</summary>
    public string? Number { get; init; }
}
