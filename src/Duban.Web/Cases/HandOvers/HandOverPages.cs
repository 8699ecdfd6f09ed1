namespace Duban.Web.Cases.HandOvers;

/// <summary>The addresses of the hand-over meeting and its slips.</summary>
public static class HandOverPages
{
    /// <summary>Maps <c>/hand-over</c> and <c>/slips</c>.</summary>
    public static void MapHandOverPages(this RouteGroupBuilder pages)
    {
        pages.MapGet("/hand-over", (HttpContext http, string? campaign, string? unit, HandOverForms forms) => forms.Show(http, campaign, unit));
        pages.MapGet("/hand-over/preview", (HttpContext http, string? campaign, string? unit, HandOverForms forms) => forms.Preview(http, campaign, unit));
        pages.MapPost("/hand-over", (HttpContext http, HandOverForms forms) => forms.HandOver(http)).WithFormOptions(valueCountLimit: HandOverForms.MostFields);
        pages.MapPost("/hand-over/allot", (HttpContext http, HandOverForms forms) => forms.Allot(http)).WithFormOptions(valueCountLimit: HandOverForms.MostFields);
        // Where the address of an answer is asked for anew, the desk is shown.
        pages.MapGet("/hand-over/allot", (HttpContext http) => Results.LocalRedirect($"/hand-over{http.Request.QueryString}"));
        pages.MapGet("/slips", SlipPages.List);
        pages.MapGet("/slips/print", SlipPages.PrintAll);
        pages.MapGet("/slips/{id}", SlipPages.Print);
        pages.MapGet("/slips/{slip}/sign", SlipSignPages.Show);
        pages.MapPost("/slips/{slip}/sign", SlipSignPages.Sign);
    }
}
