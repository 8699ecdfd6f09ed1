using Duban.Dispatch.Routing;

namespace Duban.Dispatch.Visiting;

/// <summary>The answer to a <see cref="VisitTour"/>.</summary>
public sealed record VisitPlan
{
    /// <summary>The coach's index in the fleet; -1 = there is no tour.</summary>
    public required int Coach { get; init; }

    /// <summary>The factories in order, each with the slot it is visited in.</summary>
    public required IReadOnlyList<FactoryCall> Calls { get; init; }

    /// <summary>When boarding begins: as late as the first slot allows.</summary>
    public double Boards { get; init; }

    /// <summary>When the people are back at the township.</summary>
    public double Back { get; init; }

    /// <summary>What the coach costs, in money.</summary>
    public double Cost { get; init; }

    /// <summary>What the factories visited are worth, in money; the plan makes this less the cost large.</summary>
    public double Worth { get; init; }

    /// <summary>True if no other tour is better; false if the search was stopped before that was known.</summary>
    public bool Proved { get; init; }

    /// <summary>The rule that leaves no tour, where there is none.</summary>
    public LeftOut? Reason { get; init; }

    /// <summary>True if there is a tour.</summary>
    public bool Found => Coach >= 0;
}

/// <summary>A visit.</summary>
/// <param name="Factory">The factory's index.</param>
/// <param name="Slot">The index of its slot.</param>
public readonly record struct FactoryCall(int Factory, int Slot);
