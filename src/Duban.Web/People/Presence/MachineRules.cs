using Duban.Domain;
using Duban.Web.Shell;
using Duban.Web.Shell.Machines;
using Microsoft.AspNetCore.Antiforgery;

namespace Duban.Web.People;

/// <summary>What holds under <c>/api</c> besides the rights: a reading token does not write, and a browser's cookie alone does not either.</summary>
public static class MachineRules
{
    /// <summary>Stands after authorization.</summary>
    public static void UseMachineRules(this WebApplication app) => app.Use(async (http, next) =>
    {
        if (http.Request.Path.StartsWithSegments("/api"))
        {
            var me = SignedIn.Of(http);
            // What one person may read is nobody else's, and no cache's on the way.
            if (me is not null) http.Response.Headers.CacheControl = "no-store";
            if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method) && await Refusal(http, me) is { } refusal)
            {
                await refusal.ExecuteAsync(http);
                return;
            }
        }
        await next(http);
    });

    private static async Task<IResult?> Refusal(HttpContext http, SignedIn? me) => me?.Scope switch
    {
        _ when MachineHeaders.KeyOf(http) is { Length: > MachineHeaders.LongestKey } => Problems.Malformed(new Reason("once.key_too_long", null, MachineHeaders.LongestKey)),
        TokenScope.Write => null,
        TokenScope.Read => Problems.Forbidden(new Reason("token.reads_only")),
        null when me is null => null,
        // Another site could make a browser send its cookie; it cannot make it send this header.
        null when await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http) => null,
        _ => Problems.Malformed(new Reason("form.token_missing")),
    };
}
