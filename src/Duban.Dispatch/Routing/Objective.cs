namespace Duban.Dispatch.Routing;

/// <summary>What a plan is judged by, after the requests left out.</summary>
public enum Objective
{
    /// <summary>The cost of the coaches: fixed cost and distance.</summary>
    Distance,

    /// <summary>The number of coaches first, the cost second.</summary>
    Vehicles,
}
