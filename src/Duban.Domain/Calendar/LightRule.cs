namespace Duban.Domain.Calendar;

/// <summary>When a clock turns yellow and orange; it turns red on the day after the due date.</summary>
/// <param name="OrangeDays">Orange with so many days left or fewer, 0 being the due day itself; null for never.</param>
/// <param name="YellowDays">Yellow with so many days left or fewer; null for never.</param>
/// <param name="Kind">Which days are counted, whatever the clock counts.</param>
public sealed record LightRule(int? OrangeDays, int? YellowDays, DayKind Kind)
{
    /// <summary>Red, orange and yellow from these days on; none while the clock is suspended.</summary>
    public LightDates For(Clock clock, WorkCalendar calendar) => For(clock.DueDate(calendar)?.Date, calendar);

    /// <summary>Red, orange and yellow for a due date; none without one.</summary>
    public LightDates For(DateOnly? due, WorkCalendar calendar) => due is not { } date
        ? LightDates.None
        : new(WorkCalendar.AddNaturalDays(date, 1), FirstDayWithin(date, OrangeDays, calendar), FirstDayWithin(date, YellowDays, calendar));

    /// <summary>The first day on which at most so many days are left; from a free day one working day more lies behind.</summary>
    private DateOnly? FirstDayWithin(DateOnly due, int? days, WorkCalendar calendar) => (days, Kind) switch
    {
        (null, _) => null,
        ({ } n, DayKind.Natural) => WorkCalendar.AddNaturalDays(due, -Math.Max(0, n)),
        ({ } n, _) => calendar.IsWorkingDay(due) && n <= 0 ? due
            : calendar.AddWorkingDays(due, calendar.IsWorkingDay(due) ? -n : -Math.Max(0, n) - 1).Date,
    };
}
