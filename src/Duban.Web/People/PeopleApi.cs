using Duban.Domain;
using Duban.Domain.People;
using Duban.Web.Documents;
using Duban.Web.People.Pages;
using Duban.Web.Shell;
using Duban.Web.Shell.Forms;
using Duban.Web.Shell.Machines;

namespace Duban.Web.People;

/// <summary>The machine doors of units and people.</summary>
public static class PeopleApi
{
    /// <summary>Maps the addresses below <c>/api</c>.</summary>
    public static void MapPeopleApi(this RouteGroupBuilder api)
    {
        api.MapGet("/me", Me.Show).WithName("me").WithTags("people").Produces<Me>().WithSummary("Who the caller is and what the token is worth.");
        api.MapGet("/units", Units).WithName("units").WithTags("people").Produces<IReadOnlyList<UnitView>>().WithSummary("The tree of units, parents first.");
        api.MapGet("/people", People).WithName("people").WithTags("people").Produces<IReadOnlyList<PersonView>>().ProducesProblem(403).WithSummary("People and their posts, for the office and the administrator.");

        api.MapGet("/people/changes", (HttpContext http, PersonJournal journal) => Changes(http, journal)).WithName("people-changes").WithTags("people")
            .Produces<IReadOnlyList<SetupChange>>().ProducesProblem(403).WithSummary("Who gave whom which post, password or token last: a hundred at most, newest first.");
        api.MapGet("/people/{id}/changes", (HttpContext http, PersonId id, PersonJournal journal, Standings standings) => ChangesOf(http, id, journal, standings)).WithName("person-changes").WithTags("people")
            .Produces<IReadOnlyList<SetupChange>>().ProducesProblem(403).ProducesProblem(404).WithSummary("All that happened to a person's entry, newest first; everybody may ask about their own.");

        var keeping = api.MapGroup("").WithTags("people").AddEndpointFilter(async (asked, next) =>
            SetupRights.Refusal(SignedIn.ActorOf(asked.HttpContext), SetupAct.KeepPeople) is null ? await next(asked) : Forbidden());
        keeping.MapPost("/people", Add).WithName("person-new").Accepts<NewPersonForm>("application/json").Answers<OneTimePassword>()
            .WithSummary("Enters a person with a first post; answers a one-time password, in the first answer only.");
        keeping.MapPost("/people/{id}/posts", AddPost).WithName("post-new").ProducesProblem(404).Accepts<NewPostForm>("application/json").Answers<string>()
            .WithSummary("Gives a person one more post from today on.");
        keeping.MapPost("/people/{id}/posts/{post}/end",
            (HttpContext http, PersonId id, string post, PeopleRegister register) => Answer(id, register.EndPost(id, post, By(http), http.RequestAborted)))
            .WithName("post-end").Answers<string>()
            .WithSummary("Ends a post with the end of yesterday; the last administrator stays.");
        keeping.MapPost("/people/{id}/disable",
            (HttpContext http, PersonId id, PeopleRegister register) => Answer(id, register.Disable(id, By(http), http.RequestAborted))).WithName("person-disable").Answers<string>()
            .WithSummary("Shuts a person out, at every browser and for every token.");
        keeping.MapPost("/people/{id}/enable",
            (HttpContext http, PersonId id, PeopleRegister register) => Answer(id, register.Enable(id, By(http), http.RequestAborted))).WithName("person-enable").Answers<string>()
            .WithSummary("Lets a person in again.");
        keeping.MapPost("/people/{id}/password", ResetPassword).WithName("person-password").ProducesProblem(404).Answers<OneTimePassword>()
            .WithSummary("Sets a one-time password, told in the first answer only.");
        keeping.MapPost("/units", Load).WithName("units-load").Answers<int>().WithMetadata(new TakesText("text/csv"))
            .WithSummary("Loads the CSV of units. All of it is loaded, or nothing and every reason.");
        keeping.MapTokensApi();
    }

    private static async Task<IResult> Add(HttpContext http, PeopleRegister register, UnitRegister units)
    {
        var read = await FormText.Read<NewPersonForm>(http.Request);
        var (tree, form) = (await units.Tree(http.RequestAborted), read.Form);
        var wrong = new Reasons().With(read.Reasons).With(PersonForm.PostForm(form.Unit ?? "", form.Role ?? "", tree, out var at, out var role));
        var person = new NewPerson(form.UserName?.Trim() ?? "", form.Name?.Trim() ?? "", at, role);
        if (wrong.Count > 0) return Problems.Refused([.. wrong, .. person.Judge(tree).Where(r => r.Field is not ("unit" or "role"))]);
        var password = Password.OneTime();
        var reasons = await register.Add(person, password, mustChange: true, By(http), http.RequestAborted);
        return reasons.Count > 0 ? Problems.Refused(reasons) : Told(http, person.UserName, password);
    }

