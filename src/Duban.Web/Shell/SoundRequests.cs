using Microsoft.AspNetCore.Http.Features;

namespace Duban.Web.Shell;

/// <summary>A request with the character NUL goes no further: nobody types it, and PostgreSQL can neither keep it nor be asked for it.</summary>
internal static class SoundRequests
{
    /// <summary>Stands before anything reads the query.</summary>
    public static void UseSoundQueries(this WebApplication app) => app.Use(async (http, next) =>
    {
        // A NUL cannot stand in a request line itself, and percent-encoding has one way to write it.
        if (http.Request.QueryString.Value?.Contains("%00", StringComparison.Ordinal) != true) await next(http);
        else if (http.Request.Path.StartsWithSegments("/api")) await Results.Problem(statusCode: StatusCodes.Status400BadRequest).ExecuteAsync(http);
        else http.Response.StatusCode = StatusCodes.Status400BadRequest;
    });

    /// <summary>True when a form whose token is good holds no NUL.</summary>
    public static bool FormIsSound(HttpContext http) => http.Features.Get<IFormFeature>()?.Form is not { } form
        || (form.All(field => IsSound(field.Key) && field.Value.All(IsSound)) && form.Files.All(file => IsSound(file.Name) && IsSound(file.FileName)));

    private static bool IsSound(string? text) => text?.Contains('\0', StringComparison.Ordinal) != true;
}
