namespace Duban.Web.Shell.Parts;

/// <summary>Where everything stands on a clock's ruler, in units of its 440 by 52 drawing.</summary>
public sealed class RulerDrawing
{
    /// <summary>Left and right end of the scale.</summary>
    public const double Left = 1, Right = 438;

    private const int DailyTicksUpTo = 62;
    private readonly DateOnly start;
    private readonly double perDay;

    /// <summary>Lays a clock out as seen on a day.</summary>
    public RulerDrawing(ClockFace face, DateOnly today)
    {
        start = face.Start < face.Due ? face.Start : face.Due.AddDays(-1);
        var last = today > face.Due ? today : face.Due;
        var days = last.DayNumber - start.DayNumber;
        // A margin, so that the mark of the last day never sticks to the edge.
        perDay = (Right - Left) / (days + Math.Max(1, days / 12.0));
        ByDay = days <= DailyTicksUpTo;
        Today = X(today < start ? start : today);
        Due = X(face.Due);
        Gone = Math.Min(Today, Due) - Left;
        Late = Math.Max(0, Today - Due);
        GonePercent = face.Due == start ? 100 : Math.Clamp((int)Math.Round((today.DayNumber - start.DayNumber) * 100.0 / (face.Due.DayNumber - start.DayNumber)), 0, 100);
        Done = (Due - Left) * Math.Clamp(face.DonePercent ?? 0, 0, 100) / 100;
        Pauses = [.. face.Pauses.Select(p => (From: Math.Clamp(X(p.From), Left, Right), To: Math.Clamp(X((p.To ?? today).AddDays(1)), Left, Right))).Where(p => p.To > p.From)];
        Ticks = [.. ByDay ? Days(last, face.IsWorkingDay) : Weeks(last)];
        Months = ByDay ? [] : [.. FirstsOfMonths(last).Select(d => (X(d), d))];
    }

    /// <summary>True when every day has a tick; false when weeks and months do.</summary>
    public bool ByDay { get; }

    /// <summary>Place of today, and of the end of the due day's mark.</summary>
    public double Today { get; }

    /// <summary>Place of the due date.</summary>
    public double Due { get; }

    /// <summary>Length of the time gone within the limit.</summary>
    public double Gone { get; }

    /// <summary>Length of the time beyond it.</summary>
    public double Late { get; }

    /// <summary>Length of the work done, on the same scale.</summary>
    public double Done { get; }

    /// <summary>Share of the time gone, 0–100.</summary>
    public int GonePercent { get; }

    /// <summary>Hatched stretches.</summary>
    public IReadOnlyList<(double From, double To)> Pauses { get; }

    /// <summary>Ticks and whether they are long.</summary>
    public IReadOnlyList<(double At, bool Long)> Ticks { get; }

    /// <summary>First days of months, where the ruler has no room for days.</summary>
    public IReadOnlyList<(double At, DateOnly First)> Months { get; }

    /// <summary>True when both labels do not fit on one line; the due date's then goes below.</summary>
    public bool Crowded => Math.Abs(Label(Today) - (Due + 4 - 45)) < 92;

    /// <summary>Middle of a label at a place, kept inside the drawing.</summary>
    public static double Label(double at) => Math.Clamp(at, 46, Right - 45);

    private double X(DateOnly day) => Math.Round(Left + (day.DayNumber - start.DayNumber) * perDay, 1);

    private IEnumerable<(double, bool)> Days(DateOnly last, Func<DateOnly, bool>? works)
    {
        for (var day = start; X(day) <= Right && day <= last.AddDays(31); day = day.AddDays(1))
            yield return (X(day), works?.Invoke(day) ?? true);
    }

    private IEnumerable<(double, bool)> Weeks(DateOnly last)
    {
        if (last.DayNumber - start.DayNumber > 800)
            yield break;
        for (var day = start.AddDays(((int)DayOfWeek.Monday - (int)start.DayOfWeek + 7) % 7); X(day) <= Right; day = day.AddDays(7))
            yield return (X(day), false);
    }

    private IEnumerable<DateOnly> FirstsOfMonths(DateOnly last)
    {
        var every = (last.DayNumber - start.DayNumber) switch { <= 420 => 1, <= 1300 => 3, _ => 12 };
        for (var month = new DateOnly(start.Year, start.Month, 1).AddMonths(1); X(month) <= Right; month = month.AddMonths(1))
            if ((month.Month - 1) % every == 0)
                yield return month;
    }
}
