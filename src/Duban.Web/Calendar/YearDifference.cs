using Duban.Domain.Calendar;
using Duban.Web.Shell;

namespace Duban.Web.Calendar;

/// <summary>What one arrangement of a year says otherwise than another, in words: which day, from what to what.</summary>
public static class YearDifference
{
    /// <summary>Lines told at most; a whole year put in another's place is not a list of days.</summary>
    public const int Most = 20;

    /// <summary>The differences between two years as they are kept; without an earlier one, the year as it was announced.</summary>
    public static IEnumerable<string> Of(string? before, string after, Words w)
    {
        if (CalendarYearFile.Read(after) is not { Allowed: true, Facts: [var then] }) return [];
        var now = before is not null && CalendarYearFile.Read(before) is { Allowed: true, Facts: [var read] } ? read
            : WorkCalendar.China.Years.FirstOrDefault(y => y.Year == then.Year);
        return now is null ? [w["calendar.diff.begun", then.Holidays.Count, then.Source]] : Cut([.. Of(now, then, w)], w);
    }

    private static IEnumerable<string> Of(CalendarYear before, CalendarYear after, Words w)
    {
        if (before.Source != after.Source) yield return w["calendar.diff.source", before.Source, after.Source];
        foreach (var (from, to, worked) in Runs(before, after))
        {
            var why = after.Changes.FirstOrDefault(c => c.Day >= from && c.Day <= to)?.Why;
            var days = from == to ? w.Day(from) : $"{w.Day(from)} – {w.Day(to)}";
            yield return w[worked ? "calendar.diff.worked" : "calendar.diff.off", days] + (why is null ? "" : w["calendar.diff.why", why]);
        }
        foreach (var change in after.Changes)
            if (before.Changes.FirstOrDefault(c => c.Day == change.Day) is { } old && old.Work == change.Work && old.Why != change.Why)
                yield return w["calendar.diff.reason", change.Day, old.Why, change.Why];
        foreach (var old in before.Holidays.Where(h => after.Holidays.All(a => a.Name != h.Name))) yield return w["calendar.diff.holiday_gone", old.Name, old.From, old.To];
        foreach (var fresh in after.Holidays)
            if (before.Holidays.FirstOrDefault(h => h.Name == fresh.Name) is not { } old) yield return w["calendar.diff.holiday_new", fresh.Name, fresh.From, fresh.To];
            else if ((old.From, old.To) != (fresh.From, fresh.To)) yield return w["calendar.diff.holiday", fresh.Name, old.From, old.To, fresh.From, fresh.To];
    }

    // Days in a row that became worked, or off.
    private static IEnumerable<(DateOnly From, DateOnly To, bool Worked)> Runs(CalendarYear before, CalendarYear after)
    {
        var (was, now) = (WorkCalendar.China.With(before), WorkCalendar.China.With(after));
        (DateOnly From, DateOnly To, bool Worked)? run = null;
        // A few days of a notice lie in the December before its year.
        for (var day = new DateOnly(after.Year - 1, 12, 1); day.Year <= after.Year; day = day.AddDays(1))
        {
            var worked = now.IsWorkingDay(day);
            if (was.IsWorkingDay(day) == worked)
            {
                if (run is { } ended) yield return ended;
                run = null;
            }
            else if (run is { } going && going.Worked == worked) run = (going.From, day, worked);
            else
            {
                if (run is { } other) yield return other;
                run = (day, day, worked);
            }
        }
        if (run is { } last) yield return last;
    }

    private static IEnumerable<string> Cut(IReadOnlyList<string> lines, Words w) =>
        lines.Count == 0 ? [w["calendar.diff.same"]] : lines.Count <= Most ? lines : [.. lines.Take(Most), w["calendar.diff.more", lines.Count - Most]];
}
