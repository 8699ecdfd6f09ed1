using System.Text;
using Duban.Domain;
using Duban.Domain.Calendar;
using Duban.Domain.People;
using Duban.Domain.Procedures;
using Duban.Ledger;
using Duban.Web.Calendar;
using Duban.Web.Calendar.Pages;
using Duban.Web.Documents;
using Duban.Web.People;
using Duban.Web.Procedures.Pages;
using Duban.Web.Shell;
using Duban.Web.Shell.Forms;
using Duban.Web.Shell.Machines;
using Microsoft.AspNetCore.Mvc;

namespace Duban.Web.Procedures;

/// <summary>The machine doors of campaigns, procedures and the calendar.</summary>
public static class SetupApi
{
    /// <summary>Maps the addresses below <c>/api</c>.</summary>
    public static void MapSetupApi(this RouteGroupBuilder api)
    {
        var campaigns = api.MapGroup("/campaigns").WithTags("setup");
        campaigns.MapGet("", Campaigns).WithName("campaigns").Produces<IReadOnlyList<CampaignView>>().ProducesProblem(403).WithSummary("Every campaign with its numbers.");
        campaigns.MapGet("/{code}", Campaign).WithName("campaign").Produces<CampaignView>().ProducesProblem(403).ProducesProblem(404)
            .WithSummary("One campaign with its numbers, and in ETag the mark of its state, to send as If-Match with a change.");
        campaigns.MapPost("", Open).WithName("campaign-new").Accepts<CampaignForm>("application/json").Answers<CampaignView>().WithSummary("Opens a campaign.");
        campaigns.MapPut("/{code}", Change).WithName("campaign-change").Accepts<CampaignForm>("application/json").Answers<CampaignView>().ProducesProblem(404).ProducesProblem(409)
            .HonoursIfMatch().WithSummary("Changes a campaign; running cases keep the procedure they were registered under.");
        campaigns.MapGet("/{code}/changes", CampaignChanges).WithName("campaign-changes").Produces<IReadOnlyList<SetupChange>>().ProducesProblem(403).ProducesProblem(404)
            .WithSummary("Who changed a campaign last, and what: the last ten changes.");

        var procedures = api.MapGroup("/procedures").WithTags("setup");
        procedures.MapGet("", Procedures).WithName("procedures").Produces<IReadOnlyList<Procedure>>().ProducesProblem(403).WithSummary("All versions of all procedures.");
        procedures.MapGet("/{code}/{version:int}", One).WithName("procedure").Produces<Procedure>().ProducesProblem(404).WithSummary("One version of a procedure.");
        procedures.MapPost("", Add).WithMetadata(new RequestSizeLimitAttribute(TypedOrFile.Most)).WithName("procedure-new").Accepts<Procedure>("application/json").Answers<Procedure>().WithSummary("A new version; those that are there never change.");

        var calendar = api.MapGroup("/calendar").WithTags("setup");
        calendar.MapGet("", Years).WithName("calendar-years").Produces<IReadOnlyList<CalendarYear>>().WithSummary("The years in force, with the notices they rest on.");
        calendar.MapGet("/due", Due).WithName("calendar-due").Produces<DueView>().ProducesProblem(422).WithSummary("Works out a due date: from (2021-02-10, not counted) and working_days (0 to 10,000).");
        calendar.MapPost("", Replace).WithMetadata(new RequestSizeLimitAttribute(TypedOrFile.Most)).WithName("calendar-replace").Accepts<CalendarYear>("application/json").Answers<CalendarYear>().ProducesProblem(409)
            .HonoursIfMatch().WithSummary("Puts a year in force, in place of what the city had for it.");
        calendar.MapGet("/{year:int}", Year).WithName("calendar-year").Produces<CalendarYear>().ProducesProblem(404)
            .WithSummary("One year in force, and in ETag the mark of its state, to send as If-Match with the year that is to replace it.");
        calendar.MapGet("/{year:int}/changes", YearChanges).WithName("calendar-changes").Produces<IReadOnlyList<SetupChange>>().ProducesProblem(403)
            .WithSummary("Who changed a year last, and which days: the last ten changes.");
        calendar.MapPost("/days", ChangeDay).WithName("calendar-day").Accepts<DayForm>("application/json").Answers<CalendarYear>()
            .WithSummary("Decides that one day is worked (yes) or off (no), and why; the year as it stands then.");
    }

    private static RouteHandlerBuilder Answers<T>(this RouteHandlerBuilder endpoint) => endpoint.Produces<T>().ProducesProblem(403).ProducesProblem(422);

    private static async Task<IResult> Campaigns(HttpContext http, CampaignNumbers numbers) =>
        SetupRights.Refusal(SignedIn.ActorOf(http), SetupAct.See) is { } no
            ? Problems.Refused([no])
            : Results.Ok((await numbers.All(SignedIn.ActorOf(http), http.RequestAborted)).Select(line => CampaignView.Of(line, SignedIn.ActorOf(http))));

