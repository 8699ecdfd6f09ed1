namespace Duban.Dispatch.Routing.Checking;

/// <summary>A rule that a plan breaks.</summary>
/// <param name="Kind">The rule.</param>
/// <param name="Route">The route's index; -1 = the plan as a whole.</param>
/// <param name="Request">The request's index; -1 = none in particular.</param>
/// <param name="What">What is wrong, in words.</param>
public sealed record Fault(FaultKind Kind, int Route, int Request, string What);

/// <summary>The rules a plan can break.</summary>
public enum FaultKind
{
    /// <summary>A coach, request or call that does not exist.</summary>
    Unknown,

    /// <summary>More people aboard than seats.</summary>
    Seats,

    /// <summary>Boarding and alighting out of order.</summary>
    Order,

    /// <summary>A window is missed.</summary>
    Window,

    /// <summary>Somebody rides too long.</summary>
    RideTime,

    /// <summary>The coach's deliveries lie further apart than the arrival window.</summary>
    ArrivalSpan,

    /// <summary>The coach has to wait with people aboard.</summary>
    Waiting,

    /// <summary>The driver drives too long.</summary>
    DriverHours,

    /// <summary>A request is served not at all, in part or too often.</summary>
    Served,

    /// <summary>A group is split though it may not be, or into too small a part.</summary>
    Split,

    /// <summary>More coaches run than can be had.</summary>
    Coaches,

    /// <summary>A rule of sharing is broken.</summary>
    Sharing,

    /// <summary>The plan's cost is not what it claims.</summary>
    Cost,
}
