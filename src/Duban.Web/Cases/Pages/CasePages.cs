using Duban.Domain.People;
using Duban.Web.Cases.Acts;
using Duban.Web.Cases.Files;
using Duban.Web.People;
using Microsoft.AspNetCore.Mvc;

namespace Duban.Web.Cases.Pages;

/// <summary>The pages of one case: a noun or an act in the address is a file in this folder.</summary>
public static class CasePages
{
    /// <summary>Maps them.</summary>
    public static void MapCasePages(this Doors doors)
    {
        var cases = doors.Pages.MapGroup("/cases");
        cases.MapGet("/new", (HttpContext http, RegisterDesk desk) => desk.New(http));
        cases.MapPost("/new", (HttpContext http, RegisterDesk desk) => desk.AddNew(http));
        cases.MapGet("/report", (HttpContext http, RegisterDesk desk) => desk.Report(http));
        cases.MapPost("/report", (HttpContext http, RegisterDesk desk) => desk.AddReport(http));

        cases.MapGet("/{id}", Show);
        cases.MapGet("/{id}/print", Print);
        cases.MapGet("/{id}/ask", Ask);
        cases.MapGet("/{id}/register", (HttpContext http, string id, RegisterDesk desk) => desk.OfLead(http, id));
        cases.MapPost("/{id}/register", (HttpContext http, string id, RegisterDesk desk) => desk.RegisterLead(http, id));
        cases.MapGet("/{id}/evidence", (HttpContext http, string id, EvidenceDesk desk) => desk.Show(http, id));
        cases.MapPost("/{id}/evidence", (HttpContext http, string id, EvidenceDesk desk) => desk.Put(http, id)).TakesFiles();
        cases.MapGet("/{id}/files/{sha256}", (HttpContext http, string id, string sha256, CaseFiles files) => files.Original(http, id, sha256)).WithMetadata(CaseFiles.Shut);
        cases.MapGet("/{id}/files/{sha256}/thumb", (HttpContext http, string id, string sha256, CaseFiles files) => files.Small(http, id, sha256)).WithMetadata(CaseFiles.Shut);
        foreach (var door in ActDoor.All) door.Open(new Mapping(cases));
    }

    /// <summary>Room and time for photos over a village network.</summary>
    /// <param name="endpoint">Where they come.</param>
    /// <param name="files">How many come at most.</param>
    public static RouteHandlerBuilder TakesFiles(this RouteHandlerBuilder endpoint, int files = FileLimits.Files)
    {
        var bytes = FileLimits.Of(files);
        endpoint.WithMetadata(new RequestSizeLimitAttribute(bytes)).WithRequestTimeout(FileLimits.Patience);
        return endpoint.WithFormOptions(multipartBodyLengthLimit: bytes, valueCountLimit: 200);
    }

    private static async Task<IResult> Show(HttpContext http, string id, string? all, CaseReader reader, [FromServices] ReporterWords reporter) =>
        await reader.Read(SignedIn.ActorOf(http), id) is { } one
            ? OneCasePage.Of(new(one, all is not null) { Reporter = one.FromResident ? await reporter(one.Case.Id) : null })
            : Results.NotFound();

    private static async Task<IResult> Print(HttpContext http, string id, CaseReader reader) =>
        await reader.Read(SignedIn.ActorOf(http), id) is { } one ? DossierPage.Of(one) : Results.NotFound();

    private static async Task<IResult> Ask(HttpContext http, string id, CaseReader reader)
    {
        if (await reader.Read(SignedIn.ActorOf(http), id) is not { } one) return Results.NotFound();
        return ActDesk.Barred(one, CaseAct.AskSideTrack) && ActDesk.Barred(one, CaseAct.AskClosure) ? Results.StatusCode(StatusCodes.Status403Forbidden) : AskPage.Of(one);
    }

    private sealed class Mapping(RouteGroupBuilder cases) : IActDoorVisitor
    {
        public void Visit<TForm>(ActDoor<TForm> door) where TForm : class, IActForm
        {
            cases.MapGet($"/{{id}}/{door.Name}", (HttpContext http, string id, ActDesk desk) => desk.Show(http, id, door));
            var put = cases.MapPost($"/{{id}}/{door.Name}", (HttpContext http, string id, ActDesk desk) => desk.Put(http, id, door));
            if (typeof(IPhotoForm).IsAssignableFrom(typeof(TForm))) put.TakesFiles();
        }
    }
}
