using static Duban.Domain.People.Role;
using static Duban.Domain.People.UnitKind;

namespace Duban.Domain.People;

/// <summary>Which roles a kind of unit can give: a county department verifies, a city bureau accepts and verifies what another bureau did, the office keeps the ledger.</summary>
public static class RoleFit
{
    /// <summary>The roles a post in such a unit may have, in the order of <see cref="Role"/>.</summary>
    public static IReadOnlyList<Role> RolesOf(UnitKind kind) => kind switch
    {
        City => [Reader, Administrator],
        Office => [Reader, Clerk, Head, Administrator],
        Bureau => [Reader, Liaison, UnitLeader, Verifier, Acceptor],
        County or Park => [Reader, Liaison, UnitLeader],
        Department => [Reader, Liaison, UnitLeader, Verifier],
        Township or Village or Institution => [Reader, Liaison, UnitLeader],
        _ => [],
    };

    /// <summary>Null when the role fits the unit; the reason when it does not.</summary>
    public static Reason? Judge(Role role, Unit unit) => RolesOf(unit.Kind).Contains(role)
        ? null
        : new Reason("post.role_does_not_fit", "role", unit.Name, RolesOf(unit.Kind));
}
