using Duban.Domain;
using Duban.Domain.People;
using Duban.Web.Documents.Import;
using Duban.Web.People;
using Duban.Web.Procedures;
using Duban.Web.Shell;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;

namespace Duban.Web.Documents;

/// <summary>The machine doors of the import desk.</summary>
public static class ImportApi
{
    /// <summary>Maps <c>/api/imports</c>.</summary>
    public static void MapImportApi(this RouteGroupBuilder api)
    {
        var imports = api.MapGroup("/imports").WithTags("imports");
        imports.MapPost("", Import).WithName("import")
            .WithSummary("Imports a list, or looks at it only. Good rows are kept; the same list again makes nothing new.")
            .Accepts<ImportSent>("multipart/form-data").Produces<ImportReport>().ProducesProblem(403).ProducesProblem(422).Produces<ImportReport>(StatusCodes.Status503ServiceUnavailable)
            .WithMetadata(new RequestSizeLimitAttribute(52L << 20)).WithFormOptions(multipartBodyLengthLimit: 51L << 20, bufferBody: false);
        imports.MapMappingsApi();
    }

    private static async Task<IResult> Import(HttpContext http, CaseImport import, Campaigns campaigns, City city)
    {
        var by = SignedIn.ActorOf(http);
        if (Rights.Refusal(by, CaseAct.Register, null) is { } no) return Problems.Refused([no]);
        var form = http.Request.HasFormContentType ? await http.Request.ReadFormAsync(http.RequestAborted) : FormCollection.Empty;
        var (code, dry) = (form["campaign"].ToString(), form["dryRun"].ToString() is "true");
        var campaign = await campaigns.Find(city.Code, code);
        if (ListUpload.Judge(code, campaign, form.Files) is { Count: > 0 } reasons) return Problems.Refused(reasons);
        if (await import.Against(campaign!) is { } against) return Problems.Refused([against]);
        var draft = await import.Read(await ListUpload.Take(form.Files, http.RequestAborted), ct: http.RequestAborted);
        var done = dry || draft.Unread ? await import.Preview(draft, code) : await import.Import(draft, campaign!, by, http.RequestAborted);
        // Stopped half-way it is not done: the same request again, under the same key too, makes the rest.
        var status = draft.Unread ? StatusCodes.Status422UnprocessableEntity : done.Left > 0 ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK;
        return Results.Json(ImportReport.Of(done, Words.Of(http)) with { Sheets = MappingView.Of(done.Draft), PassedDeadlines = done.Passed }, statusCode: status);
    }
}

/// <summary>A list as a form sends it: the file, the campaign's code, and <c>true</c> to write nothing.</summary>
public sealed record ImportSent(IFormFile File, string Campaign, bool? DryRun);
