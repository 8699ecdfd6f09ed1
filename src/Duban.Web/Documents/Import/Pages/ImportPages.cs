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
    /// <summary>Maps <c>/import</c>.</summary>
    public static void MapImportPages(this RouteGroupBuilder pages)
    {
        var import = pages.MapGroup("/import");
        import.MapGet("/", Choose);
        import.MapPost("/", Upload).WithMetadata(new RequestSizeLimitAttribute(52L << 20))
            .WithFormOptions(multipartBodyLengthLimit: 51L << 20, bufferBody: false);
        import.MapGet("/{kept}", DryRun);
        import.MapPost("/{kept}/columns", Correct);
        import.MapPost("/{kept}", Import);
    }

    private static async Task<IResult> Choose(HttpContext http, Campaigns campaigns, City city) =>
        May(http) ?? ChoosePage.Of(new(await campaigns.All(city.Code), http.Request.Query["campaign"], []));

    private static async Task<IResult> Upload(HttpContext http, Campaigns campaigns, KeptFiles files, City city)
    {
        if (May(http) is { } no) return no;
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var code = form["campaign"].ToString();
        var reasons = new Reasons()
            .When(await campaigns.Find(city.Code, code) is null, code.Length == 0 ? "field.required" : "campaign.unknown", "campaign", code)
            .When(form.Files is [] or [{ Length: 0 }], "evidence.none", "file")
            .When(form.Files.Count > 0 && form.Files[0].Length > ReadLimits.Usual.FileBytes, "import.file_too_large", "file", ReadLimits.Usual.FileBytes >> 20);
        if (reasons.Count > 0) return ChoosePage.Of(new(await campaigns.All(city.Code), code, reasons), 422);
        await using var stream = form.Files[0].OpenReadStream();
        var kept = await files.Keep(await WorkbookSource.Take(Path.GetFileName(form.Files[0].FileName), stream, ct: http.RequestAborted), http.RequestAborted);
        return Results.LocalRedirect($"/import/{kept}?campaign={Uri.EscapeDataString(code)}");
    }

    private static async Task<IResult> DryRun(HttpContext http, string kept, KeptFiles files, CaseImport import, Campaigns campaigns, City city)
    {
        if (May(http) is { } no) return no;
        var code = http.Request.Query["campaign"].ToString();
        if (await files.Find(kept, http.RequestAborted) is not { } source || await campaigns.Find(city.Code, code) is not { } campaign) return Results.NotFound();
        var preview = await import.Preview(await import.Read(source, ct: http.RequestAborted), code);
        return DryRunPage.Of(new(kept, campaign, preview, source.Content.Length));
    }

    private static async Task<IResult> Correct(HttpContext http, string kept, KeptFiles files, CaseImport import)
    {
        if (May(http) is { } no) return no;
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (await files.Find(kept, http.RequestAborted) is not { } source) return Results.NotFound();
        var draft = await import.Read(source, ct: http.RequestAborted);
        var mapping = draft.Sheets.Select(s => s.Header?.Mapping).FirstOrDefault(m => m?.Signature == form["signature"].ToString());
        if (mapping is not null)
        {
            foreach (var column in mapping.Columns)
                if (Enum.TryParse<LedgerField>(form[$"c{column.Index}"], out var field) && Enum.IsDefined(field) && field != column.Field)
                    mapping = mapping.With(column.Index, field);
            await import.Save(mapping, SignedIn.ActorOf(http).Person);
        }
        return Results.LocalRedirect($"/import/{kept}?campaign={Uri.EscapeDataString(form["campaign"].ToString())}");
    }

    private static async Task<IResult> Import(HttpContext http, string kept, KeptFiles files, CaseImport import, Campaigns campaigns, City city)
    {
        if (May(http) is { } no) return no;
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var code = form["campaign"].ToString();
        if (await files.Find(kept, http.RequestAborted) is not { } source || await campaigns.Find(city.Code, code) is not { } campaign) return Results.NotFound();
        var done = await import.Import(await import.Read(source, ct: http.RequestAborted), campaign, SignedIn.ActorOf(http), http.RequestAborted);
        http.RequestServices.GetRequiredService<Flash>().Say(http, Words.Of(http)["import.done", done.Created, done.Duplicates, done.KeptBack]);
        return Results.LocalRedirect(done.Created > 0 ? $"/hand-over?campaign={Uri.EscapeDataString(code)}" : $"/import/{kept}?campaign={Uri.EscapeDataString(code)}");
    }

    private static IResult? May(HttpContext http) =>
        Rights.Refusal(SignedIn.ActorOf(http), CaseAct.Register, null) is null ? null : Results.StatusCode(StatusCodes.Status403Forbidden);
}
