using Duban.Domain;
using Duban.Domain.People;
using Duban.Web.Documents;
using Duban.Web.Shell;

namespace Duban.Web.People.Pages;

/// <summary>The units directly below one, and the way down.</summary>
/// <param name="Tree">All units.</param>
/// <param name="Above">From the city down to the unit whose children are shown.</param>
/// <param name="Reasons">What is wrong with a file just tried.</param>
/// <param name="MayChange">True for an administrator.</param>
public sealed record UnitList(UnitTree Tree, IReadOnlyList<Unit> Above, IReadOnlyList<Reason> Reasons, bool MayChange)
{
    /// <summary>The page.</summary>
    public static Task<IResult> Show(HttpContext http, string? below, UnitRegister units, City city) => Page(http, below, units, city, []);

    /// <summary>Loads a file: all of it, or nothing and every reason.</summary>
    public static async Task<IResult> Load(HttpContext http, IFormFile? file, UnitRegister units, City city, Flash flash)
    {
        if (file is null || file.Length == 0) return await Page(http, null, units, city, [new("units.no_file")]);
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, http.RequestAborted);
        var ruling = UnitFile.Read(Csv.Read(bytes.ToArray()), city, await units.Tree(http.RequestAborted));
        if (!ruling.Allowed) return await Page(http, null, units, city, ruling.Reasons);
        await units.Save(ruling.Facts, SignedIn.ActorOf(http).Person.Value, http.RequestAborted);
        flash.Say(http, Words.Of(http)["units.loaded", ruling.Facts.Count]);
        return Results.LocalRedirect("/people/units");
    }

    private static async Task<IResult> Page(HttpContext http, string? below, UnitRegister units, City city, IReadOnlyList<Reason> reasons)
    {
        var tree = await units.Tree(http.RequestAborted);
        var at = UnitId.TryParse(below ?? city.Code, null, out var id) ? tree.Find(id) : null;
        if (at is null && below is not null) return Results.NotFound();
        return UnitsPage.Of(
            new(tree, at is null ? [] : [.. tree.Above(at.Path)], reasons, SignedIn.ActorOf(http).Role == Role.Administrator),
            reasons.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }
}
