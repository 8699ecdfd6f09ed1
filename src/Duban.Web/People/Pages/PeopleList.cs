using Duban.Domain.People;
using Duban.Web.Shell;

namespace Duban.Web.People.Pages;

/// <summary>A person with all their posts, as the list shows them.</summary>
public sealed record ListedPerson(PersonRow Person, IReadOnlyList<PersonRow> Posts);

/// <summary>The list of people.</summary>
/// <param name="Text">What was looked for.</param>
/// <param name="People">Those found, by user name.</param>
/// <param name="Posts">How many posts they hold.</param>
/// <param name="Units">The tree, for names.</param>
/// <param name="MayChange">True for an administrator.</param>
public sealed record PeopleList(string Text, IReadOnlyList<ListedPerson> People, int Posts, UnitTree Units, bool MayChange)
{
    /// <summary>The page.</summary>
    public static async Task<IResult> Show(HttpContext http, string? text, PeopleRegister register, UnitRegister units)
    {
        var tree = await units.Tree(http.RequestAborted);
        var wanted = UnitTree.Plain(text is { Length: <= 100 } ? text : "");
        var all = (await register.All(http.RequestAborted)).GroupBy(r => r.Person)
            .Select(g => new ListedPerson(g.First(), [.. g.Where(r => r.PostId is not null)]))
            .Where(p => wanted.Length == 0 || p.Posts.Select(r => tree.Find(new(r.Unit!))?.Name ?? "").Append(p.Person.Name).Append(p.Person.Person)
                .Any(name => UnitTree.Plain(name).Contains(wanted, StringComparison.Ordinal))).ToList();
        return PeoplePage.Of(new(text ?? "", all, all.Sum(p => p.Posts.Count(r => r.Until is null)), tree, SetupRights.Refusal(SignedIn.ActorOf(http), SetupAct.KeepPeople) is null));
    }
}
