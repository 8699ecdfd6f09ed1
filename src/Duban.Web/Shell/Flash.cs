using Microsoft.AspNetCore.DataProtection;

namespace Duban.Web.Shell;

/// <summary>One sentence for the next page: a sealed cookie set before a redirect, taken and deleted by the page that follows.</summary>
public sealed class Flash(IDataProtectionProvider protection)
{
    private const string CookieName = "duban-flash";
    private readonly ITimeLimitedDataProtector seal = protection.CreateProtector("Duban.Shell.Flash").ToTimeLimitedDataProtector();

    /// <summary>Leaves a sentence, already in the reader's language, for the next page.</summary>
    public void Say(HttpContext http, string sentence) =>
        http.Response.Cookies.Append(CookieName, seal.Protect(sentence, TimeSpan.FromMinutes(5)), Cookie(http));

    /// <summary>Takes the sentence; a forged or stale one is nothing.</summary>
    internal string? Take(HttpContext http)
    {
        if (http.Request.Cookies[CookieName] is not { Length: > 0 } sealedText)
            return null;
        http.Response.Cookies.Delete(CookieName, Cookie(http));
        try
        {
            return seal.Unprotect(sealedText);
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    private static CookieOptions Cookie(HttpContext http) =>
        new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, Path = "/", IsEssential = true };
}
