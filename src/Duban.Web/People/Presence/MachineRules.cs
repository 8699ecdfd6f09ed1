using Microsoft.AspNetCore.Antiforgery;

namespace Duban.Web.People;

/// <summary>What holds under <c>/api</c> besides the rights: a reading token does not write, and a browser's cookie alone does not either.</summary>
public static class MachineRules
{
    /// <summary>Characters of an idempotency key: what is kept with the person's id in front of it.</summary>
    public const int LongestKey = 100;

    /// <summary>Stands after authorization.</summary>
    public static void UseMachineRules(this WebApplication app) => app.Use(async (http, next) =>
    {
        if (http.Request.Path.StartsWithSegments("/api") && SignedIn.Of(http) is { } me)
        {
            // What one person may read is nobody else's, and no cache's on the way.
            http.Response.Headers.CacheControl = "no-store";
            if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method) && await Refusal(http, me) is { } refusal)
            {
                await refusal.ExecuteAsync(http);
                return;
            }
        }
        await next(http);
    });

    private static async Task<IResult?> Refusal(HttpContext http, SignedIn me) => me.Scope switch
    {
        _ when http.Request.Headers["Idempotency-Key"].ToString().Length > LongestKey =>
            Results.Problem($"An Idempotency-Key has at most {LongestKey} characters.", statusCode: StatusCodes.Status400BadRequest),
        TokenScope.Write => null,
        TokenScope.Read => Results.Problem("The token allows reading only.", statusCode: StatusCodes.Status403Forbidden),
        // Another site could make a browser send its cookie; it cannot make it send this header.
        null when await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http) => null,
        _ => Results.Problem("A browser's request needs the anti-forgery header RequestVerificationToken.", statusCode: StatusCodes.Status400BadRequest),
    };
}
