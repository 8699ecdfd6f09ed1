namespace Duban.Domain.People;

/// <summary>What somebody may do by the post they hold; rights follow from it and the unit's subtree (see <c>Rights</c>).</summary>
public enum Role
{
    /// <summary>No post: a resident with a code, or a visitor.</summary>
    Resident,
    /// <summary>Looks, and changes nothing (审计/查看).</summary>
    Reader,
    /// <summary>Liaison of a responsible unit (联络员): signs for, plans, reports, applies.</summary>
    Liaison,
    /// <summary>Leader in charge in a responsible unit (责任领导): approves what the unit files.</summary>
    UnitLeader,
    /// <summary>Verifier of a county department (县级核查人).</summary>
    Verifier,
    /// <summary>Acceptor of the city's lead department (市级验收人).</summary>
    Acceptor,
    /// <summary>Clerk of the supervision office (督查室经办员).</summary>
    Clerk,
    /// <summary>Head of the supervision office (督查室主任): signs decisions.</summary>
    Head,
    /// <summary>Keeps units, people and the calendar; never acts on a case (系统管理员).</summary>
    Administrator,
}

/// <summary>A person in one of their posts.</summary>
/// <param name="Person">Who.</param>
/// <param name="Role">What the post allows.</param>
/// <param name="Unit">The post's unit, as a place in the tree.</param>
/// <param name="UnitKind">What that unit is.</param>
public sealed record Actor(PersonId Person, Role Role, UnitPath Unit, UnitKind UnitKind)
{
    /// <summary>Where the person's other posts of the day stand: whose hands are in the work does not change with the hat.</summary>
    public IReadOnlyList<UnitPath> AlsoOf { get; init; } = [];

    /// <summary>Anybody in such a post of a unit: what rules say of the post, whoever holds it.</summary>
    public static Actor InPost(Role role, Unit unit) => new(new PersonId(""), role, unit.Path, unit.Kind);
}
