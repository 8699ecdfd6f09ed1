namespace Duban.Dispatch.Routing;

/// <summary>A call at a place within a window of time.</summary>
/// <param name="Place">The place's number in <see cref="Travel"/>.</param>
/// <param name="Opens">The earliest start of service, in time units; an early coach waits.</param>
/// <param name="Closes">The latest start of service, in time units.</param>
/// <param name="Service">The duration of the service, in time units.</param>
public sealed record Stop(int Place, double Opens = 0, double Closes = double.PositiveInfinity, double Service = 0)
{
    /// <summary>What the stop is called in files; null = by its place's number.</summary>
    public string? Name { get; init; }
}
