using Duban.Dispatch.Routing;

namespace Duban.Dispatch.Visiting;

/// <summary>The driver's day so far: driving in all, driving on end and when that spell began.</summary>
internal readonly record struct DriverDay(double InAll, double OnEnd, double Began)
{
    /// <summary>The day after standing until <paramref name="leave"/> and driving on.</summary>
    public DriverDay Then(DriverRules rules, double arrived, double leave, double drive) =>
        leave - arrived >= rules.Rest
            ? new DriverDay(InAll + drive, drive, leave)
            : new DriverDay(InAll + drive, OnEnd + drive, Began);

    /// <summary>True if the law allows it at this hour.</summary>
    public bool Allowed(DriverRules rules, double now) =>
        InAll <= rules.InAll + 1e-9 && OnEnd <= (ByNight(rules, now) ? rules.OnEndByNight : rules.OnEnd) + 1e-9;

    private bool ByNight(DriverRules rules, double now)
    {
        var from = Began - Math.Floor(Began / rules.Day) * rules.Day;
        return from < rules.NightEnds || from + now - Began > rules.NightBegins;
    }
}
