using Duban.Domain;
using Duban.Domain.People;
using Duban.Web.Shell;

namespace Duban.Web.People.Pages;

/// <summary>Roles and kinds of units in the reader's language.</summary>
public static class PeopleWords
{
    /// <summary>联络员, Liaison.</summary>
    public static string Of(Role role, Words words) => words["role." + Key(role.ToString())];

    /// <summary>县市区, County.</summary>
    public static string Of(UnitKind kind, Words words) => words["kind." + Key(kind.ToString())];

    /// <summary>A reason whose arguments may be roles.</summary>
    public static string Said(Reason reason, Words words) => ReasonWords.Of(reason with
    {
        Args = [.. reason.Args.Select(arg => arg is IEnumerable<Role> roles ? words.List(roles.Select(role => Of(role, words))) : arg)],
    }, words);

    private static string Key(string name) => string.Concat(name.Select((c, i) => (i > 0 && char.IsUpper(c) ? "_" : "") + char.ToLowerInvariant(c)));
}
