namespace Duban.Web.People.Pages;

/// <summary>Who the caller is, for a machine that wants to know what its token is worth.</summary>
/// <param name="Person">The person.</param>
/// <param name="Post">The post acted in.</param>
/// <param name="Role">What it allows.</param>
/// <param name="Unit">The unit's code.</param>
/// <param name="UnitName">The unit's name.</param>
/// <param name="Scope">What the token allows; null for a browser.</param>
public sealed record Me(string Person, string Post, string Role, string Unit, string UnitName, string? Scope)
{
    /// <summary>Who the caller is and what the token is worth.</summary>
    public static Me Show(HttpContext http)
    {
        var me = SignedIn.Of(http)!;
        return new(me.Standing.Person.Value, me.Post.Id, me.Post.Role.ToString(), me.Unit.Id.Value, me.Unit.Name, me.Scope?.ToString());
    }
}
