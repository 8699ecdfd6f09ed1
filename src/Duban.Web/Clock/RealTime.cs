namespace Duban.Web.Clock;

/// <summary>The time of the real world, for what must not jump when the demo's clock is moved: sign-ins and tokens.</summary>
public sealed class RealTime(TimeProvider clock)
{
    /// <summary>The real clock beneath the demo's, or the application's own.</summary>
    public TimeProvider Clock { get; } = clock is DemoClock demo ? demo.Beneath : clock;

    /// <summary>Now, UTC.</summary>
    public DateTimeOffset Now => Clock.GetUtcNow();
}
