using System.Globalization;
using System.Text.Json;
using Duban.Domain.Calendar;

namespace Duban.Domain.Tests.Calendar;

public sealed class WorkCalendarTests
{
    private static readonly WorkCalendar Calendar = WorkCalendar.China;

    [Theory]
    [InlineData("2021-02-07", true, "a Sunday worked for the Spring Festival")]
    [InlineData("2021-02-10", true, "the last day before the Spring Festival")]
    [InlineData("2021-02-11", false, "New Year's Eve")]
    [InlineData("2021-02-17", false, "the last day of the Spring Festival")]
    [InlineData("2021-02-20", true, "a Saturday worked for the Spring Festival")]
    [InlineData("2021-02-21", false, "an ordinary Sunday")]
    [InlineData("2021-10-01", false, "National Day")]
    [InlineData("2021-10-08", true, "the Friday after National Day")]
    [InlineData("2021-10-09", true, "a Saturday worked for National Day")]
    [InlineData("2022-12-31", false, "New Year's holiday beginning in the year before")]
    [InlineData("2024-02-09", true, "New Year's Eve of 2024, which the State Council did not free")]
    [InlineData("2026-01-04", true, "a Sunday worked for New Year")]
    [InlineData("2026-02-23", false, "the ninth day of the longest Spring Festival")]
    public void A_day_is_worked_as_the_notice_says(string day, bool worked, string why) =>
        Assert.True(Calendar.IsWorkingDay(Day(day)) == worked, why);

    [Theory]
    [InlineData("2021-02-10", 0, "2021-02-10", "nothing to add")]
    [InlineData("2021-02-11", 0, "2021-02-18", "a deadline on a holiday ends on the next working day")]
    [InlineData("2021-02-10", 1, "2021-02-18", "across the Spring Festival")]
    [InlineData("2021-02-10", 5, "2021-02-23", "with the make-up Saturday of 20 February")]
    [InlineData("2021-02-05", 1, "2021-02-07", "onto a make-up Sunday")]
    [InlineData("2021-02-06", 1, "2021-02-07", "from a free Saturday onto a make-up Sunday")]
    [InlineData("2021-09-30", 1, "2021-10-08", "across National Day")]
    [InlineData("2021-09-30", 2, "2021-10-09", "onto the make-up Saturday after National Day")]
    [InlineData("2021-12-31", 1, "2022-01-04", "across a year's end")]
    [InlineData("2022-12-30", 1, "2023-01-03", "across a holiday that begins in the old year")]
    [InlineData("2021-04-23", 3, "2021-04-27", "with the make-up Sunday of 25 April")]
    [InlineData("2021-02-18", -1, "2021-02-10", "backwards across the Spring Festival")]
    [InlineData("2021-03-15", -20, "2021-02-09", "twenty working days before")]
    public void Working_days_are_counted_from_the_day_after(string start, int n, string due, string why)
    {
        var answer = Calendar.AddWorkingDays(Day(start), n);
        Assert.True(answer.Date == Day(due), $"{why}: {answer.Date:yyyy-MM-dd}");
        Assert.False(answer.Provisional);
    }

    [Fact]
    public void Every_reference_due_date_is_met()
    {
        var lines = File.ReadAllLines(SharedData.Require("calendar/working-day-due.csv")).Skip(1).ToList();
        Assert.NotEmpty(lines);
        Assert.All(lines.Select(l => l.Split(',')), row =>
        {
            var n = int.Parse(row[1], CultureInfo.InvariantCulture);
            Assert.Equal(Day(row[2]), Calendar.AddWorkingDays(Day(row[0]), n).Date);
            Assert.Equal(n, Calendar.WorkingDaysBetween(Day(row[0]), Day(row[2])));
        });
    }

    [Fact]
    public void Every_year_has_the_working_days_of_the_reference()
    {
        using var json = JsonDocument.Parse(File.ReadAllText(SharedData.Require("calendar/working-days-per-year.json")));
        var years = json.RootElement.GetProperty("workingDaysPerYear").EnumerateObject().ToList();
        Assert.Equal(6, years.Count);
        Assert.All(years, y => Assert.Equal(y.Value.GetInt32(), WorkingDaysIn(int.Parse(y.Name, CultureInfo.InvariantCulture))));
    }

