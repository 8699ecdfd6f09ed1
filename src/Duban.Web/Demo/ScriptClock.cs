namespace Duban.Web.Demo;

/// <summary>The time in which the demo's history is told; it only moves when the story does.</summary>
internal sealed class ScriptClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset now = start;

    public override DateTimeOffset GetUtcNow() => now;

    /// <summary>Local morning, noon or evening of a day in Hengyang.</summary>
    public void At(int year, int month, int day, int hour, int minute = 0) => now = new(year, month, day, hour, minute, 0, TimeSpan.FromHours(8));

    /// <summary>A little later.</summary>
    public void Pass(TimeSpan time) => now += time;
}