    private static async Task<IResult> AddPost(HttpContext http, PersonId id, PeopleRegister register, UnitRegister units)
    {
        var read = await FormText.Read<NewPostForm>(http.Request);
        var (tree, form) = (await units.Tree(http.RequestAborted), read.Form);
        var wrong = new Reasons().With(read.Reasons).With(PersonForm.PostForm(form.Unit ?? "", form.Role ?? "", tree, out var at, out var role));
        return wrong.Count > 0 ? Problems.Refused(wrong) : await Answer(id, register.AddPost(id, at, role, By(http), http.RequestAborted));
    }

    private static async Task<IResult> ResetPassword(HttpContext http, PersonId id, PeopleRegister register)
    {
        var password = Password.OneTime();
        var reasons = await register.SetPassword(id, password, mustChange: true, By(http), http.RequestAborted);
        return reasons.Count > 0 ? Refused(reasons) : Told(http, id.Value, password);
    }

    private static ToldOnce Told(HttpContext http, string person, string password) => new(
        Results.Ok(new OneTimePassword(person, password, null)), Results.Ok(new OneTimePassword(person, null, Words.Of(http)["people.told_once"])));

    private static async Task<IResult> Load(HttpContext http, UnitRegister units, City city)
    {
        using var bytes = new MemoryStream();
        await http.Request.Body.CopyToAsync(bytes, http.RequestAborted);
        var ruling = UnitFile.Read(Csv.Read(bytes.ToArray()), city, await units.Tree(http.RequestAborted));
        if (!ruling.Allowed) return Problems.Refused(ruling.Reasons);
        await units.Save(ruling.Facts, By(http), http.RequestAborted);
        return Results.Ok(ruling.Facts.Count);
    }

    private static async Task<IResult> Answer(PersonId id, Task<IReadOnlyList<Reason>> asked) =>
        await asked is { Count: > 0 } reasons ? Refused(reasons) : Results.Ok(id.Value);

    // Nobody of that name: the address leads nowhere.
    private static IResult Refused(IReadOnlyList<Reason> reasons) => reasons.FirstOrDefault(r => r.Code == "person.unknown") is { } nobody ? Problems.Unknown(nobody) : Problems.Refused(reasons);

    private static string By(HttpContext http) => SignedIn.ActorOf(http).Person.Value;

    private static IResult Forbidden() => Problems.Of(StatusCodes.Status403Forbidden);

    private static async Task<IResult> Units(HttpContext http, UnitRegister units) =>
        Results.Ok((await units.Tree(http.RequestAborted)).All.Select(u => new UnitView(u.Id.Value, u.Path.Value, u.Name, u.Kind.ToString(), u.Aliases, u.Active)));

    private static async Task<IResult> Changes(HttpContext http, PersonJournal journal) =>
        Looks(SignedIn.ActorOf(http)) ? Results.Ok((await journal.All(Words.Of(http), http.RequestAborted)).Last) : Forbidden();

    private static async Task<IResult> ChangesOf(HttpContext http, PersonId id, PersonJournal journal, Standings standings)
    {
        var by = SignedIn.ActorOf(http);
        return id != by.Person && !Looks(by) ? Forbidden()
            : await standings.Of(id, http.RequestAborted) is null ? Problems.Unknown(new Reason("person.unknown", "id", id))
            : Results.Ok((await journal.Of(id, Words.Of(http), http.RequestAborted)).Last);
    }

    private static bool Looks(Actor by) => SetupRights.Refusal(by, SetupAct.SeePeople) is null;

    private static async Task<IResult> People(HttpContext http, PeopleRegister register)
    {
        if (!Looks(SignedIn.ActorOf(http))) return Forbidden();
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
/// <param name="Person">Whose.</param>
/// <param name="Password">The password; null when the same request is answered again.</param>
/// <param name="Note">Why it is not there, or null.</param>
public sealed record OneTimePassword(string Person, string? Password, string? Note);
