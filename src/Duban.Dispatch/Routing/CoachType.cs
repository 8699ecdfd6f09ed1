namespace Duban.Dispatch.Routing;

/// <summary>A size of coach that can be hired.</summary>
/// <param name="Name">Its name in reports.</param>
/// <param name="Seats">The largest load it carries at once.</param>
public sealed record CoachType(string Name, int Seats)
{
    /// <summary>The cost of hiring one, in money.</summary>
    public double Fixed { get; init; }

    /// <summary>The cost of one unit of distance, in money.</summary>
    public double PerDistance { get; init; } = 1;

    /// <summary>How many can be had.</summary>
    public int Available { get; init; } = int.MaxValue;

    /// <summary>True if it ends at its last stop: the way home is neither driven nor paid.</summary>
    public bool Open { get; init; }
}
