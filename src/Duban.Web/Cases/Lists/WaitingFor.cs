using Duban.Domain.Cases;
using Duban.Domain.People;
using Duban.Domain.Procedures;

namespace Duban.Web.Cases.Lists;

/// <summary>A list of the menu: the cases that wait for one step.</summary>
/// <param name="Key">Key of the menu's entry, e.g. <c>to_sign</c>.</param>
/// <param name="Path">Its address.</param>
/// <param name="Awaits">The step.</param>
/// <param name="Stages">The stages in which a case can wait for it, so that an index finds them.</param>
/// <param name="Roles">Whom it concerns.</param>
public sealed record WaitingFor(string Key, string Path, Step Awaits, IReadOnlyList<Stage> Stages, params Role[] Roles)
{
    /// <summary>In whose hands they are; null for whoever's: a survey is watched while residents answer it.</summary>
    public Hand? Hand { get; init; }

    /// <summary>All of them, in the order of the loop.</summary>
    public static IReadOnlyList<WaitingFor> All { get; } =
    [
        new("to_sign", "/to-sign", Step.Sign, [Stage.HandedOver], Role.Liaison, Role.UnitLeader, Role.Clerk, Role.Head) { Hand = Domain.Cases.Hand.Unit },
        new("to_verify", "/to-verify", Step.CountyVerify, [Stage.Applied], Role.Verifier, Role.Clerk, Role.Head) { Hand = Domain.Cases.Hand.Verifier },
        new("survey", "/survey", Step.Survey, [Stage.CountyVerified], Role.Clerk, Role.Head),
        new("to_accept", "/to-accept", Step.CityAccept, [Stage.CountyVerified, Stage.Satisfied, Stage.Noticed], Role.Acceptor, Role.Clerk, Role.Head) { Hand = Domain.Cases.Hand.Acceptor },
        new("look_back", "/look-back", Step.LookBack, [Stage.StruckOff], Role.Verifier, Role.Acceptor, Role.Clerk, Role.Head),
    ];

    /// <summary>The same as a filter.</summary>
    public CaseFilter Filter => new() { Awaits = Awaits, Stages = Stages, Open = Awaits != Step.LookBack, Hands = Hand is { } hand ? [hand] : [] };

    /// <summary>True for the tallies it counts.</summary>
    public bool Counts(Tally tally) => tally.Awaits == Awaits && (Hand is null || tally.Hand == Hand);
}
