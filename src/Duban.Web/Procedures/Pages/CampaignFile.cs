using Duban.Domain;
using Duban.Domain.People;
using Duban.Domain.Procedures;
using Duban.Ledger;
using Duban.Web.Calendar;
using Duban.Web.People;
using Duban.Web.Shell;
using Duban.Web.Shell.Forms;

namespace Duban.Web.Procedures.Pages;

/// <summary>One campaign as its form: a new one, or one that is there.</summary>
/// <param name="Form">As typed.</param>
/// <param name="Code">The campaign's code; null for a new one.</param>
/// <param name="Reasons">Why it was refused.</param>
/// <param name="Procedures">All versions of all procedures.</param>
/// <param name="Offices">The units that may run one.</param>
/// <param name="Journal">Who changed it last, and what.</param>
/// <param name="MayKeep">False for who may only look.</param>
public sealed record CampaignFile(
    CampaignForm Form, string? Code, IReadOnlyList<Reason> Reasons, IReadOnlyList<Procedure> Procedures, IReadOnlyList<Unit> Offices, SetupJournal Journal, bool MayKeep)
{
    /// <summary>The number of this year's first slip as the campaign gives it; null for a new one.</summary>
    public string? FirstSlip { get; init; }

    /// <summary>The empty form.</summary>
    public static async Task<IResult> New(
        HttpContext http, ProcedureCatalog procedures, UnitRegister units, EventStore store, City city, WorkCalendars calendars, TimeProvider clock)
    {
        if (SetupRights.Refusal(SignedIn.ActorOf(http), SetupAct.KeepCampaign) is not null) return Results.StatusCode(StatusCodes.Status403Forbidden);
        var today = calendars.Of(city.Code).LocalDate(clock.GetUtcNow());
        return CampaignPage.Of(await Model(http, new(null, null, null, null, null, $"{today:yyyy-MM-dd}", null, Campaign.OrdinarySlips), null, [], procedures, units, store, city));
    }

    /// <summary>The form of one that is there.</summary>
    public static async Task<IResult> Show(HttpContext http, string code, Campaigns campaigns, ProcedureCatalog procedures, UnitRegister units, EventStore store, City city) =>
        await campaigns.Find(city.Code, code) is { } campaign
            ? CampaignPage.Of(await Model(http, CampaignForm.Of(campaign), campaign.Code, [], procedures, units, store, city) with
            {
                FirstSlip = campaign.SlipNumber(Words.Of(http).Today.Year, 1),
            })
            : Results.NotFound();

    /// <summary>Opens it.</summary>
    public static Task<IResult> Open(HttpContext http, SetupDesk desk, ProcedureCatalog procedures, UnitRegister units, EventStore store, City city, Flash flash) =>
        Keep(http, null, desk, procedures, units, store, city, flash);

    /// <summary>Changes it.</summary>
    public static async Task<IResult> Change(
        HttpContext http, string code, SetupDesk desk, Campaigns campaigns, ProcedureCatalog procedures, UnitRegister units, EventStore store, City city, Flash flash) =>
        await campaigns.Find(city.Code, code) is null ? Results.NotFound() : await Keep(http, code, desk, procedures, units, store, city, flash);

    private static async Task<IResult> Keep(
        HttpContext http, string? code, SetupDesk desk, ProcedureCatalog procedures, UnitRegister units, EventStore store, City city, Flash flash)
    {
        var read = await FormText.Read<CampaignForm>(http.Request);
        var seen = new SeenCampaign((await http.Request.ReadFormAsync(http.RequestAborted))["seen"].ToString(), Words.Of(http));
        var ruling = await desk.Keep(SignedIn.ActorOf(http), read, code, seen);
        if (SetupWords.Forbidden(ruling.Reasons)) return Results.StatusCode(StatusCodes.Status403Forbidden);
        if (!ruling.Allowed) return CampaignPage.Of(await Model(http, read.Form, code, ruling.Reasons, procedures, units, store, city), StatusCodes.Status422UnprocessableEntity);
        flash.Say(http, Words.Of(http)["campaign.saved", ruling.Facts[0].Code]);
        return Results.LocalRedirect($"/campaigns/{ruling.Facts[0].Code}");
    }

    /// <summary>Who changed a campaign last, and what.</summary>
    internal static async Task<SetupJournal> JournalOf(HttpContext http, string code, ProcedureCatalog procedures, UnitRegister units, EventStore store, City city)
    {
        var w = Words.Of(http);
        return await SetupChanges.Of(store, city.Code, $"campaign/{code}", w, new CampaignDifference(await procedures.All(city.Code), await units.Tree(http.RequestAborted), w).Of);
    }

    private static async Task<CampaignFile> Model(
        HttpContext http, CampaignForm form, string? code, IReadOnlyList<Reason> reasons, ProcedureCatalog procedures, UnitRegister units, EventStore store, City city) => new(
            form, code, reasons, await procedures.All(city.Code),
            [.. (await units.Tree(http.RequestAborted)).All.Where(u => u is { Active: true, Kind: UnitKind.Office or UnitKind.Bureau or UnitKind.City })],
            code is null ? new("", []) : await JournalOf(http, code, procedures, units, store, city),
            SetupRights.Refusal(SignedIn.ActorOf(http), SetupAct.KeepCampaign) is null);
}
