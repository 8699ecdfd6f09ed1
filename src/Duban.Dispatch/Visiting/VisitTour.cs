using Duban.Dispatch.Routing;

namespace Duban.Dispatch.Visiting;

/// <summary>
/// A visit tour to be planned: one township's people go in one coach to several factories in turn, and the planner chooses the
/// factories, their slots, the order and the coach. Distances, times and money in any units that are used throughout.
/// </summary>
public sealed record VisitTour
{
    /// <summary>The name the file or the caller gives it.</summary>
    public required string Name { get; init; }

    /// <summary>Distances and driving times between the places.</summary>
    public required Travel Travel { get; init; }

    /// <summary>Where the coach starts and, unless it is open, ends.</summary>
    public int Depot { get; init; }

    /// <summary>Where the people board and are brought back to.</summary>
    public required int Township { get; init; }

    /// <summary>How many people travel together.</summary>
    public required int People { get; init; }

    /// <summary>The duration of boarding, in time units.</summary>
    public double Boarding { get; init; }

    /// <summary>The earliest begin of boarding, in time units.</summary>
    public double Opens { get; init; }

    /// <summary>The latest return to the township, in time units.</summary>
    public double Closes { get; init; } = double.PositiveInfinity;

    /// <summary>The longest time from the begin of boarding to the return, in time units.</summary>
    public double LongestDay { get; init; } = double.PositiveInfinity;

    /// <summary>The sizes of coach that may be hired; one is.</summary>
    public required IReadOnlyList<CoachType> Fleet { get; init; }

    /// <summary>The factories that would receive the people, at most 64.</summary>
    public required IReadOnlyList<HostFactory> Factories { get; init; }

    /// <summary>The fewest factories a tour visits.</summary>
    public int Least { get; init; } = 1;

    /// <summary>The most factories a tour visits.</summary>
    public int Most { get; init; } = int.MaxValue;

    /// <summary>The driver's limits; null = none.</summary>
    public DriverRules? Driver { get; init; }
}

/// <summary>A factory that would receive visitors.</summary>
/// <param name="Name">Its name in files and reports.</param>
/// <param name="Place">Its number in <see cref="Travel"/>.</param>
/// <param name="Stay">How long a visit takes, in time units.</param>
public sealed record HostFactory(string Name, int Place, double Stay)
{
    /// <summary>What it is worth to have visited it, in money.</summary>
    public double Worth { get; init; }

    /// <summary>When it receives visitors.</summary>
    public required IReadOnlyList<Slot> Slots { get; init; }
}

/// <summary>A begin at which a factory receives visitors; whoever comes early waits.</summary>
/// <param name="Begins">The begin, in time units.</param>
/// <param name="Places">How many visitors it takes.</param>
public readonly record struct Slot(double Begins, int Places = int.MaxValue);
