using Duban.Domain;
using Duban.Domain.People;
using Duban.Domain.Procedures;
using Duban.Web.Documents;
using Duban.Web.People;
using Duban.Web.Shell;
using Duban.Web.Shell.Machines;
using Microsoft.AspNetCore.Mvc;

namespace Duban.Web.Procedures;

/// <summary>The machine doors of procedures.</summary>
public static class ProceduresApi
{
    /// <summary>Maps the addresses below <c>/api/procedures</c>.</summary>
    public static void MapProceduresApi(this RouteGroupBuilder api)
    {
        var procedures = api.MapGroup("/procedures").WithTags("setup");
        procedures.MapGet("", All).WithName("procedures").Produces<IReadOnlyList<Procedure>>().ProducesProblem(403).WithSummary("All versions of all procedures.");
        procedures.MapGet("/{code}/{version:int}", One).WithName("procedure").Produces<Procedure>().ProducesProblem(404).WithSummary("One version of a procedure.");
        procedures.MapPost("", Add).WithMetadata(new RequestSizeLimitAttribute(TypedOrFile.Most)).WithName("procedure-new").Accepts<Procedure>("application/json").Answers<Procedure>().WithSummary("A new version; those that are there never change.");
    }

    private static async Task<IResult> All(HttpContext http, ProcedureCatalog procedures, City city) =>
        SetupRights.Refusal(SignedIn.ActorOf(http), SetupAct.See) is { } no
            ? Problems.Refused([no])
            : Results.Content($"[{string.Join(",", (await procedures.All(city.Code)).Select(ProcedureFile.Write))}]", "application/json");

    private static async Task<IResult> One(HttpContext http, string code, int version, ProcedureCatalog procedures, City city) =>
        SetupRights.Refusal(SignedIn.ActorOf(http), SetupAct.See) is { } no ? Problems.Refused([no])
        : (await procedures.All(city.Code)).FirstOrDefault(p => p.Code == code && p.Version == version) is { } found ? Results.Content(ProcedureFile.Write(found), "application/json")
        : Problems.Unknown(new Reason("procedure.unknown", null, code, version));

    private static async Task<IResult> Add(HttpContext http, SetupDesk desk)
    {
        var ruling = await desk.Add(SignedIn.ActorOf(http), await SentText.Read(http));
        return ruling.Allowed ? Results.Content(ProcedureFile.Write(ruling.Facts[0]), "application/json") : Problems.Refused(ruling.Reasons);
    }
}
