namespace Duban.Dispatch.Routing.Search;

/// <summary>How much of the time or of the iterations has been used, from 0 to 1.</summary>
internal sealed class Budget(double seconds, long iterations, TimeProvider clock, CancellationToken stop)
{
    /// <summary>The clock is asked once in so many steps: asking costs as much as a part of a step.</summary>
    public const int Often = 16;
    private readonly long began = clock.GetTimestamp();

    /// <summary>True if only iterations count, so that the same seed gives the same plan.</summary>
    public bool Counted => iterations > 0;

    public double Seconds => clock.GetElapsedTime(began).TotalSeconds;

    public bool Stopped => stop.IsCancellationRequested;

    public double Used(long done) => Stopped ? 1 : Counted ? Math.Min(1, (double)done / iterations) : Math.Min(1, Seconds / seconds);
}
