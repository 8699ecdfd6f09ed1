using Microsoft.AspNetCore.Antiforgery;

namespace Duban.Web.People;

/// <summary>What holds under <c>/api</c> besides the rights: a reading token does not write, and a browser's cookie alone does not either.</summary>
public static class MachineRules
{
    /// <summary>Stands after authorization.</summary>
    public static void UseMachineRules(this WebApplication app) => app.Use(async (http, next) =>
    {
        if (http.Request.Path.StartsWithSegments("/api") && SignedIn.Of(http) is { } me && !HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method))
        {
            var refusal = me.Scope switch
            {
                TokenScope.Write => null,
                TokenScope.Read => Results.Problem("The token allows reading only.", statusCode: StatusCodes.Status403Forbidden),
                // Another site could make a browser send its cookie; it cannot make it send this header.
                null when await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http) => null,
                _ => Results.Problem("A browser's request needs the anti-forgery header RequestVerificationToken.", statusCode: StatusCodes.Status400BadRequest),
            };
            if (refusal is not null)
            {
                await refusal.ExecuteAsync(http);
                return;
            }
        }
        await next(http);
    });
}
