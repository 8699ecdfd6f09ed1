using System.Security.Cryptography;
using System.Text;
using Duban.Domain;
using Duban.Domain.Cases;
using Duban.Domain.Cases.Acts;
using Duban.Domain.People;
using Duban.Domain.Procedures;
using Duban.Web.People;
using Duban.Web.Procedures;
using Duban.Web.Shell;

namespace Duban.Web.Cases.HandOvers;

/// <summary>集中交办 in the browser: look at every unit's part, re-allot, then hand all of it over in one act.</summary>
public static class HandOverPages
{
    /// <summary>Maps <c>/hand-over</c> and <c>/slips</c>.</summary>
    public static void MapHandOverPages(this RouteGroupBuilder pages)
    {
        pages.MapGet("/hand-over", Show);
        pages.MapPost("/hand-over", HandOver);
        pages.MapPost("/hand-over/allot", Allot);
        pages.MapGet("/slips", SlipPages.List);
        pages.MapGet("/slips/print", SlipPages.PrintAll);
        pages.MapGet("/slips/{id}", SlipPages.Print);
    }

    private static async Task<IResult> Show(HttpContext http, string? campaign, string? unit, HandOverDesk desk, Campaigns campaigns, ProcedureCatalog procedures, UnitRegister units, City city, CaseDoor door) =>
        May(http) ?? HandOverPage.Of(await Model(http, campaign, unit, [], desk, campaigns, procedures, units, city, door));

    private static async Task<IResult> HandOver(HttpContext http, HandOverDesk desk, Campaigns campaigns, ProcedureCatalog procedures, UnitRegister units, City city, CaseDoor door)
    {
        if (May(http) is { } no) return no;
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var (by, code) = (SignedIn.ActorOf(http), form["campaign"].ToString());
        var waiting = await desk.Waiting(by, code);
        // What is handed over is what was on the screen: a list that has changed is shown again first.
        var reasons = new Reasons().When(Mark(waiting) != form["mark"].ToString(), "batch.changed")
            .When(waiting.Any(l => l.Unit is null), "batch.no_unit", null, waiting.Count(l => l.Unit is null));
        if (reasons.Count == 0)
        {
            var allotments = waiting.Select(l => new Allotment(new CaseId(l.Case), new UnitId(l.Unit!), l.ProposedDue, l.ProposedDue is null ? l.DueWords ?? "时限待定" : null)).ToList();
            switch (await desk.HandOver(by, code, allotments, Acts.ActReading.Optional(form["basis"]), Acts.ActReading.Optional(form["contact"])))
            {
                case BatchAnswer.Done done:
                    http.RequestServices.GetRequiredService<Flash>().Say(http, Words.Of(http)["hand_over.done", done.Cases, done.Slips.Count]);
                    return Results.LocalRedirect($"/slips?campaign={Uri.EscapeDataString(code)}");
                case BatchAnswer.Refused refused:
                    reasons.AddRange(refused.Reasons.Select(r => r.Case.Value is null ? r.Reason : new Reason("batch.case", null, r.Case.Value, ReasonWords.Of(r.Reason, Words.Of(http)))));
                    break;
            }
        }
        return HandOverPage.Of(await Model(http, code, null, reasons, desk, campaigns, procedures, units, city, door), 422);
    }

    private static async Task<IResult> Allot(HttpContext http, UnitRegister units, CaseLedger ledger, CaseDoor door, City city)
    {
        if (May(http) is { } no) return no;
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var tree = await units.Tree();
        var act = door.ActOf(SignedIn.ActorOf(http));
        if (UnitId.TryParse(form["to"], null, out var to) && tree.Find(to) is { Active: true } unit && unit.Kind is not (UnitKind.City or UnitKind.Office))
            foreach (var id in form["case"].Distinct())
                if (CaseId.TryParse(id, null, out var one) && await ledger.Load(city.Code, one) is { Matter: { } matter } c && matter.ProposedUnit != to)
                    await ledger.Ask(city.Code, new Asked(one, new Correct(matter with { ProposedUnit = to }, $"改派 {unit.Name}"), c.Version), act);
        return Results.LocalRedirect($"/hand-over?campaign={Uri.EscapeDataString(form["campaign"].ToString())}&unit={Uri.EscapeDataString(form["unit"].ToString())}");
    }

    private static async Task<HandingOver> Model(
        HttpContext http, string? code, string? unit, IReadOnlyList<Reason> reasons, HandOverDesk desk, Campaigns campaigns, ProcedureCatalog procedures, UnitRegister units, City city, CaseDoor door)
    {
        var all = await campaigns.All(city.Code);
        var campaign = all.FirstOrDefault(c => c.Code == code) ?? (all.Count > 0 ? all[0] : null);
        var by = SignedIn.ActorOf(http);
        var waiting = campaign is null ? [] : await desk.Waiting(by, campaign.Code);
        var tree = await units.Tree();
        var parts = waiting.GroupBy(l => l.Unit).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new UnitPart(g.Key, g.Key is null ? null : tree.Find(new UnitId(g.Key))?.Name ?? g.Key, [.. g.OrderBy(l => l.Case, StringComparer.Ordinal)])).ToList();
        var signBy = campaign is null ? default : Duban.Domain.Cases.Acts.HandOver.SignBy(await procedures.Find(city.Code, campaign.Procedure, campaign.ProcedureVersion), door.ActOf(by));
        var targets = tree.All.Where(u => u is { Active: true, Kind: UnitKind.County or UnitKind.Park or UnitKind.Bureau }).ToList();
        return new(all, campaign, parts, parts.FirstOrDefault(p => p.Unit == unit) ?? (parts.Count > 0 ? parts[0] : null), targets, signBy, Mark(waiting), reasons);
    }

    private static string Mark(IReadOnlyList<CaseLine> lines) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join("\n", lines.Select(l => $"{l.Case} {l.Unit} {l.ProposedDue}")))))[..16];

    private static IResult? May(HttpContext http) =>
        Rights.Refusal(SignedIn.ActorOf(http), CaseAct.HandOver, null) is null ? null : Results.StatusCode(StatusCodes.Status403Forbidden);
}

/// <summary>The desk as it stands.</summary>
/// <param name="Campaigns">To choose from.</param>
/// <param name="Campaign">The one shown, or null when there is none.</param>
/// <param name="Parts">Each unit's part.</param>
/// <param name="Shown">The part whose cases are shown.</param>
/// <param name="Targets">Units a case can be re-allotted to.</param>
/// <param name="SignBy">The receipt clock's day.</param>
/// <param name="Mark">What the list was when it was shown.</param>
/// <param name="Reasons">Why the last try was refused.</param>
public sealed record HandingOver(
    IReadOnlyList<Campaign> Campaigns, Campaign? Campaign, IReadOnlyList<UnitPart> Parts, UnitPart? Shown, IReadOnlyList<Unit> Targets, DateOnly SignBy, string Mark, IReadOnlyList<Reason> Reasons)
{
    /// <summary>Cases in all.</summary>
    public int Cases => Parts.Sum(p => p.Lines.Count);
}

/// <summary>What one unit gets.</summary>
public sealed record UnitPart(string? Unit, string? Name, IReadOnlyList<CaseLine> Lines)
{
    /// <summary>Major hazards among them.</summary>
    public int Major => Lines.Count(l => l.Level == "major");

    /// <summary>The earliest deadline, or null.</summary>
    public DateOnly? Earliest => Lines.Min(l => l.ProposedDue);
}
