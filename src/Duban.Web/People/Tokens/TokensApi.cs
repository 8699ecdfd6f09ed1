using System.Globalization;
using Duban.Domain;
using Duban.Domain.Calendar;
using Duban.Domain.People;
using Duban.Web.Shell;
using Duban.Web.Shell.Forms;
using Duban.Web.Shell.Machines;

namespace Duban.Web.People;

/// <summary>The machine doors of tokens: listed, made and revoked by the administrator, who keeps passwords too.</summary>
public static class TokensApi
{
    /// <summary>Maps the addresses below <c>/api/people</c>, on a group that only the administrator passes.</summary>
    public static void MapTokensApi(this RouteGroupBuilder keeping)
    {
        keeping.MapGet("/people/{id}/tokens", List).WithName("tokens").Produces<IReadOnlyList<TokenView>>().ProducesProblem(404)
            .WithSummary("A person's tokens, the newest first; never the tokens themselves.");
        keeping.MapPost("/people/{id}/tokens", Issue).WithName("token-new").Accepts<NewTokenForm>("application/json").Produces<IssuedToken>().ProducesProblem(404)
            .WithSummary("Makes a token for a post, told in the first answer only.");
        keeping.MapDelete("/people/{id}/tokens/{token}", Revoke).WithName("token-revoke").Produces<string>().ProducesProblem(404)
            .WithSummary("Revokes a token; on other nodes it ends within five seconds.");
    }

    private static async Task<IResult> List(HttpContext http, PersonId id, ApiTokens tokens, Standings standings) =>
        await standings.Of(id, http.RequestAborted) is null ? Unknown(id)
        : Results.Ok((await tokens.Of(id, http.RequestAborted)).Select(t => new TokenView(t.Id, t.PostId, t.Name, t.Scope.ToString(), t.ExpiresAt, t.RevokedAt)));

    private static async Task<IResult> Issue(HttpContext http, PersonId id, ApiTokens tokens, Standings standings, TimeProvider clock)
    {
        if (await standings.Of(id, http.RequestAborted) is not { } standing) return Unknown(id);
        var read = await FormText.Read<NewTokenForm>(http.Request);
        var (form, name) = (read.Form, read.Form.Name?.Trim() ?? "");
        var days = form.Days is null ? ApiTokens.UsualDays : int.TryParse(form.Days, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        var post = standing.Disabled ? null : standing.HeldOn(WorkCalendar.China.LocalDate(clock.GetUtcNow())).FirstOrDefault(p => form.Post is null || p.Id == form.Post);
        var knownScope = Enum.TryParse<TokenScope>(form.Scope ?? nameof(TokenScope.Read), out var scope) && Enum.IsDefined(scope);
        var reasons = new Reasons().With(read.Reasons).With(ApiTokens.Judge(name, days))
            .When(!knownScope, "field.no_choice", "scope", form.Scope)
            .When(post is null, "token.no_post", "post", id);
        if (reasons.Count > 0) return Problems.Refused(reasons);
        var (token, made) = await tokens.Issue(post!, name, scope, TimeSpan.FromDays(days), SignedIn.ActorOf(http).Person.Value, http.RequestAborted);
        return new ToldOnce(Results.Ok(new IssuedToken(made, token, null)), Results.Ok(new IssuedToken(made, null, Words.Of(http)["people.told_once"])));
    }

    private static async Task<IResult> Revoke(HttpContext http, PersonId id, string token, ApiTokens tokens) =>
        await tokens.Revoke(id, token, SignedIn.ActorOf(http).Person.Value, http.RequestAborted)
            ? Results.Ok(token) : Problems.Unknown(new Reason("token.unknown", "token", token));

    private static IResult Unknown(PersonId id) => Problems.Unknown(new Reason("person.unknown", "id", id));
}

/// <summary>A token as sent: what it is for, <c>Read</c> (when nothing is said) or <c>Write</c>, days until it expires (90; 1 to 366), and the post (the first one held).</summary>
public sealed record NewTokenForm(string? Name, string? Scope, string? Days, string? Post);

/// <summary>A token as it is listed: its id, the post it acts in, what it is for, what it allows, and its end.</summary>
public sealed record TokenView(string Id, string Post, string Name, string Scope, DateTimeOffset ExpiresAt, DateTimeOffset? RevokedAt);

/// <summary>A token that was made.</summary>
/// <param name="Id">By which it is revoked.</param>
/// <param name="Token">The token; null when the same request is answered again.</param>
/// <param name="Note">Why it is not there, or null.</param>
public sealed record IssuedToken(string Id, string? Token, string? Note);
