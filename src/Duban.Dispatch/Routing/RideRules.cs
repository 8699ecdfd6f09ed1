namespace Duban.Dispatch.Routing;

/// <summary>Rules that hold for a whole coach rather than for one request.</summary>
public sealed record RideRules
{
    /// <summary>The longest time between a coach's first and last delivery, in time units: the arrival window at the gate.</summary>
    public double ArrivalSpan { get; init; } = double.PositiveInfinity;

    /// <summary>True if a coach never waits while somebody is aboard.</summary>
    public bool NoWaitingAboard { get; init; }

    /// <summary>The driver's limits; null = not watched.</summary>
    public DriverRules? Driver { get; init; }
}
