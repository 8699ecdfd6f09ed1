using Duban.Domain;
using Duban.Domain.People;
using Duban.Web.Documents;
using Duban.Web.People.Pages;
using Duban.Web.Shell;
using Duban.Web.Shell.Forms;

namespace Duban.Web.People;

/// <summary>The machine doors of units and people.</summary>
public static class PeopleApi
{
    /// <summary>Maps the addresses below <c>/api</c>.</summary>
    public static void MapPeopleApi(this RouteGroupBuilder api)
    {
        api.MapGet("/me", Me.Show).WithName("me").WithTags("people").WithSummary("Who the caller is and what the token is worth.");
        api.MapGet("/units", Units).WithName("units").WithTags("people").Produces<IReadOnlyList<UnitView>>().WithSummary("The tree of units, parents first.");
        api.MapGet("/people", People).WithName("people").WithTags("people").Produces<IReadOnlyList<PersonView>>().ProducesProblem(403).WithSummary("People and their posts, for the office and the administrator.");

        var keeping = api.MapGroup("").WithTags("people").AddEndpointFilter(async (asked, next) =>
            SignedIn.ActorOf(asked.HttpContext).Role == Role.Administrator ? await next(asked) : Forbidden(asked.HttpContext));
        keeping.MapPost("/people", Add).WithName("person-new").Accepts<NewPersonForm>("application/json").Answers<OneTimePassword>().WithSummary("Enters a person with a first post; answers a one-time password once.");
        keeping.MapPost("/people/{id}/posts", AddPost).WithName("post-new").Accepts<NewPostForm>("application/json").Answers<string>();
        keeping.MapPost("/people/{id}/posts/{post}/end",
            (HttpContext http, PersonId id, string post, PeopleRegister register) => Answer(id, register.EndPost(id, post, http.RequestAborted))).WithName("post-end").Answers<string>();
        keeping.MapPost("/people/{id}/disable", (HttpContext http, PersonId id, PeopleRegister register) => Answer(id, register.Disable(id, http.RequestAborted))).WithName("person-disable").Answers<string>();
        keeping.MapPost("/people/{id}/enable", (HttpContext http, PersonId id, PeopleRegister register) => Answer(id, register.Enable(id, http.RequestAborted))).WithName("person-enable").Answers<string>();
        keeping.MapPost("/people/{id}/password", ResetPassword).WithName("person-password").Answers<OneTimePassword>();
        keeping.MapPost("/units", Load).WithName("units-load").Answers<int>().WithSummary("Body: the CSV of units. All of it is loaded, or nothing and every reason.");
    }

    private static RouteHandlerBuilder Answers<T>(this RouteHandlerBuilder endpoint) => endpoint.Produces<T>().ProducesProblem(403).ProducesProblem(422);

    private static async Task<IResult> Add(HttpContext http, PeopleRegister register, UnitRegister units)
    {
        var read = await FormText.Read<NewPersonForm>(http.Request);
        var (tree, form) = (await units.Tree(http.RequestAborted), read.Form);
        var wrong = new Reasons().With(read.Reasons).With(PersonForm.PostForm(form.Unit ?? "", form.Role ?? "", tree, out var at, out var role));
        var person = new NewPerson(form.UserName?.Trim() ?? "", form.Name?.Trim() ?? "", at, role);
        if (wrong.Count > 0) return Problems.Refused([.. wrong, .. person.Judge(tree).Where(r => r.Field is not ("unit" or "role"))]);
        var password = Password.OneTime();
        var reasons = await register.Add(person, password, mustChange: true, http.RequestAborted);
        return reasons.Count > 0 ? Problems.Refused(reasons) : Results.Ok(new OneTimePassword(person.UserName, password));
    }

    private static async Task<IResult> AddPost(HttpContext http, PersonId id, PeopleRegister register, UnitRegister units)
    {
        var read = await FormText.Read<NewPostForm>(http.Request);
        var (tree, form) = (await units.Tree(http.RequestAborted), read.Form);
        var wrong = new Reasons().With(read.Reasons).With(PersonForm.PostForm(form.Unit ?? "", form.Role ?? "", tree, out var at, out var role));
        return wrong.Count > 0 ? Problems.Refused(wrong) : await Answer(id, register.AddPost(id, at, role, http.RequestAborted));
    }

    private static async Task<IResult> ResetPassword(HttpContext http, PersonId id, PeopleRegister register)
    {
        var password = Password.OneTime();
        var reasons = await register.SetPassword(id, password, mustChange: true, http.RequestAborted);
        return reasons.Count > 0 ? Problems.Refused(reasons) : Results.Ok(new OneTimePassword(id.Value, password));
    }

    private static async Task<IResult> Load(HttpContext http, UnitRegister units, City city)
    {
        using var bytes = new MemoryStream();
        await http.Request.Body.CopyToAsync(bytes, http.RequestAborted);
        var ruling = UnitFile.Read(Csv.Read(bytes.ToArray()), city, await units.Tree(http.RequestAborted));
        if (!ruling.Allowed) return Problems.Refused(ruling.Reasons);
        await units.Save(ruling.Facts, http.RequestAborted);
        return Results.Ok(ruling.Facts.Count);
    }

    private static async Task<IResult> Answer(PersonId id, Task<IReadOnlyList<Reason>> asked) =>
        await asked is { Count: > 0 } reasons ? Problems.Refused(reasons) : Results.Ok(id.Value);

    private static IResult Forbidden(HttpContext http) => Results.Problem(statusCode: StatusCodes.Status403Forbidden, title: Words.Of(http)["error.403.title"]);

    private static async Task<IResult> Units(HttpContext http, UnitRegister units) =>
        Results.Ok((await units.Tree(http.RequestAborted)).All.Select(u => new UnitView(u.Id.Value, u.Path.Value, u.Name, u.Kind.ToString(), u.Aliases, u.Active)));

    private static async Task<IResult> People(HttpContext http, PeopleRegister register)
    {
        var by = SignedIn.ActorOf(http);
        if (by.Role is not (Role.Administrator or Role.Clerk or Role.Head)) return Forbidden(http);
        return Results.Ok((await register.All(http.RequestAborted)).GroupBy(r => r.Person).Select(g => new PersonView(
            g.Key, g.First().Name, g.First().DisabledAt is not null,
            [.. g.Where(r => r.PostId is not null && r.Until is null).Select(r => new PostView(r.PostId!, r.Unit!, r.Role!.Value.ToString()))])));
    }
}

/// <summary>A unit: its code, its place in the tree from the city down, its name, kind, other names, and whether it is in being.</summary>
public sealed record UnitView(string Code, string Path, string Name, string Kind, IReadOnlyList<string> Aliases, bool Active);

/// <summary>A person: user name, register name, whether they are shut out, and the posts they hold.</summary>
public sealed record PersonView(string Person, string Name, bool Disabled, IReadOnlyList<PostView> Posts);

/// <summary>A post: its id, the unit's code and the role.</summary>
public sealed record PostView(string Post, string Unit, string Role);

/// <summary>A new person as sent: user name, register name, and the first post's unit (code or name) and role.</summary>
public sealed record NewPersonForm(string? UserName, string? Name, string? Unit, string? Role);

/// <summary>A post as sent: the unit by code or name, and the role.</summary>
public sealed record NewPostForm(string? Unit, string? Role);

/// <summary>A password that must be changed at the first sign-in; told once.</summary>
public sealed record OneTimePassword(string Person, string Password);
