namespace Duban.Dispatch.Routing;

/// <summary>A driver's limits, in time units (the presets in seconds); the source is 道路旅客运输企业安全管理规范 §38.</summary>
/// <param name="OnEnd">The longest driving on end.</param>
/// <param name="OnEndByNight">The longest driving on end that falls into the night.</param>
/// <param name="Rest">The shortest rest that ends a spell of driving.</param>
/// <param name="InAll">The longest driving in all, in 24 hours.</param>
/// <param name="NightBegins">When the night begins, as a time of day.</param>
/// <param name="NightEnds">When the night ends, as a time of day.</param>
/// <param name="Day">The length of a day.</param>
public sealed record DriverRules(
    double OnEnd, double OnEndByNight, double Rest, double InAll, double NightBegins, double NightEnds, double Day)
{
    /// <summary>The coach law's limits in seconds: 4 h by day, 2 h by night (22:00 to 6:00), rest 20 min, 8 h in all.</summary>
    public static DriverRules CoachLaw { get; } = new(4 * 3600, 2 * 3600, 20 * 60, 8 * 3600, 22 * 3600, 6 * 3600, 24 * 3600);
}
