using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Duban.Web.People;

/// <summary>Lets machines in by <c>Authorization: Bearer dbn_…</c>.</summary>
public sealed class BearerHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder, ApiTokens tokens, Entrance entrance)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    /// <summary>The scheme's name, and the word before the token.</summary>
    public const string Bearer = "Bearer";

    /// <summary>True when the request offers a token.</summary>
    public static bool Offered(HttpRequest request) =>
        request.Headers.Authorization is [{ } value] && value.StartsWith(Bearer + " ", StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc />
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!Offered(Request)) return AuthenticateResult.NoResult();
        var token = Request.Headers.Authorization.ToString()[(Bearer.Length + 1)..].Trim();
        return await tokens.Find(token, Context.RequestAborted) is { } found
            && await entrance.Admit(new(found.PersonId), found.PostId, Scheme.Name, found.Scope, Context.RequestAborted) is { } signedIn
            ? AuthenticateResult.Success(new(new(signedIn), Scheme.Name))
            : AuthenticateResult.Fail("The token is unknown, expired or revoked, or its holder has left.");
    }

    /// <inheritdoc />
    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = Bearer;
        return Task.CompletedTask;
    }
}
