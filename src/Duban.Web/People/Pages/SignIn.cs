using Duban.Domain.People;
using Duban.Web.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Duban.Web.People.Pages;

/// <summary>The way in, as its page shows it.</summary>
/// <param name="Name">The name typed before, for another try.</param>
/// <param name="Back">Where to go afterwards, a path of this site.</param>
/// <param name="Failed">True after a wrong try, whatever was wrong.</param>
public sealed record SignIn(string Name, string Back, bool Failed)
{
    /// <summary>Accounts to try, in a demo only.</summary>
    public IReadOnlyList<NewPerson> DemoAccounts { get; init; } = [];

    /// <summary>Their password.</summary>
    public string DemoPassword { get; init; } = "";

    /// <summary>The page; somebody already in goes on.</summary>
    public static async Task<IResult> Show(HttpContext http, string? back, UnitRegister units, IOptions<TrialAccounts> trial) =>
        SignedIn.Of(http) is not null ? Results.LocalRedirect(ReturnPath.Of(back)) : await Page(http, new("", ReturnPath.Of(back), false), units, trial);

    /// <summary>A try.</summary>
    public static async Task<IResult> Try(
        HttpContext http, [FromForm] string? name, [FromForm] string? password, [FromForm] string? back, SignIns signIns, UnitRegister units, IOptions<TrialAccounts> trial) =>
        await signIns.Enter(http, (name ?? "").Trim(), password ?? "")
            ? Results.LocalRedirect(ReturnPath.Of(back))
            : await Page(http, new(Shown(name), ReturnPath.Of(back), true), units, trial);

    /// <summary>Out, and back to the way in.</summary>
    public static async Task<IResult> Leave(HttpContext http, Flash flash)
    {
        await SignIns.Leave(http);
        flash.Say(http, Words.Of(http)["sign_in.signed_out"]);
        return Results.LocalRedirect("/sign-in");
    }

    private static async Task<IResult> Page(HttpContext http, SignIn model, UnitRegister units, IOptions<TrialAccounts> trial)
    {
        model = model with { DemoAccounts = trial.Value.Shown(await units.Tree(http.RequestAborted)), DemoPassword = trial.Value.Password };
        return SignInPage.Of(model, model.Failed ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private static string Shown(string? name) => name is { Length: <= 64 } ? name.Trim() : "";
}
