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
    public static async Task<IResult> List(HttpContext http, string? campaign, HandOverDesk desk, Campaigns campaigns, UnitRegister units, City city)
    {
        var code = campaign is { Length: > 0 } ? campaign : (await campaigns.All(city.Code)).FirstOrDefault()?.Code ?? "";
        return SlipsPage.Of(new(code, [.. (await desk.Slips(code)).Where(s => Sees(http, s))], await units.Tree()));
    }

    /// <summary>One slip, A4.</summary>
    public static async Task<IResult> Print(HttpContext http, string id, HandOverDesk desk, CaseLedger ledger, UnitRegister units, City city) =>
        await Sheet(http, id, desk, ledger, units, city) is { } sheet ? SlipPrintPage.Of([sheet]) : Results.NotFound();

    /// <summary>All slips of a campaign, a sheet each.</summary>
    public static async Task<IResult> PrintAll(HttpContext http, string? campaign, HandOverDesk desk, CaseLedger ledger, UnitRegister units, City city)
    {
        var sheets = new List<SlipView>();
        foreach (var slip in await desk.Slips(campaign ?? ""))
            if (await Sheet(http, slip.SlipId, desk, ledger, units, city) is { } sheet) sheets.Add(sheet);
        return sheets.Count == 0 ? Results.NotFound() : SlipPrintPage.Of(sheets);
    }

    private static async Task<SlipView?> Sheet(HttpContext http, string id, HandOverDesk desk, CaseLedger ledger, UnitRegister units, City city)
    {
        if (await desk.Find(id) is not { } found || !Sees(http, found.Slip)) return null;
        var (w, tree, slip) = (Words.Of(http), await units.Tree(), found.Slip);
        var rows = new List<Shell.Parts.SlipRow>();
        foreach (var one in found.Cases)
            if (await ledger.Known(city.Code, one) is { Matter: { } matter } c)
                rows.Add(new(one.Value, matter.Title, matter.Description, c.Level is { } level ? w[$"level.{CaseRow.Word(level)}"] : "", c.Level == Level.Major,
                    matter.Measures ?? "", c.TotalClock?.Named is { } due ? w.PaperDay(due) : matter.DueWords ?? "–"));
        var unit = tree.Find(new UnitId(slip.Unit));
        var addressee = unit?.FullName is { Length: > 0 } full ? full : unit?.Name ?? slip.Unit;
        return new SlipView(city.Name, slip.Number, addressee, w["slips.opening", rows.Count, w.PaperDay(slip.SignBy)], slip.HandedOn, rows)
        {
            SignBy = w.PaperDay(slip.SignBy),
            Keys = [(w["hand_over.sign_by"], w.PaperDay(slip.SignBy)), (w["hand_over.contact"], slip.Contact ?? "–")],
            Check = slip.SlipId,
        };
    }

    private static bool Sees(HttpContext http, SlipRow slip) => Rights.Refusal(SignedIn.ActorOf(http), CaseAct.See, new UnitPath(slip.UnitPath)) is null;
}

/// <summary>The register of slips.</summary>
public sealed record SlipRegister(string Campaign, IReadOnlyList<SlipRow> Slips, UnitTree Units);
