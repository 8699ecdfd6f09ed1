using Duban.Domain.People;

namespace Duban.Domain.Cases;

/// <summary>Somebody a plan names, with the posts they hold on the day it is filed.</summary>
/// <param name="Person">Who.</param>
/// <param name="Name">As the register has it.</param>
/// <param name="Posts">Their posts of that day; none when they have left.</param>
public sealed record Named(PersonId Person, string Name, IReadOnlyList<Actor> Posts);

/// <summary>Who may lead and who may join the team of a case: people of the units that answer for it, and nobody who has nothing to do with it.</summary>
public static class PlanTeam
{
    /// <summary>包案领导: a leader of the unit that has it, of one below, or of one between it and the unit the office handed it to.</summary>
    public static bool MayLead(Case c, Actor post) => post.Role == Role.UnitLeader && Answers(c, post.Unit);

    /// <summary>专班成员: a liaison or leader of the same units, or of a co-operating one.</summary>
    public static bool MayJoin(Case c, Actor post) =>
        post.Role is Role.Liaison or Role.UnitLeader && (Answers(c, post.Unit) || c.CoUnits.Any(co => post.Unit.Codes.Contains(co.Value)));

    private static bool Answers(Case c, UnitPath unit) => c.Holding is { } h && (h.Unit.Holds(unit) || h.HandedTo.Holds(unit) && unit.Holds(h.Unit));
}
