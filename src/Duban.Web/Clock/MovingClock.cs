using System.Globalization;
using Duban.Ledger;
using Duban.Web.Calendar;
using Duban.Web.Shell;
using Microsoft.Extensions.Options;

namespace Duban.Web.Clock;

/// <summary>Moves the demo's time: by a day, by five working days, or to the morning of a date; what it shows is kept in the ledger.</summary>
public sealed class MovingClock(TimeProvider clock, EventStore store, City city, WorkCalendars calendars, IOptions<ShellSettings> shell)
{
    private static readonly TimeOnly Morning = new(8, 30);

    // A slip of the finger must not take the demo to a year nobody has announced: there is no way back.
    private static readonly TimeSpan FurthestAtOnce = TimeSpan.FromDays(366);

    /// <summary>True in a demo; elsewhere time is nobody's to move.</summary>
    public bool IsDemo => clock is DemoClock;

    /// <summary>Moves; false when the wish cannot be read or lies in the past, and then nothing has happened.</summary>
    /// <param name="by"><c>1d</c> or <c>5wd</c>; null when a date is given.</param>
    /// <param name="to">A date, e.g. <c>2021-03-31</c>; the clock then shows 8:30 of its morning.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<bool> Move(string? by, string? to, CancellationToken ct = default)
    {
        if (clock is not DemoClock demo || Target(demo.GetUtcNow(), by, to) is not { } target || !demo.MoveTo(target)) return false;
        await Cities.Keep(store, city, DemoClock.Setting, demo.ToString(), ct);
        return true;
    }

    private DateTimeOffset? Target(DateTimeOffset now, string? by, string? to)
    {
        var calendar = calendars.Of(city.Code);
        var today = calendar.LocalDate(now);
        var target = (by, to) switch
        {
            ("1d", _) => now.AddDays(1),
            ("5wd", _) => now.AddDays(calendar.AddWorkingDays(today, 5).Date.DayNumber - today.DayNumber),
            (null or "", { } text) when DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => AtMorning(day),
            _ => (DateTimeOffset?)null,
        };
        return target - now <= FurthestAtOnce ? target : null;
    }

    private DateTimeOffset AtMorning(DateOnly day)
    {
        var local = day.ToDateTime(Morning);
        return new(local, shell.Value.Zone.GetUtcOffset(local));
    }
}
