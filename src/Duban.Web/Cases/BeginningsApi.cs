using Duban.Web.Cases.Files;
using Duban.Web.Cases.Pages;
using Duban.Web.People;
using Duban.Web.Shell;
using Duban.Web.Shell.Forms;
using Duban.Web.Shell.Machines;

namespace Duban.Web.Cases;

/// <summary>The machine doors by which a matter begins and files come to it.</summary>
public static class BeginningsApi
{
    /// <summary>Maps the addresses below <c>/api</c>.</summary>
    public static void MapBeginningsApi(this RouteGroupBuilder api)
    {
        api.MapPost("/leads", Report).WithTags("cases").WithName("lead-report").WithSummary("Reports a problem: it becomes a lead, XS-n.").Accepts<LeadForm>("application/json").Answers();
        var cases = api.MapGroup("/cases").WithTags("cases");
        cases.MapPost("/", Register).WithName("case-new").WithSummary("Registers a matter outright, under the campaign's next number.").Accepts<RegisterForm>("application/json").Answers();
        cases.MapPost("/{id}/register", RegisterLead).WithName("case-register").WithSummary("Registers a lead under the campaign's next number.").Accepts<RegisterForm>("application/json").Answers().HonoursIfMatch();
        cases.MapPost("/{id}/evidence", (HttpContext http, string id, EvidenceDesk desk) => desk.PutApi(http, id))
            .WithName("case-evidence").WithSummary("Files evidence: up to 20 files of 12 MB in one act, all or none.").Accepts<EvidenceSent>("multipart/form-data").Answers().TakesFiles().HonoursIfMatch();
        cases.MapGet("/{id}/files/{sha256}", (HttpContext http, string id, string sha256, CaseFiles files) => files.Original(http, id, sha256))
            .WithName("case-file").WithSummary("A file of the case by its fingerprint.").Produces<Stream>(contentType: "application/octet-stream").ProducesProblem(404).WithMetadata(CaseFiles.Shut);
    }

    private static RouteHandlerBuilder Answers(this RouteHandlerBuilder endpoint) =>
        endpoint.KeyedByTheLedger().Produces<CaseState>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);

    private static async Task<IResult> Report(HttpContext http, Registering registering) =>
        new CaseResult(await registering.Report(SignedIn.ActorOf(http), await FormText.Read<LeadForm>(http.Request), MachineHeaders.KeyOf(http)));

    private static async Task<IResult> Register(HttpContext http, Registering registering) =>
        new CaseResult(await registering.Register(SignedIn.ActorOf(http), null, await FormText.Read<RegisterForm>(http.Request), null, MachineHeaders.KeyOf(http)));

    private static async Task<IResult> RegisterLead(HttpContext http, string id, Registering registering, CaseReader reader) =>
        await reader.Find(SignedIn.ActorOf(http), id) is { } lead
            ? new CaseResult(await registering.Register(
                SignedIn.ActorOf(http), lead, await FormText.Read<RegisterForm>(http.Request), MachineHeaders.SeenBy(http), MachineHeaders.KeyOf(http)))
            : Problems.UnknownCase(id);
}

/// <summary>Evidence as a form sends it: <c>kind</c> (before, after or document), <c>point</c>, and perhaps <c>measure</c> and <c>takenOn</c>.</summary>
public sealed record EvidenceSent(string Kind, string Point, string? Measure, string? TakenOn, IFormFileCollection Files);
