namespace Duban.Dispatch.Routing.Search;

/// <summary>What stands against one way of serving a job, each in its own unit; zero = nothing.</summary>
internal record struct Obstacles(double Seats, double Window, double Ride, double Driver, double Sharing, double Coaches, double Money)
{
    public readonly int Count =>
        (Seats > 0 ? 1 : 0) + (Window > 0 ? 1 : 0) + (Ride > 0 ? 1 : 0) + (Driver > 0 ? 1 : 0) + (Sharing > 0 ? 1 : 0)
        + (Coaches > 0 ? 1 : 0) + (Money > 0 ? 1 : 0);

    /// <summary>The size of all obstacles as shares of what there is: of a coach, of a ride, of the price.</summary>
    public readonly double Weight(double seats, double time, double price) =>
        Seats / seats + (Window + Ride + Driver) / time + Sharing + Coaches + Money / Math.Max(1e-9, price);

    public readonly (LeftOut Reason, double Change) First =>
        Seats > 0 ? (LeftOut.Seats, Seats)
        : Window > 0 ? (LeftOut.Window, Window)
        : Ride > 0 ? (LeftOut.RideTime, Ride)
        : Driver > 0 ? (LeftOut.DriverHours, Driver)
        : Sharing > 0 ? (LeftOut.Exclusivity, Sharing)
        : Coaches > 0 ? (LeftOut.Coaches, Coaches)
        : (LeftOut.Distance, Money);
}
