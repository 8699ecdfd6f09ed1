using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;

namespace Duban.Web.Shell;

/// <summary>The language switch: a cookie, and back to the page it was pressed on.</summary>
internal static class LanguageEndpoint
{
    public const string CookieName = "duban-language";

    public static void MapLanguage(this WebApplication app) =>
        app.MapPost("/language", (HttpContext http, [FromForm] string? culture, [FromForm] string? back) =>
        {
            if (ShellServices.Languages.Contains(culture))
                http.Response.Cookies.Append(CookieName, CookieRequestCultureProvider.MakeCookieValue(new(culture!)), new()
                {
                    MaxAge = TimeSpan.FromDays(365),
                    SameSite = SameSiteMode.Lax,
                    Path = "/",
                    HttpOnly = true,
                    Secure = http.Request.IsHttps,
                    IsEssential = true,
                });
            return Results.LocalRedirect(ReturnPath.Of(back));
        }).AllowAnonymous().WithMetadata(new RequireAntiforgeryTokenAttribute());
}
