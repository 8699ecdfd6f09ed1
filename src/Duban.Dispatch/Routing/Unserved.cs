namespace Duban.Dispatch.Routing;

/// <summary>Why a request was left out.</summary>
public enum LeftOut
{
    /// <summary>No coach has seats enough left.</summary>
    Seats,

    /// <summary>No coach can come within the window.</summary>
    Window,

    /// <summary>The ride would take too long.</summary>
    RideTime,

    /// <summary>The driver would exceed the hours allowed.</summary>
    DriverHours,

    /// <summary>The detour costs more than leaving the request out.</summary>
    Distance,

    /// <summary>It may not share a coach with those aboard, or must share one that is full.</summary>
    Exclusivity,

    /// <summary>All coaches are in use and none can take it.</summary>
    Coaches,
}

/// <summary>A request left out.</summary>
/// <param name="Request">The request's index.</param>
/// <param name="Load">How many of its people are left out.</param>
/// <param name="Reason">The rule that keeps it out where the fewest other things stand against it.</param>
/// <param name="Change">The smallest change of that rule found that admits it: seats, time units, or money, as the reason says.</param>
public sealed record Unserved(int Request, int Load, LeftOut Reason, double Change);
