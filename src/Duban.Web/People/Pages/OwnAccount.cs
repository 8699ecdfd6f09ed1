using Duban.Domain;
using Duban.Domain.Calendar;
using Duban.Domain.People;
using Duban.Web.Shell;
using Microsoft.AspNetCore.Mvc;

namespace Duban.Web.People.Pages;

/// <summary>What people manage of their own: the post they act in, and their password.</summary>
public sealed record OwnAccount(SignedIn Me, IReadOnlyList<(Post Post, Unit? Unit)> Posts, SetupJournal Journal, IReadOnlyList<Reason> Reasons)
{
    /// <summary>The page.</summary>
    public static async Task<IResult> Show(HttpContext http, UnitRegister units, PersonJournal journal, TimeProvider clock) => await Page(http, units, journal, clock, []);

    /// <summary>Acts in another of the person's posts from now on.</summary>
    public static async Task<IResult> Switch(HttpContext http, [FromForm] string? post, SignIns signIns, UnitRegister units, Flash flash)
    {
        var me = SignedIn.Of(http)!;
        if (post is null || !await signIns.Enter(http, me.Standing.Person, post)) return Results.StatusCode(StatusCodes.Status403Forbidden);
        var words = Words.Of(http);
        if (me.Standing.Posts.FirstOrDefault(p => p.Id == post) is { } now && (await units.Tree()).Find(now.Unit) is { } unit)
            flash.Say(http, words["account.switched", unit.Name, PeopleWords.Of(now.Role, words)]);
        return Results.LocalRedirect("/");
    }

    /// <summary>Changes the password; every other browser is put out.</summary>
    public static async Task<IResult> ChangePassword(
        HttpContext http, [FromForm] string? current, [FromForm] string? password, SignIns signIns, Flash flash, UnitRegister units, PersonJournal journal, TimeProvider clock)
    {
        var reasons = await signIns.ChangePassword(http, SignedIn.Of(http)!, current ?? "", password ?? "");
        if (reasons.Count > 0) return await Page(http, units, journal, clock, reasons);
        flash.Say(http, Words.Of(http)["account.password_changed"]);
        return Results.LocalRedirect("/");
    }

    private static async Task<IResult> Page(HttpContext http, UnitRegister units, PersonJournal journal, TimeProvider clock, IReadOnlyList<Reason> reasons)
    {
        var me = SignedIn.Of(http)!;
        var tree = await units.Tree(http.RequestAborted);
        return AccountPage.Of(
            new(me, [.. me.Standing.HeldOn(WorkCalendar.China.LocalDate(clock.GetUtcNow())).Select(p => (p, tree.Find(p.Unit)))],
                await journal.Of(me.Standing.Person, Words.Of(http), http.RequestAborted), reasons),
            reasons.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }
}
