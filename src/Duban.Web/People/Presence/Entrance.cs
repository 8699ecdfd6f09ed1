using System.Security.Claims;
using Duban.Domain.Calendar;
using Duban.Domain.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Duban.Web.People;

/// <summary>Judges, at every request, whether a cookie or a token still stands for somebody who may be in.</summary>
public sealed class Entrance(Standings standings, UnitRegister units, TimeProvider clock)
{
    /// <summary>The person in that post, or null when person, post or unit no longer holds.</summary>
    /// <param name="person">Who they say they are.</param>
    /// <param name="postId">The post they mean to act in; null for the first they hold.</param>
    /// <param name="scheme">How they come in.</param>
    /// <param name="scope">What a machine's token allows.</param>
    /// <param name="ct">Gives up.</param>
    public async ValueTask<SignedIn?> Admit(PersonId person, string? postId, string scheme, TokenScope? scope = null, CancellationToken ct = default)
    {
        if (await standings.Of(person, ct) is not { Disabled: false } standing) return null;
        var held = standing.HeldOn(WorkCalendar.China.LocalDate(clock.GetUtcNow())).ToArray();
        var post = held.FirstOrDefault(p => postId is null || p.Id == postId);
        var tree = await units.Tree(ct);
        if (post is null || tree.Find(post.Unit) is not { } unit) return null;
        IReadOnlyList<UnitPath> elsewhere = held.Length == 1 ? [] : [.. held.Where(p => p != post).Select(p => tree.Find(p.Unit)).OfType<Unit>().Select(u => u.Path)];
        return new(standing, post, unit, elsewhere, scheme, scope);
    }

    /// <summary>Replaces the cookie's bare claims by what holds now; a changed password, a dismissal or an ended post puts the browser out.</summary>
    public static async Task Validate(CookieValidatePrincipalContext context)
    {
        var claims = context.Principal!;
        if (PersonId.TryParse(claims.FindFirstValue(SignedIn.PersonClaim), null, out var person)
            && claims.FindFirstValue(SignedIn.PostClaim) is { } post
            && await context.HttpContext.RequestServices.GetRequiredService<Entrance>()
                .Admit(person, post, context.Scheme.Name, ct: context.HttpContext.RequestAborted) is { } signedIn
            && signedIn.Standing.Stamp == claims.FindFirstValue(SignedIn.StampClaim))
        {
            context.ReplacePrincipal(new(signedIn));
            return;
        }
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(context.Scheme.Name);
    }
}
