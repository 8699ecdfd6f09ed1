namespace Duban.Domain.Calendar;

/// <summary>What a year's arrangement must satisfy before deadlines may rest on it, however it was entered.</summary>
public static class CalendarYearCheck
{
    /// <summary>Everything wrong with the year; empty when it can be used.</summary>
    public static IEnumerable<Reason> Reasons(CalendarYear year)
    {
        if (year.Holidays.Count == 0) yield return new("calendar.no_holidays", "holidays");
        var seen = new HashSet<DateOnly>();
        foreach (var (holiday, place) in year.Holidays.Select((h, i) => (h, $"holidays[{i}]")))
            foreach (var reason in Reasons(year.Year, holiday, place, seen)) yield return reason;
        var changed = new HashSet<DateOnly>();
        foreach (var (change, place) in year.Changes.Select((c, i) => (c, $"changes[{i}]")))
        {
            if (change.Day.Year != year.Year) yield return new("calendar.date_outside_year", place, change.Day, year.Year);
            if (!changed.Add(change.Day)) yield return new("calendar.day_twice", place, change.Day);
        }
    }

    private static IEnumerable<Reason> Reasons(int year, Holiday holiday, string place, HashSet<DateOnly> seen)
    {
        foreach (var day in holiday.DaysOff)
        {
            if (!Concerns(year, day)) yield return new("calendar.date_outside_year", place, day, year);
            if (!seen.Add(day)) yield return new("calendar.day_twice", place, day);
        }
        foreach (var (day, at) in holiday.Work.Select((d, i) => (d, $"{place}.work[{i}]")))
        {
            if (!Concerns(year, day)) yield return new("calendar.date_outside_year", at, day, year);
            if (!seen.Add(day)) yield return new("calendar.day_twice", at, day);
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)) yield return new("calendar.make_up_on_a_weekday", at, day);
        }
    }

    /// <summary>A New Year's holiday may begin, or be worked for, in the December before.</summary>
    private static bool Concerns(int year, DateOnly day) => day.Year == year || (day.Year == year - 1 && day.Month == 12);
}
