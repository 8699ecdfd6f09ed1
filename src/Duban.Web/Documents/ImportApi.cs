using Duban.Domain;
using Duban.Domain.People;
using Duban.Web.Documents.Import;
using Duban.Web.People;
using Duban.Web.Procedures;
using Duban.Web.Shell;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;

namespace Duban.Web.Documents;

/// <summary>The machine door of the import desk.</summary>
public static class ImportApi
{
    /// <summary>Maps <c>/api/imports</c>.</summary>
    public static void MapImportApi(this RouteGroupBuilder api) => api.MapPost("/imports", Import).WithName("import").WithTags("imports")
        .WithSummary("multipart/form-data: file, campaign, dryRun (true to write nothing). Good rows are kept; the same list again makes nothing new.")
        .Produces<ImportReport>().ProducesProblem(403).ProducesProblem(422)
        .WithMetadata(new RequestSizeLimitAttribute(52L << 20)).WithFormOptions(multipartBodyLengthLimit: 51L << 20, bufferBody: false);

    private static async Task<IResult> Import(HttpContext http, CaseImport import, Campaigns campaigns, City city)
    {
        var by = SignedIn.ActorOf(http);
        if (Rights.Refusal(by, CaseAct.Register, null) is { } no) return Problems.Refused([no]);
        var form = http.Request.HasFormContentType ? await http.Request.ReadFormAsync(http.RequestAborted) : FormCollection.Empty;
        var (code, dry) = (form["campaign"].ToString(), form["dryRun"].ToString() is "true");
        var campaign = await campaigns.Find(city.Code, code);
        var reasons = new Reasons()
            .When(campaign is null, code.Length == 0 ? "field.required" : "campaign.unknown", "campaign", code)
            .When(form.Files is [] or [{ Length: 0 }], "evidence.none", "file")
            .When(form.Files.Count > 0 && form.Files[0].Length > ReadLimits.Usual.FileBytes, "import.file_too_large", "file", ReadLimits.Usual.FileBytes >> 20);
        if (reasons.Count > 0) return Problems.Refused(reasons);
        await using var stream = form.Files[0].OpenReadStream();
        var draft = await import.Read(await WorkbookSource.Take(Path.GetFileName(form.Files[0].FileName), stream, ct: http.RequestAborted), ct: http.RequestAborted);
        var unread = draft.Failure is not null || draft.Rows.Count == 0;
        var done = dry || unread ? await import.Preview(draft, code) : await import.Import(draft, campaign!, by, http.RequestAborted);
        return Results.Json(ImportReport.Of(done, Words.Of(http)), statusCode: unread ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }
}
