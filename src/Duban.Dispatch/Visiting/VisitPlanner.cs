using Duban.Dispatch.Routing;

namespace Duban.Dispatch.Visiting;

/// <summary>
/// Plans a visit tour exactly: slots fix all times, so tours are built call by call, and of two that visited the same factories
/// and stand at the same end of a slot the one that is worse in every respect is dropped (labels with dominance as in Feillet et al.,
/// Networks 44, 2004), as is one that could not beat the best even if every factory left cost nothing.
/// </summary>
public static class VisitPlanner
{
    /// <summary>Searches through at most <paramref name="steps"/> partial tours; the same tour gives the same plan.</summary>
    public static VisitPlan Solve(VisitTour tour, long steps = 5_000_000, CancellationToken stop = default)
    {
        if (tour.Factories.Count > 64) throw new ArgumentException("A visit tour chooses among at most 64 factories.", nameof(tour));
        var plan = new VisitSearch(tour, steps, stop).Run();
        return plan.Found ? plan : plan with { Reason = Why(tour, steps, stop) };
    }

    /// <summary>The first rule, in the order of the fewest people harmed, without which there would be a tour.</summary>
    private static LeftOut Why(VisitTour tour, long steps, CancellationToken stop)
    {
        if (!tour.Fleet.Any(c => c.Available > 0)) return LeftOut.Coaches;
        if (!tour.Fleet.Any(c => c.Available > 0 && c.Seats >= tour.People)) return LeftOut.Seats;
        bool Found(VisitTour t) => new VisitSearch(t, steps, stop).Run().Found;
        if (tour.Driver is not null && Found(tour with { Driver = null })) return LeftOut.DriverHours;
        if (double.IsFinite(tour.LongestDay) && Found(tour with { LongestDay = double.PositiveInfinity })) return LeftOut.RideTime;
        return LeftOut.Window;
    }
}
