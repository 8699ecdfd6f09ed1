namespace Duban.Domain.Calendar;

/// <summary>One day that a city decided otherwise than the notice: a storm closes offices, a Saturday is worked.</summary>
/// <param name="Day">The day.</param>
/// <param name="Work">True when it is worked.</param>
/// <param name="Why">Why, in words; deadlines move with it, so it is never silent.</param>
public sealed record DayChange(DateOnly Day, bool Work, string Why)
{
    /// <summary>Longest reason kept.</summary>
    public const int LongestWhy = 500;

    /// <summary>The day's year with the change in it, or every reason why it cannot be made. Another word about a day replaces the one before.</summary>
    public Ruling<CalendarYear> Decide(WorkCalendar calendar)
    {
        var year = calendar.Years.FirstOrDefault(y => y.Year == Day.Year);
        return new Reasons()
            .When(year is null, "calendar.not_announced", "day", Day.Year)
            .When(year is not null && calendar.IsWorkingDay(Day) == Work, Work ? "calendar.worked_already" : "calendar.off_already", "work", Day)
            .Words(Why, "why", LongestWhy)
            .Else(() => year! with { Changes = [.. year.Changes.Where(c => c.Day != Day).Append(this).OrderBy(c => c.Day)] });
    }
}
