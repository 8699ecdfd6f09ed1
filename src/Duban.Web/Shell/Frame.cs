using System.Globalization;
using Duban.Web.Shell.Errors;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Extensions.Options;

namespace Duban.Web.Shell;

/// <summary>Everything around a page's own matter: who looks, in which language, when, and what they were just told.</summary>
public sealed record Frame
{
    /// <summary>Texts, dates and numbers in the reader's language.</summary>
    public required Words Words { get; init; }

    /// <summary>Who is signed in, or null.</summary>
    public Viewer? Viewer { get; init; }

    /// <summary>Path and query of the page shown; the way back after switching the language.</summary>
    public required string Path { get; init; }

    /// <summary>The anti-forgery token every form carries; empty on a page that comes of a fault.</summary>
    public required string Token { get; init; }

    /// <summary>The name of the field that carries it.</summary>
    public required string TokenName { get; init; }

    /// <summary>One sentence left by the act before, or null.</summary>
    public string? Flash { get; init; }

    /// <summary>The menu of this reader; empty for nobody.</summary>
    public IReadOnlyList<MenuGroup> Menu { get; init; } = [];

    /// <summary>The city in the brand.</summary>
    public required string City { get; init; }

    /// <summary>True when the clock is the demo's.</summary>
    public bool Demo { get; init; }

    /// <summary>The frame of a request. Sets the token's cookie and takes the flash, so it is called before the answer begins.</summary>
    public static async ValueTask<Frame> Of(HttpContext http)
    {
        var services = http.RequestServices;
        var settings = services.GetRequiredService<IOptions<ShellSettings>>().Value;
        var words = new Words(CultureInfo.CurrentUICulture, services.GetRequiredService<TimeProvider>().GetUtcNow(), settings.Zone);
        var plain = http.Features.Get<PlainFrame>() is not null;
        var viewer = plain ? null : await settings.Viewer(http);
        var menu = viewer is null ? [] : services.GetRequiredService<Menu>()
            .For(viewer, http.Request.Path, words, await settings.Counts(http, viewer));
        var token = plain ? null : services.GetRequiredService<IAntiforgery>().GetAndStoreTokens(http);
        return new()
        {
            Words = words,
            Viewer = viewer,
            Path = Here(http),
            Token = token?.RequestToken ?? "",
            TokenName = token?.FormFieldName ?? "",
            Flash = plain ? null : services.GetRequiredService<Flash>().Take(http),
            Menu = menu,
            City = settings.City,
            Demo = settings.Demo,
        };
    }

    // A refused form stands at an address that answers no GET, and an error page at one nobody asked for: the way back leads to what was asked, or to where the form was.
    private static string Here(HttpContext http)
    {
        if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method))
            return http.Request.GetTypedHeaders().Referer is { } form && form.Authority == http.Request.Host.Value ? ReturnPath.Of(form.PathAndQuery) : "/";
        return http.Features.Get<IStatusCodeReExecuteFeature>() is { } asked
            ? asked.OriginalPath + asked.OriginalQueryString
            : http.Request.Path.Value + http.Request.QueryString.Value;
    }
}