    private static async Task<IResult> Campaign(HttpContext http, string code, Campaigns campaigns, CampaignNumbers numbers, EventStore store, City city)
    {
        var by = SignedIn.ActorOf(http);
        if (SetupRights.Refusal(by, SetupAct.See) is { } no) return Problems.Refused([no]);
        if (await campaigns.Find(city.Code, code) is not { } c) return Problems.Unknown(new Reason("campaign.unknown", "code", code));
        await Marked(http, store, city, $"campaign/{code}");
        return Results.Ok(CampaignView.Of(await numbers.Of(by, c, http.RequestAborted), by));
    }

    private static async Task<IResult> CampaignChanges(HttpContext http, string code, Campaigns campaigns, UnitRegister units, EventStore store, City city) =>
        SetupRights.Refusal(SignedIn.ActorOf(http), SetupAct.See) is { } no ? Problems.Refused([no])
        : await campaigns.Find(city.Code, code) is null ? Problems.Unknown(new Reason("campaign.unknown", "code", code))
        : Results.Ok((await CampaignFile.JournalOf(http, code, units, store, city)).Last);

    private static async Task Marked(HttpContext http, EventStore store, City city, string subject) =>
        http.Response.Headers.ETag = $"\"{await SetupChanges.MarkOf(store, city.Code, subject)}\"";

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

    private static async Task<IResult> Procedures(HttpContext http, ProcedureCatalog procedures, City city) =>
        SetupRights.Refusal(SignedIn.ActorOf(http), SetupAct.See) is { } no
            ? Problems.Refused([no])
            : Results.Content($"[{string.Join(",", (await procedures.All(city.Code)).Select(ProcedureFile.Write))}]", "application/json");

    private static async Task<IResult> One(HttpContext http, string code, int version, ProcedureCatalog procedures, City city) =>
        SetupRights.Refusal(SignedIn.ActorOf(http), SetupAct.See) is { } no ? Problems.Refused([no])
        : (await procedures.All(city.Code)).FirstOrDefault(p => p.Code == code && p.Version == version) is { } found ? Results.Content(ProcedureFile.Write(found), "application/json")
        : Problems.Unknown(new Reason("procedure.unknown", null, code, version));

    private static async Task<IResult> Add(HttpContext http, SetupDesk desk)
    {
        var ruling = await desk.Add(SignedIn.ActorOf(http), await Text(http));
        return ruling.Allowed ? Results.Content(ProcedureFile.Write(ruling.Facts[0]), "application/json") : Problems.Refused(ruling.Reasons);
    }

    private static IResult Years(WorkCalendars calendars, City city) => Results.Ok(calendars.Of(city.Code).Years);

    private static IResult Due(string? from, string? working_days, WorkCalendars calendars, City city)
    {
        var calendar = calendars.Of(city.Code);
        var table = DueTable.Read([new(0, ["start", "working_days"]), new(1, [from ?? "", working_days ?? ""])], calendar);
        if (table.Problems.Count > 0) return Problems.Refused(table.Problems);
        var due = calendar.AddWorkingDays(table.Rows[0].Start, table.Rows[0].WorkingDays);
        return Results.Ok(new DueView(due.Date, due.UnannouncedYear));
    }

    private static async Task<IResult> Year(HttpContext http, int year, WorkCalendars calendars, EventStore store, City city)
    {
        if (calendars.Of(city.Code).Years.FirstOrDefault(y => y.Year == year) is not { } found) return Problems.Unknown(new Reason("calendar.not_announced", "year", year));
        await Marked(http, store, city, $"calendar/{year}");
        return Results.Ok(found);
    }

    private static async Task<IResult> YearChanges(HttpContext http, int year, EventStore store, City city) =>
        SetupRights.Refusal(SignedIn.ActorOf(http), SetupAct.See) is { } no ? Problems.Refused([no]) : Results.Ok((await YearSheet.JournalOf(http, year, store, city)).Last);

    private static async Task<IResult> ChangeDay(HttpContext http, CalendarDesk desk)
    {
        var by = SignedIn.ActorOf(http);
        if (SetupRights.Refusal(by, SetupAct.ChangeDay) is { } no) return Problems.Refused([no]);
        var change = DayForm.Read(await FormText.Read<DayForm>(http.Request));
        return change.Allowed ? Answer(await desk.Change(by, change.Facts[0], http.RequestAborted)) : Problems.Refused(change.Reasons);
    }

    private static async Task<IResult> Replace(HttpContext http, CalendarDesk desk) => Answer(await desk.Replace(
        SignedIn.ActorOf(http), await Text(http), MachineHeaders.MarkSeen(http) is { } mark ? new SeenYear(null, mark, Words.Of(http)) : null, http.RequestAborted));

    private static IResult Answer(Ruling<CalendarYear> ruling) => ruling.Allowed ? Results.Ok(ruling.Facts[0]) : Problems.RefusedOrFaster(ruling.Reasons);

    private static async Task<string> Text(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
        return await reader.ReadToEndAsync(http.RequestAborted);
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

/// <summary>A due date.</summary>
/// <param name="Date">The day.</param>
/// <param name="UnannouncedYear">The first year on the way whose holidays are not announced, or null: then only weekends were left out.</param>
public sealed record DueView(DateOnly Date, int? UnannouncedYear);
