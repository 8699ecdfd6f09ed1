using Duban.Domain;
using Duban.Domain.People;
using Duban.Web.Shell;
using Microsoft.AspNetCore.Mvc;

namespace Duban.Web.People.Pages;

/// <summary>A new person, as typed; a form is text until it has been read.</summary>
/// <param name="UserName">The name to sign in with.</param>
/// <param name="Name">What the register calls them.</param>
/// <param name="Unit">Name or code of the first post's unit.</param>
/// <param name="Role">The first post's role.</param>
public sealed record PersonForm(string UserName, string Name, string Unit, string Role)
{
    /// <summary>What is wrong with it.</summary>
    public IReadOnlyList<Reason> Reasons { get; init; } = [];

    /// <summary>All units, for the field's suggestions.</summary>
    public UnitTree Units { get; init; } = new([]);

    /// <summary>The empty form.</summary>
    public static async Task<IResult> Show(UnitRegister units, string? unit) =>
        NewPersonPage.Of(new("", "", unit is { Length: <= 100 } ? unit : "", "") { Units = await units.Tree() });

    /// <summary>Enters the person with a one-time password, which the next page shows once.</summary>
    public static async Task<IResult> Add(
        HttpContext http, [FromForm] string? userName, [FromForm] string? name, [FromForm] string? unit, [FromForm] string? role,
        PeopleRegister register, UnitRegister units, Flash flash)
    {
        var form = new PersonForm(userName?.Trim() ?? "", name?.Trim() ?? "", unit?.Trim() ?? "", role ?? "") { Units = await units.Tree() };
        var password = Password.OneTime();
        var reasons = PostForm(form.Unit, form.Role, form.Units, out var at, out var read);
        var by = SignedIn.ActorOf(http).Person.Value;
        if (reasons.Count == 0) reasons = await register.Add(new(form.UserName, form.Name, at, read), password, mustChange: true, by, http.RequestAborted);
        else reasons = [.. new NewPerson(form.UserName, form.Name, at, read).Judge(form.Units).Where(r => r.Field is not ("unit" or "role")), .. reasons];
        if (reasons.Count > 0) return NewPersonPage.Of(form with { Reasons = reasons }, StatusCodes.Status422UnprocessableEntity);
        flash.Say(http, Words.Of(http)["people.one_time", password]);
        return Results.LocalRedirect($"/people/{form.UserName}");
    }

    /// <summary>Reads a post from its two fields: the reasons when it cannot be.</summary>
    internal static IReadOnlyList<Reason> PostForm(string unitText, string roleText, UnitTree units, out UnitId unit, out Role role)
    {
        var found = UnitId.TryParse(unitText, null, out var id) && units.Find(id) is { } byCode ? byCode : units.Named(unitText) is [var only] ? only : null;
        unit = found?.Id ?? default;
        var reasons = new List<Reason>();
        if (found is null) reasons.Add(new("post.unit_unknown", "unit", unitText));
        if (!Enum.TryParse(roleText, ignoreCase: true, out role) || int.TryParse(roleText, out _) || !Enum.IsDefined(role) || role == Domain.People.Role.Resident)
            reasons.Add(new("post.role_unknown", "role", roleText, NewPerson.Roles));
        return reasons;
    }
}