    [Theory]
    [InlineData(2021, 250)]
    [InlineData(2022, 249)]
    [InlineData(2023, 249)]
    [InlineData(2024, 251)]
    [InlineData(2025, 248)]
    [InlineData(2026, 248)]
    public void A_year_has_as_many_working_days_as_the_notice_leaves(int year, int days) => Assert.Equal(days, WorkingDaysIn(year));

    [Theory]
    [InlineData("2026-12-20", 5, null)]
    [InlineData("2026-12-25", 3, 2027)]
    [InlineData("2026-12-30", 5, 2027)]
    [InlineData("2027-03-01", 1, 2027)]
    [InlineData("2021-01-04", -1, 2020)]
    [InlineData("2026-01-05", 700, 2027)]
    public void A_due_date_that_rests_on_an_unannounced_year_says_which(string start, int n, int? year)
    {
        var due = Calendar.AddWorkingDays(Day(start), n);
        Assert.Equal(year, due.UnannouncedYear);
        Assert.Equal(year is not null, due.Provisional);
    }

    [Fact]
    public void An_unannounced_year_is_counted_by_weekends_alone()
    {
        Assert.False(Calendar.Knows(2027));
        Assert.True(Calendar.IsWorkingDay(new(2027, 10, 1)));
        Assert.False(Calendar.IsWorkingDay(new(2027, 10, 2)));
        Assert.Equal(new DateOnly(2027, 10, 8), Calendar.AddWorkingDays(new(2027, 10, 1), 5).Date);
    }

    [Fact]
    public void A_city_may_replace_a_year_and_the_first_calendar_stays_as_it_was()
    {
        var own = Calendar.With(new(2021, "城市自定", [new("三月三", new(2021, 4, 14), new(2021, 4, 15), [])]));
        Assert.False(own.IsWorkingDay(new(2021, 4, 14)));
        Assert.True(own.IsWorkingDay(new(2021, 10, 4)));
        Assert.False(own.IsWorkingDay(new(2022, 10, 4)));
        Assert.True(Calendar.IsWorkingDay(new(2021, 4, 14)));
        Assert.Equal(Calendar.Years.Count, own.Years.Count);
    }

    [Fact]
    public void A_year_announced_later_makes_a_provisional_date_certain()
    {
        var announced = Calendar.With(new(2027, "示例", [new("元旦", new(2027, 1, 1), new(2027, 1, 3), [])]));
        Assert.Equal(new Due(new(2027, 1, 4)), announced.AddWorkingDays(new(2026, 12, 31), 1));
        Assert.Equal(new Due(new(2027, 1, 1), 2027), Calendar.AddWorkingDays(new(2026, 12, 31), 1));
    }

    [Fact]
    public void Distances_are_signed_and_leave_out_the_first_day()
    {
        Assert.Equal(0, Calendar.WorkingDaysBetween(new(2021, 3, 1), new(2021, 3, 1)));
        Assert.Equal(4, Calendar.WorkingDaysBetween(new(2021, 3, 1), new(2021, 3, 5)));
        Assert.Equal(4, Calendar.WorkingDaysBetween(new(2021, 3, 1), new(2021, 3, 7)));
        Assert.Equal(-4, Calendar.WorkingDaysBetween(new(2021, 3, 5), new(2021, 3, 1)));
    }

    [Fact]
    public void Counting_stops_at_the_ends_of_time()
    {
        Assert.Equal(DateOnly.MaxValue, Calendar.AddWorkingDays(new(9990, 1, 1), int.MaxValue).Date);
        Assert.Equal(DateOnly.MinValue, Calendar.AddWorkingDays(new(3, 1, 1), int.MinValue).Date);
        Assert.Equal(DateOnly.MaxValue, WorkCalendar.AddNaturalDays(new(2021, 1, 1), int.MaxValue));
        Assert.Equal(DateOnly.MinValue, WorkCalendar.AddNaturalDays(new(2021, 1, 1), int.MinValue));
    }

    [Fact]
    public void A_local_date_is_that_of_Beijing() =>
        Assert.Equal(new DateOnly(2021, 3, 16), Calendar.LocalDate(new(2021, 3, 15, 16, 0, 0, TimeSpan.Zero)));

    private static int WorkingDaysIn(int year) => Calendar.WorkingDaysBetween(new(year - 1, 12, 31), new(year, 12, 31));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
