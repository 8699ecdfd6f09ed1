namespace Duban.Dispatch.Routing;

/// <summary>What is to be planned: places, coaches, requests and rules; distances, times and money in any units that are used throughout.</summary>
public sealed record Problem
{
    /// <summary>The name the file or the caller gives it.</summary>
    public required string Name { get; init; }

    /// <summary>Distances and driving times between the places.</summary>
    public required Travel Travel { get; init; }

    /// <summary>The place where every coach starts and, unless it is open, ends.</summary>
    public int Depot { get; init; }

    /// <summary>The earliest departure from the depot, in time units.</summary>
    public double Opens { get; init; }

    /// <summary>The latest return to the depot, in time units.</summary>
    public double Closes { get; init; } = double.PositiveInfinity;

    /// <summary>The sizes of coach that may be hired; at least one.</summary>
    public required IReadOnlyList<CoachType> Fleet { get; init; }

    /// <summary>The people or goods to be carried: either all single visits or all pairs of pickup and delivery.</summary>
    public required IReadOnlyList<Request> Requests { get; init; }

    /// <summary>The rules of the ride.</summary>
    public RideRules Rules { get; init; } = new();

    /// <summary>What is made small first.</summary>
    public Objective Objective { get; init; }

    /// <summary>How many coaches may run at once; 0 = as many as the fleet has.</summary>
    public int MostCoaches { get; init; }

    /// <summary>True if requests are pairs of pickup and delivery.</summary>
    public bool IsPaired => Requests.Count > 0 && Requests[0].Pickup is not null;
}
