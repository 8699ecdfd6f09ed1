using Duban.Domain;
using Duban.Domain.People;
using Duban.Domain.Procedures;
using Duban.Web.Documents;
using Duban.Web.People;
using Duban.Web.Shell;

namespace Duban.Web.Procedures.Pages;

/// <summary>All versions of all procedures, and the text of a new one.</summary>
/// <param name="Procedures">By code, newest first.</param>
/// <param name="Json">What was typed, or empty.</param>
/// <param name="Reasons">Why it was refused.</param>
/// <param name="MayAdd">True for who may add a version.</param>
public sealed record ProcedureList(IReadOnlyList<Procedure> Procedures, string Json, IReadOnlyList<Reason> Reasons, bool MayAdd)
{
    /// <summary>The page; <c>?from=full/3</c> begins a new version with the text of that one.</summary>
    public static async Task<IResult> Show(HttpContext http, string? from, ProcedureCatalog procedures, City city)
    {
        var all = await procedures.All(city.Code);
        var begun = all.FirstOrDefault(p => $"{p.Code}/{p.Version}" == from);
        var next = begun is null ? null : begun with { Version = all.Where(p => p.Code == begun.Code).Max(p => p.Version) + 1 };
        return ProceduresPage.Of(new(all, next is null ? "" : ProcedureFile.Write(next), [], MayAddIt(http)));
    }

    /// <summary>Adds the version that was typed, or tells every reason and keeps the text.</summary>
    public static async Task<IResult> Add(HttpContext http, SetupDesk desk, ProcedureCatalog procedures, City city, Flash flash)
    {
        var (json, unread) = await TypedOrFile.Read(await http.Request.ReadFormAsync(http.RequestAborted), "json", http.RequestAborted);
        var ruling = unread is null || !MayAddIt(http) ? await desk.Add(SignedIn.ActorOf(http), json) : unread;
        if (SetupWords.Forbidden(ruling.Reasons)) return Results.StatusCode(StatusCodes.Status403Forbidden);
        if (!ruling.Allowed) return ProceduresPage.Of(new(await procedures.All(city.Code), json, ruling.Reasons, true), StatusCodes.Status422UnprocessableEntity);
        flash.Say(http, Words.Of(http)["procedure.added", SetupWords.Title(ruling.Facts[0], Words.Of(http))]);
        return Results.LocalRedirect(SetupWords.Path(ruling.Facts[0]));
    }

    /// <summary>One version as a person reads it.</summary>
    public static async Task<IResult> One(HttpContext http, string code, int version, ProcedureCatalog procedures, City city)
    {
        var versions = new ProcedureVersions(await procedures.All(city.Code), Words.Of(http).Today);
        return versions.All.FirstOrDefault(p => p.Code == code && p.Version == version) is { } found
            ? ProcedurePage.Of(new(found, versions, MayAddIt(http)))
            : Results.NotFound();
    }

    /// <summary>One version as JSON, to keep or to begin another from.</summary>
    public static async Task<IResult> Download(string code, int version, ProcedureCatalog procedures, City city) =>
        (await procedures.All(city.Code)).FirstOrDefault(p => p.Code == code && p.Version == version) is { } found
            ? Results.File(System.Text.Encoding.UTF8.GetBytes(ProcedureFile.Write(found)), "application/json", $"procedure-{found.Version}.json")
            : Results.NotFound();

    private static bool MayAddIt(HttpContext http) => SetupRights.Refusal(SignedIn.ActorOf(http), SetupAct.AddProcedure) is null;
}

/// <summary>A procedure among its versions, and whether the reader may begin another from it.</summary>
public sealed record ProcedureSheet(Procedure Procedure, ProcedureVersions Versions, bool MayAdd);
