using System.Security.Claims;
using Duban.Domain.People;

namespace Duban.Web.People;

/// <summary>Somebody who is in: a person in one of their posts. The cookie keeps only the claims; the rest is looked up at every request.</summary>
public sealed class SignedIn : ClaimsIdentity
{
    /// <summary>The claims of the cookie.</summary>
    public const string PersonClaim = "person", StampClaim = "stamp", PostClaim = "post";

    /// <summary>A person in a post.</summary>
    /// <param name="standing">What holds of the person.</param>
    /// <param name="post">The post they act in.</param>
    /// <param name="unit">The post's unit.</param>
    /// <param name="elsewhere">Where their other posts of the day stand.</param>
    /// <param name="scheme">How they came in.</param>
    /// <param name="scope">What a machine's token allows; null for a person at a browser.</param>
    public SignedIn(Standing standing, Post post, Unit unit, IReadOnlyList<UnitPath> elsewhere, string scheme, TokenScope? scope = null)
        : base([new(PersonClaim, standing.Person.Value), new(StampClaim, standing.Stamp ?? ""), new(PostClaim, post.Id)], scheme, PersonClaim, null)
    {
        (Standing, Post, Unit, Scope) = (standing, post, unit, scope);
        InPost = new(standing.Person, post.Role, unit.Path, unit.Kind) { AlsoOf = elsewhere };
    }

    /// <summary>What holds of the person.</summary>
    public Standing Standing { get; }

    /// <summary>The post they act in.</summary>
    public Post Post { get; }

    /// <summary>The post's unit.</summary>
    public Unit Unit { get; }

    /// <summary>What a machine's token allows; null for a person at a browser.</summary>
    public TokenScope? Scope { get; }

    /// <summary>The person as the rules see them.</summary>
    public Actor InPost { get; }

    /// <summary>Who sent the request, or null for a visitor.</summary>
    public static SignedIn? Of(HttpContext http) => http.User.Identity as SignedIn;

    /// <summary>Who acts: the one place where a request becomes an actor. For addresses behind sign-in only.</summary>
    public static Actor ActorOf(HttpContext http) =>
        Of(http)?.InPost ?? throw new InvalidOperationException($"{http.Request.Path} asks who acts, but stands outside the doors that know.");
}
