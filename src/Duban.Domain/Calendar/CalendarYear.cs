namespace Duban.Domain.Calendar;

/// <summary>The holidays and make-up days of one year, as announced; a city may replace a year by its own.</summary>
/// <param name="Year">The year the notice is about; a few of its days may lie in the last days of December before it.</param>
/// <param name="Source">The notice it rests on: title, number, address.</param>
/// <param name="Holidays">Holidays in the order of the notice.</param>
public sealed record CalendarYear(int Year, string Source, IReadOnlyList<Holiday> Holidays)
{
    /// <summary>Single days a city decided otherwise, in order; they hold against every notice.</summary>
    public IReadOnlyList<DayChange> Changes { get; init; } = [];

    /// <summary>Days off, weekends inside a holiday included.</summary>
    public IEnumerable<DateOnly> DaysOff => Holidays.SelectMany(h => h.DaysOff);

    /// <summary>Saturdays and Sundays that are worked (调休).</summary>
    public IEnumerable<DateOnly> MakeUpDays => Holidays.SelectMany(h => h.Work);
}
