using System.Collections.Frozen;

namespace Duban.Domain.Calendar;

/// <summary>Working days as the State Council arranges them, make-up days included; immutable.</summary>
public sealed class WorkCalendar
{
    // In every arrangement at least one day in three is worked, so that counting from before this day no number asked for meets the end of time.
    private static readonly DateOnly SurelyReaches = DateOnly.MaxValue.AddDays(-3 * DueTable.MostDays);

    private readonly TimeSpan zone;
    private readonly FrozenDictionary<int, CalendarYear> years;
    private readonly FrozenSet<DateOnly> daysOff;
    private readonly FrozenSet<DateOnly> makeUpDays;

    /// <summary>A calendar for a fixed offset from UTC that knows these years; of two notices about one day the later year's holds.</summary>
    public WorkCalendar(TimeSpan zone, params IEnumerable<CalendarYear> years)
    {
        this.zone = zone;
        this.years = years.ToFrozenDictionary(y => y.Year);
        var off = new Dictionary<DateOnly, bool>();
        foreach (var year in this.years.Values.OrderBy(y => y.Year))
        {
            foreach (var day in year.DaysOff) off[day] = true;
            foreach (var day in year.MakeUpDays) off[day] = false;
        }
        foreach (var change in this.years.Values.SelectMany(y => y.Changes)) off[change.Day] = !change.Work;
        daysOff = off.Where(d => d.Value).Select(d => d.Key).ToFrozenSet();
        makeUpDays = off.Where(d => !d.Value).Select(d => d.Key).ToFrozenSet();
    }

    /// <summary>The State Council's arrangement for the years shipped with the product, at UTC+8.</summary>
    public static WorkCalendar China { get; } = new(TimeSpan.FromHours(8), AnnouncedYears.Load());

    /// <summary>The years whose arrangement is known, in order.</summary>
    public IReadOnlyList<CalendarYear> Years => [.. years.Values.OrderBy(y => y.Year)];

    /// <summary>The same calendar with one year added or replaced.</summary>
    public WorkCalendar With(CalendarYear year) => new(zone, years.Values.Where(y => y.Year != year.Year).Append(year));

    /// <summary>The local date of an instant.</summary>
    public DateOnly LocalDate(DateTimeOffset at) => DateOnly.FromDateTime(at.ToOffset(zone).DateTime);

    /// <summary>True when the year's arrangement has been announced to this calendar.</summary>
    public bool Knows(int year) => years.ContainsKey(year);

    /// <summary>True for a working day; in a year not announced, for Monday to Friday.</summary>
    public bool IsWorkingDay(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday
        ? makeUpDays.Contains(day)
        : !daysOff.Contains(day);

    /// <summary>The year whose notice could still change whether this day is worked; null when nothing can.</summary>
    /// <remarks>A notice reaches back: that for 2019 moved 29 and 31 December 2018.</remarks>
    public int? UnannouncedYear(DateOnly day) => !Knows(day.Year) ? day.Year
        : day is { Month: 12, Day: >= 29 } && !Knows(day.Year + 1) ? day.Year + 1
        : null;

    /// <summary>
    /// The <paramref name="n"/>th working day after <paramref name="start"/>, which itself is not counted; before it when negative.
    /// With 0 it is the day itself or, when nobody works that day, the next working day, as deadlines that end on a holiday do.
    /// </summary>
    public Due AddWorkingDays(DateOnly start, int n)
    {
        var (day, left, step) = (start, Math.Abs((long)n), n < 0 ? -1 : 1);
        int? unannounced = null;
        if (n == 0)
        {
            unannounced = UnannouncedYear(day);
            if (!IsWorkingDay(day)) left = 1;
        }
        while (left > 0 && day != (step > 0 ? DateOnly.MaxValue : DateOnly.MinValue))
        {
            day = day.AddDays(step);
            unannounced ??= UnannouncedYear(day);
            if (IsWorkingDay(day)) left--;
        }
        return new(day, unannounced);
    }

    /// <summary>True when there are so many working days after a day before the end of time, the last day of 9999; counting stops there otherwise.</summary>
    public bool Reaches(DateOnly start, int n) =>
        (n <= DueTable.MostDays && start < SurelyReaches)
        || WorkingDaysBetween(start, DateOnly.MaxValue) >= Math.Max(n, IsWorkingDay(start) ? 0 : 1);

    /// <summary>The day <paramref name="n"/> natural days after <paramref name="start"/>, whatever day it is; stops at the ends of time.</summary>
    public static DateOnly AddNaturalDays(DateOnly start, int n) => DateOnly.FromDayNumber(
        (int)Math.Clamp((long)start.DayNumber + n, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber));

    /// <summary>Working days after <paramref name="from"/> up to and including <paramref name="to"/>; negative when <paramref name="to"/> is earlier.</summary>
    public int WorkingDaysBetween(DateOnly from, DateOnly to)
    {
        if (to < from) return -WorkingDaysBetween(to, from);
        var count = 0;
        for (var day = from; day < to;)
        {
            day = day.AddDays(1);
            if (IsWorkingDay(day)) count++;
        }
        return count;
    }
}
