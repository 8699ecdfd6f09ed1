namespace Duban.Web.People;

/// <summary>Whoever came in with a one-time password chooses an own one before anything else.</summary>
public static class OneTimePasswords
{
    /// <summary>Stands after authentication; leaves the account page, the way out, the language and the assets open.</summary>
    public static void UseOneTimePasswords(this WebApplication app) => app.Use((http, next) =>
    {
        if (SignedIn.Of(http) is not { Standing.MustChange: true } || http.GetEndpoint()?.Metadata.GetMetadata<OpenToOneTimePasswords>() is not null
            || http.GetEndpoint()?.Metadata.GetMetadata<Microsoft.AspNetCore.Authorization.IAuthorizeData>() is null)
            return next(http);
        if (http.Request.Path.StartsWithSegments("/api")) http.Response.StatusCode = StatusCodes.Status403Forbidden;
        else http.Response.Redirect("/account");
        return Task.CompletedTask;
    });
}

/// <summary>Marks an address that may be used with a one-time password.</summary>
internal sealed record OpenToOneTimePasswords;
