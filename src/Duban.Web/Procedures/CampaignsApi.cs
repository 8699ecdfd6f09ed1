using Duban.Domain;
using Duban.Domain.People;
using Duban.Ledger;
using Duban.Web.People;
using Duban.Web.Procedures.Pages;
using Duban.Web.Shell;
using Duban.Web.Shell.Forms;
using Duban.Web.Shell.Machines;

namespace Duban.Web.Procedures;

/// <summary>The machine doors of campaigns.</summary>
public static class CampaignsApi
{
    /// <summary>Maps the addresses below <c>/api/campaigns</c>.</summary>
    public static void MapCampaignsApi(this RouteGroupBuilder api)
    {
        var campaigns = api.MapGroup("/campaigns").WithTags("setup");
        campaigns.MapGet("", All).WithName("campaigns").Produces<IReadOnlyList<CampaignView>>().ProducesProblem(403).WithSummary("Every campaign with its numbers.");
        campaigns.MapGet("/{code}", One).WithName("campaign").Produces<CampaignView>().ProducesProblem(403).ProducesProblem(404)
            .WithSummary("One campaign with its numbers, and in ETag the mark of its state, to send as If-Match with a change.");
        campaigns.MapPost("", Open).WithName("campaign-new").Accepts<CampaignForm>("application/json").Answers<CampaignView>().WithSummary("Opens a campaign.");
        campaigns.MapPut("/{code}", Change).WithName("campaign-change").Accepts<CampaignForm>("application/json").Answers<CampaignView>().ProducesProblem(404).ProducesProblem(409)
            .HonoursIfMatch().WithSummary("Changes a campaign; running cases keep the procedure they were registered under.");
        campaigns.MapGet("/{code}/changes", Changes).WithName("campaign-changes").Produces<IReadOnlyList<SetupChange>>().ProducesProblem(403).ProducesProblem(404)
            .WithSummary("Who changed a campaign last, and what: the last ten changes.");
    }

    private static async Task<IResult> All(HttpContext http, CampaignNumbers numbers) =>
        SetupRights.Refusal(SignedIn.ActorOf(http), SetupAct.See) is { } no
            ? Problems.Refused([no])
            : Results.Ok((await numbers.All(SignedIn.ActorOf(http), http.RequestAborted)).Select(line => CampaignView.Of(line, SignedIn.ActorOf(http))));

    private static async Task<IResult> One(HttpContext http, string code, Campaigns campaigns, CampaignNumbers numbers, EventStore store, City city)
    {
        var by = SignedIn.ActorOf(http);
        if (SetupRights.Refusal(by, SetupAct.See) is { } no) return Problems.Refused([no]);
        if (await campaigns.Find(city.Code, code) is not { } c) return Problems.Unknown(new Reason("campaign.unknown", "code", code));
        MachineHeaders.Mark(http, await SetupChanges.MarkOf(store, city.Code, $"campaign/{code}"));
        return Results.Ok(CampaignView.Of(await numbers.Of(by, c, http.RequestAborted), by));
    }

    private static async Task<IResult> Changes(HttpContext http, string code, Campaigns campaigns, ProcedureCatalog procedures, UnitRegister units, EventStore store, City city) =>
        SetupRights.Refusal(SignedIn.ActorOf(http), SetupAct.See) is { } no ? Problems.Refused([no])
        : await campaigns.Find(city.Code, code) is null ? Problems.Unknown(new Reason("campaign.unknown", "code", code))
        : Results.Ok((await CampaignFile.JournalOf(http, code, procedures, units, store, city)).Last);

    private static Task<IResult> Open(HttpContext http, SetupDesk desk, CampaignNumbers numbers) => Keep(http, null, desk, numbers);

    private static async Task<IResult> Change(HttpContext http, string code, SetupDesk desk, Campaigns campaigns, CampaignNumbers numbers, City city) =>
        SetupRights.Refusal(SignedIn.ActorOf(http), SetupAct.KeepCampaign) is { } no ? Problems.Refused([no])
        : await campaigns.Find(city.Code, code) is null ? Problems.Unknown(new Reason("campaign.unknown", "code", code))
        : await Keep(http, code, desk, numbers);

    private static async Task<IResult> Keep(HttpContext http, string? code, SetupDesk desk, CampaignNumbers numbers)
    {
        var by = SignedIn.ActorOf(http);
        var seen = MachineHeaders.MarkSeen(http) is { } mark ? new SeenCampaign(mark, Words.Of(http)) : null;
        var ruling = await desk.Keep(by, await FormText.Read<CampaignForm>(http.Request), code, seen);
        return ruling.Allowed ? Results.Ok(CampaignView.Of(await numbers.Of(by, ruling.Facts[0], http.RequestAborted), by)) : Problems.RefusedOrFaster(ruling.Reasons);
    }
}

/// <summary>
/// A campaign with its numbers: cases on the way, those of them that are overdue, struck off, kept up for long, and all registered;
/// counted below the unit whose code stands last: what the caller may see.
/// </summary>
public sealed record CampaignView(
    string Code, string NameZh, string NameEn, string Procedure, string Office, DateOnly From, DateOnly? Until, string SlipPattern,
        long Open, long Overdue, long StruckOff, long LongTerm, long All, string Counted)
{
    internal static CampaignView Of(CampaignLine l, Actor by) => new(
        l.Campaign.Code, l.Campaign.Name.Zh, l.Campaign.Name.En, $"{l.Campaign.Procedure}/{l.Campaign.ProcedureVersion}", l.Campaign.Office.Value,
        l.Campaign.From, l.Campaign.Until, l.Campaign.SlipPattern, l.Open, l.Overdue, l.StruckOff, l.LongTerm, l.All, CampaignNumbers.Of(by).Unit.Value);
}
