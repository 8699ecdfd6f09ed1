namespace Duban.Domain.Calendar;

/// <summary>How a clock stands, worst first, so that sorting by it puts the worst on top.</summary>
public enum Light
{
    /// <summary>Overdue (红).</summary>
    Red,
    /// <summary>Nearly due (橙).</summary>
    Orange,
    /// <summary>Due soon (黄).</summary>
    Yellow,
    /// <summary>Time enough (绿).</summary>
    Green,
    /// <summary>No clock is running: none was started, or it is suspended.</summary>
    None,
    /// <summary>Struck off.</summary>
    Done,
}

/// <summary>The days from which a clock shows each colour, so that a list can filter by comparing dates in SQL.</summary>
/// <param name="RedOn">First day it is overdue; null when no clock is running.</param>
/// <param name="OrangeOn">First orange day; null when the rule has no orange.</param>
/// <param name="YellowOn">First yellow day; null when the rule has no yellow.</param>
public readonly record struct LightDates(DateOnly? RedOn, DateOnly? OrangeOn, DateOnly? YellowOn)
{
    /// <summary>No clock is running.</summary>
    public static LightDates None => default;

    /// <summary>The light on a day: the worst colour whose first day has come.</summary>
    public Light At(DateOnly today) => RedOn is null ? Light.None
        : RedOn <= today ? Light.Red
        : OrangeOn <= today ? Light.Orange
        : YellowOn <= today ? Light.Yellow
        : Light.Green;
}
