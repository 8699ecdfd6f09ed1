using Duban.Domain;
using Duban.Domain.People;
using Duban.Web.Shell;
using Microsoft.AspNetCore.Mvc;

namespace Duban.Web.People.Pages;

/// <summary>One person with their posts and what an administrator can do about them.</summary>
public sealed record PersonFile(PersonRow Person, IReadOnlyList<PersonRow> Posts, UnitTree Units, SetupJournal Journal, bool MayChange)
{
    /// <summary>The post typed and refused, with its reasons.</summary>
    public (string Unit, string Role, IReadOnlyList<Reason> Reasons) Typed { get; init; } = ("", "", []);

    /// <summary>The page.</summary>
    public static async Task<IResult> Show(HttpContext http, PersonId id, PeopleRegister register, UnitRegister units, PersonJournal journal) =>
        await Read(http, id, register, units, journal) is { } file ? PersonPage.Of(file) : Results.NotFound();

    /// <summary>One more post.</summary>
    public static async Task<IResult> AddPost(
        HttpContext http, PersonId id, [FromForm] string? unit, [FromForm] string? role, PeopleRegister register, UnitRegister units, PersonJournal journal, Flash flash)
    {
        var reasons = PersonForm.PostForm(unit ?? "", role ?? "", await units.Tree(), out var at, out var read);
        if (reasons.Count == 0) reasons = await register.AddPost(id, at, read, By(http), http.RequestAborted);
        if (reasons.Count == 0) return Saved(http, id, flash);
        return await Read(http, id, register, units, journal) is { } file
            ? PersonPage.Of(file with { Typed = (unit ?? "", role ?? "", reasons) }, StatusCodes.Status422UnprocessableEntity)
            : Results.NotFound();
    }

    /// <summary>Ends a post.</summary>
    public static async Task<IResult> EndPost(HttpContext http, PersonId id, [FromForm] string? post, PeopleRegister register, Flash flash) =>
        Answer(http, id, flash, await register.EndPost(id, post ?? "", By(http), http.RequestAborted));

    /// <summary>Shuts the person out.</summary>
    public static async Task<IResult> Disable(HttpContext http, PersonId id, PeopleRegister register, Flash flash) =>
        Answer(http, id, flash, await register.Disable(id, By(http), http.RequestAborted));

    /// <summary>Lets the person in again.</summary>
    public static async Task<IResult> Enable(HttpContext http, PersonId id, PeopleRegister register, Flash flash) =>
        Answer(http, id, flash, await register.Enable(id, By(http), http.RequestAborted));

    /// <summary>Sets a one-time password, shown once on the next page.</summary>
    public static async Task<IResult> ResetPassword(HttpContext http, PersonId id, PeopleRegister register, Flash flash)
    {
        var password = Password.OneTime();
        var reasons = await register.SetPassword(id, password, mustChange: true, By(http), http.RequestAborted);
        return reasons.Count > 0 ? Answer(http, id, flash, reasons) : Saved(http, id, flash, Words.Of(http)["people.one_time", password]);
    }

    private static string By(HttpContext http) => SignedIn.ActorOf(http).Person.Value;

    private static IResult Answer(HttpContext http, PersonId id, Flash flash, IReadOnlyList<Reason> reasons) =>
        Saved(http, id, flash, reasons.Count == 0 ? null : ReasonWords.Of(reasons[0], Words.Of(http)));

    private static IResult Saved(HttpContext http, PersonId id, Flash flash, string? sentence = null)
    {
        flash.Say(http, sentence ?? Words.Of(http)["people.saved"]);
        return Results.LocalRedirect($"/people/{id}");
    }

    private static async Task<PersonFile?> Read(HttpContext http, PersonId id, PeopleRegister register, UnitRegister units, PersonJournal journal)
    {
        var rows = (await register.All(http.RequestAborted)).Where(r => r.Person == id.Value).ToList();
        if (rows.Count == 0) return null;
        return new(
            rows[0], [.. rows.Where(r => r.PostId is not null)], await units.Tree(http.RequestAborted), await journal.Of(id, Words.Of(http), http.RequestAborted),
            SetupRights.Refusal(SignedIn.ActorOf(http), SetupAct.KeepPeople) is null);
    }
}
