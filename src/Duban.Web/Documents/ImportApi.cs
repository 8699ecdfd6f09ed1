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
        if (ListUpload.Judge(code, campaign, form.Files) is { Count: > 0 } reasons) return Problems.Refused(reasons);
        var draft = await import.Read(await ListUpload.Take(form.Files, http.RequestAborted), ct: http.RequestAborted);
        var done = dry || draft.Unread ? await import.Preview(draft, code) : await import.Import(draft, campaign!, by, http.RequestAborted);
        return Results.Json(ImportReport.Of(done, Words.Of(http)), statusCode: draft.Unread ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }
}
