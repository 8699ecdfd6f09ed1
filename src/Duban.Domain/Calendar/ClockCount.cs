namespace Duban.Domain.Calendar;

/// <summary>The arithmetic behind a clock: its rules are written at <see cref="Clock"/>.</summary>
internal sealed class ClockCount
{
    private readonly WorkCalendar calendar;
    private readonly Clock clock;
    private readonly IReadOnlyList<Pause> pauses;

    /// <summary>Where counting begins: the start, or the day the holding date was named.</summary>
    private readonly DateOnly origin;
    private readonly DateOnly? named;

    /// <summary>Days given from the origin, or on top of the named date.</summary>
    private readonly int days;

    public ClockCount(Clock clock, WorkCalendar calendar)
    {
        (this.clock, this.calendar, pauses) = (clock, calendar, Pause.Merge(clock.Pauses));
        (origin, named, days) = (clock.Start, clock.Named, clock.Days);
        foreach (var extension in clock.Extensions.OrderBy(e => e.GrantedOn))
            (origin, named, days) = extension switch
            {
                Extension.To to => (to.GrantedOn > clock.Start ? to.GrantedOn : clock.Start, to.Due, 0),
                Extension.By by => (origin, named, Sum(days, by.Days)),
                _ => (origin, named, days),
            };
    }

    /// <summary>Counting days from the origin to the deadline as if nothing were paused.</summary>
    private int Given => named is { } date ? Sum(Counting(origin, date), days) : days;

    public Due? Due() => (named, Given) switch
    {
        ({ } date, _) when days == 0 && PausedIn(origin, date) == 0 => new Due(date),
        ({ } date, <= 0) => days == 0 ? new Due(date) : Add(date, days),
        (_, <= 0 and var given) => Add(origin, given),
        (_, var given) => Walk(given),
    };

    public ClockReading Read(DateOnly today)
    {
        var due = Due();
        var total = due is { } d ? Running(clock.Start, d.Date) : Sum(Running(clock.Start, origin), Given);
        var used = Math.Max(0, Running(clock.Start, due is { } end && end.Date < today ? end.Date : today));
        return new(
            today,
            due,
            Paused: today >= clock.Start && !(due?.Date < today) && pauses.Any(p => p.Covers(today)),
            NaturalDaysLeft: due?.Date.DayNumber - today.DayNumber,
            WorkingDaysLeft: due is { } date ? calendar.WorkingDaysBetween(today, date.Date) : null,
            RunningDaysLeft: Math.Max(0, total - used),
            OverdueDays: due?.Date < today ? Counting(due.Value.Date, today) : 0,
            ElapsedShare: total > 0 ? Math.Clamp((double)used / total, 0, 1) : due?.Date > today ? 0 : 1);
    }

    /// <summary>The nth running day after the origin; null when a pause without end comes first.</summary>
    private Due? Walk(int n)
    {
        var (day, unannounced) = (origin, (int?)null);
        foreach (var pause in pauses.Where(p => p.Last > origin))
        {
            var before = Math.Max(0, Counting(day, pause.From.AddDays(pause.From > DateOnly.MinValue ? -1 : 0)));
            if (before >= n) break;
            if (pause.Until is null) return null;
            if (before > 0) unannounced ??= Add(day, before).UnannouncedYear;
            (day, n) = (pause.Last, n - before);
        }
        var due = Add(day, n);
        return due with { UnannouncedYear = unannounced ?? due.UnannouncedYear };
    }

    private Due Add(DateOnly day, int n) =>
        clock.Kind == DayKind.Working ? calendar.AddWorkingDays(day, n) : new Due(WorkCalendar.AddNaturalDays(day, n));

    /// <summary>Counting days in (from, to], negative when <paramref name="to"/> is earlier.</summary>
    private int Counting(DateOnly from, DateOnly to) =>
        clock.Kind == DayKind.Working ? calendar.WorkingDaysBetween(from, to) : to.DayNumber - from.DayNumber;

    private int Running(DateOnly from, DateOnly to) => to < from ? 0 : Counting(from, to) - PausedIn(from, to);

    /// <summary>Counting days in (from, to] on which the clock stands still.</summary>
    private int PausedIn(DateOnly from, DateOnly to)
    {
        var sum = 0;
        foreach (var pause in pauses.Where(p => p.Last > from && p.From <= to))
            sum += Counting(pause.From <= from ? from : pause.From.AddDays(-1), pause.Last < to ? pause.Last : to);
        return sum;
    }

    private static int Sum(int a, int b) => (int)Math.Clamp((long)a + b, int.MinValue + 1, int.MaxValue);
}
