using Duban.Domain;
using Duban.Domain.People;
using Duban.Web.People;
using Duban.Web.Procedures;
using Duban.Web.Shell;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;

namespace Duban.Web.Documents.Import.Pages;

/// <summary>导入台账: choose a file, look at what would happen, then let it happen.</summary>
public static class ImportPages
{
    // Up to four fields for each place that can be corrected, and a field for each column.
    private const int MostFields = 8_000;

    /// <summary>Maps <c>/import</c>.</summary>
    public static void MapImportPages(this RouteGroupBuilder pages)
    {
        var import = pages.MapGroup("/import");
        import.MapGet("/", Choose);
        import.MapPost("/", Upload).WithMetadata(new RequestSizeLimitAttribute(52L << 20))
            .WithFormOptions(multipartBodyLengthLimit: 51L << 20, bufferBody: false);
        import.MapGet("/{kept}", DryRun);
        import.MapPost("/{kept}/look", Correct).WithFormOptions(valueCountLimit: MostFields);
        import.MapPost("/{kept}", Import).WithFormOptions(valueCountLimit: MostFields);
    }

    private static async Task<IResult> Choose(HttpContext http, Campaigns campaigns, City city) =>
        May(http) ?? ChoosePage.Of(new(await campaigns.All(city.Code), http.Request.Query["campaign"], []));

    private static async Task<IResult> Upload(HttpContext http, Campaigns campaigns, KeptFiles files, CaseImport import, City city)
    {
        if (May(http) is { } no) return no;
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var code = form["campaign"].ToString();
        var campaign = await campaigns.Find(city.Code, code);
        var reasons = ListUpload.Judge(code, campaign, form.Files).With(campaign is null ? null : await import.Against(campaign));
        if (reasons.Count > 0)
            return ChoosePage.Of(new(await campaigns.All(city.Code), code, reasons), 422);
        var kept = await files.Keep(await ListUpload.Take(form.Files, http.RequestAborted), http.RequestAborted);
        return Results.LocalRedirect($"/import/{kept}?campaign={Uri.EscapeDataString(code)}");
    }

    private static async Task<IResult> DryRun(HttpContext http, string kept, ImportDesk desk, Campaigns campaigns, City city)
    {
        if (May(http) is { } no) return no;
        if (await campaigns.Find(city.Code, http.Request.Query["campaign"].ToString()) is not { } campaign) return Results.NotFound();
        return await desk.Look(kept, campaign, SignedIn.ActorOf(http).Person, http.RequestAborted) is { } looking ? DryRunPage.Of(looking) : Results.NotFound();
    }

    private static async Task<IResult> Correct(HttpContext http, string kept, ImportDesk desk)
    {
        if (May(http) is { } no) return no;
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        return await desk.Take(kept, form, SignedIn.ActorOf(http).Person, http.RequestAborted)
            ? Results.LocalRedirect($"/import/{kept}?campaign={Uri.EscapeDataString(form["campaign"].ToString())}") : Results.NotFound();
    }

    private static async Task<IResult> Import(HttpContext http, string kept, ImportDesk desk, Campaigns campaigns, City city)
    {
        if (May(http) is { } no) return no;
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var (code, by) = (form["campaign"].ToString(), SignedIn.ActorOf(http));
        if (await campaigns.Find(city.Code, code) is not { } campaign || !await desk.Take(kept, form, by.Person, http.RequestAborted)
            || await desk.Look(kept, campaign, by.Person, http.RequestAborted) is not { } looking) return Results.NotFound();
        // What a clerk typed is never passed over: it is understood, or nothing is imported yet.
        if (looking.Reasons.Count > 0) return DryRunPage.Of(looking, 422);
        var done = await desk.Import(looking, by, http.RequestAborted);
        http.RequestServices.GetRequiredService<Flash>().Say(http, Words.Of(http)["import.done", done.Created, done.Duplicates, done.KeptBack]);
        return Results.LocalRedirect(done.Created > 0 ? $"/hand-over?campaign={Uri.EscapeDataString(code)}" : $"/import/{kept}?campaign={Uri.EscapeDataString(code)}");
    }

    private static IResult? May(HttpContext http) =>
        Rights.Refusal(SignedIn.ActorOf(http), CaseAct.Register, null) is null ? null : Results.StatusCode(StatusCodes.Status403Forbidden);
}
