using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace Duban.Web.Shell;

/// <summary>
/// A request with the character NUL goes no further: nobody types it, and PostgreSQL can neither keep it nor be asked for it. Nor does a
/// form in an encoding that is not read here.
/// </summary>
internal static class SoundRequests
{
    /// <summary>Stands before anything reads the query.</summary>
    public static void UseSoundQueries(this WebApplication app) => app.Use(async (http, next) =>
    {
        // A NUL cannot stand in a request line itself, and percent-encoding has one way to write it.
        var status = http.Request.QueryString.Value?.Contains("%00", StringComparison.Ordinal) == true ? StatusCodes.Status400BadRequest
            : FormIsReadable(http.Request) ? 0 : StatusCodes.Status415UnsupportedMediaType;
        if (status == 0) await next(http);
        else if (http.Request.Path.StartsWithSegments("/api")) await Results.Problem(statusCode: status).ExecuteAsync(http);
        else http.Response.StatusCode = status;
    });

    private static bool FormIsReadable(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.Charset.HasValue) return true;
        try { return type.Encoding is not null; }
        catch (NotSupportedException) { return false; }
    }

    /// <summary>True when a form whose token is good holds no NUL.</summary>
    public static bool FormIsSound(HttpContext http) => http.Features.Get<IFormFeature>()?.Form is not { } form
        || (form.All(field => IsSound(field.Key) && field.Value.All(IsSound)) && form.Files.All(file => IsSound(file.Name) && IsSound(file.FileName)));

    private static bool IsSound(string? text) => text?.Contains('\0', StringComparison.Ordinal) != true;
}
