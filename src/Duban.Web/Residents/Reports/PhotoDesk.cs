using Duban.Web.Cases.Pages;
using Duban.Web.People;

namespace Duban.Web.Residents.Reports;

/// <summary>The photos of a report, for whoever may see the case.</summary>
public sealed class PhotoDesk(CaseReader reader, ReportBook book)
{
    /// <summary>One of them.</summary>
    public async Task<IResult> Show(HttpContext http, string id, int position)
    {
        if (await reader.Find(SignedIn.ActorOf(http), id) is not { } c || await book.Photo(c.Id, position) is not { } jpeg) return Results.NotFound();
        // Not for long: what is erased must not go on showing.
        http.Response.Headers.CacheControl = "private, max-age=600";
        return Results.Bytes(jpeg, "image/jpeg");
    }
}
