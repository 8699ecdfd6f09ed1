using Duban.Domain;
using Duban.Domain.People;

namespace Duban.Web.People;

/// <summary>Somebody to be entered in the register, with a first post and a way in.</summary>
/// <param name="UserName">The name to sign in with; also the person's id.</param>
/// <param name="Name">How the register calls them, e.g. 衡东县联络员.</param>
/// <param name="Unit">The post's unit.</param>
/// <param name="Role">The post's role.</param>
public sealed record NewPerson(string UserName, string Name, UnitId Unit, Role Role)
{
    /// <summary>The roles a post can have, e.g. <c>Liaison, Clerk</c>.</summary>
    public static string Roles => string.Join(", ", Enum.GetValues<Role>().Where(r => r != Role.Resident));

    /// <summary>Every reason why the person cannot be entered; empty when they can.</summary>
    public IReadOnlyList<Reason> Judge(UnitTree units)
    {
        var reasons = new List<Reason>();
        if (!PersonId.TryParse(UserName, null, out _)) reasons.Add(new("person.bad_user_name", "userName"));
        if (string.IsNullOrWhiteSpace(Name)) reasons.Add(new("person.no_name", "name"));
        else if (Name.Length > 100 || Name.Any(char.IsControl)) reasons.Add(new("person.bad_name", "name", 100));
        reasons.AddRange(JudgePost(Unit, Role, units));
        return reasons;
    }

    /// <summary>Every reason why such a post cannot be; empty when it can.</summary>
    public static IEnumerable<Reason> JudgePost(UnitId unitId, Role role, UnitTree units) =>
        units.Find(unitId) is not { } unit ? [new Reason("post.unit_unknown", "unit", unitId.ToString())]
        : !unit.Active ? [new Reason("post.unit_dissolved", "unit", unit.Name)]
        : RoleFit.Judge(role, unit) is { } misfit ? [misfit]
        : [];
}
