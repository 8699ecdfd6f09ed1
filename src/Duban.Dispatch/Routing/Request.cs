namespace Duban.Dispatch.Routing;

/// <summary>A group of people with one origin and one destination, or a customer to be visited.</summary>
/// <param name="Id">Its name in files and reports.</param>
/// <param name="Load">The number of seats it takes.</param>
/// <param name="Delivery">Where it goes, or the one place to be visited if there is no pickup.</param>
public sealed record Request(string Id, int Load, Stop Delivery)
{
    /// <summary>Where it boards; null for a single visit.</summary>
    public Stop? Pickup { get; init; }

    /// <summary>The longest time from arrival at the pickup to arrival at the delivery, in time units.</summary>
    public double LongestRide { get; init; } = double.PositiveInfinity;

    /// <summary>The least part the group may be split into; 0 = it stays whole.</summary>
    public int LeastPart { get; init; }

    /// <summary>What leaving it out costs, in money; null = it must be served.</summary>
    public double? Price { get; init; }

    /// <summary>Groups with the same label share one coach.</summary>
    public string? Together { get; init; }

    /// <summary>Groups with different labels here never share a coach.</summary>
    public string? Apart { get; init; }
}
