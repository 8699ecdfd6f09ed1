using Duban.Domain.Calendar;

namespace Duban.Domain.Tests.Calendar;

public sealed class CalendarYearFileTests
{
    private const string Spring =
        """{"name": "春节", "from": "2021-02-11", "to": "2021-02-17", "work": ["2021-02-07", "2021-02-20"]}""";

    [Fact]
    public void A_year_is_read_as_the_notice_words_it()
    {
        var read = CalendarYearFile.Read($$"""{"year": 2021, "source": " 某通知 ", "holidays": [{{Spring}}]}""");
        Assert.Empty(read.Reasons);
        var year = read.Facts[0];
        Assert.Equal((2021, "某通知"), (year.Year, year.Source));
        Assert.Equal(7, year.DaysOff.Count());
        Assert.Equal([new(2021, 2, 7), new(2021, 2, 20)], year.MakeUpDays);
    }

    [Theory]
    [InlineData("", "calendar.not_json", null)]
    [InlineData("{\"year\": 2021,", "calendar.not_json", null)]
    [InlineData("{\"year\": 2021, \"source\": \"\\ud800\", \"holidays\": []}", "calendar.not_json", null)]
    [InlineData("{\"\\ud800\": 1}", "calendar.not_json", null)]
    [InlineData("[]", "calendar.not_an_object", null)]
    [InlineData("""{"source": "s", "holidays": [SPRING]}""", "calendar.year_missing", "year")]
    [InlineData("""{"year": "2021", "source": "s", "holidays": [SPRING]}""", "calendar.year_missing", "year")]
    [InlineData("""{"year": 2021, "source": " ", "holidays": [SPRING]}""", "calendar.text_missing", "source")]
    [InlineData("""{"year": 2021, "source": "s"}""", "calendar.list_missing", "holidays")]
    [InlineData("""{"year": 2021, "source": "s", "holidays": []}""", "calendar.no_holidays", "holidays")]
    [InlineData("""{"year": 2021, "source": "s", "holidays": [SPRING, 5]}""", "calendar.not_an_object", "holidays[1]")]
    [InlineData("""{"year": 2021, "source": "s", "holidays": [{"from": "2021-01-01", "to": "2021-01-01"}]}""", "calendar.text_missing", "holidays[0].name")]
    [InlineData("""{"year": 2021, "source": "s", "holidays": [{"name": "元旦", "to": "2021-01-01"}]}""", "calendar.date_missing", "holidays[0].from")]
    [InlineData("""{"year": 2021, "source": "s", "holidays": [{"name": "元旦", "from": "2021-01-01", "to": "2021-02-30"}]}""", "calendar.date_malformed", "holidays[0].to")]
    [InlineData("""{"year": 2021, "source": "s", "holidays": [{"name": "元旦", "from": "2021-01-02", "to": "2021-01-01"}]}""", "calendar.ends_before_it_begins", "holidays[0].to")]
    [InlineData("""{"year": 2021, "source": "s", "holidays": [{"name": "元旦", "from": "2021-01-01", "to": "2021-12-31"}]}""", "calendar.holiday_too_long", "holidays[0]")]
    [InlineData("""{"year": 2021, "source": "s", "holidays": [{"name": "元旦", "from": "2021-01-01", "to": "2021-01-01", "work": "2021-01-02"}]}""", "calendar.list_missing", "holidays[0].work")]
    [InlineData("""{"year": 2021, "source": "s", "holidays": [{"name": "元旦", "from": "2021-01-01", "to": "2021-01-01", "work": [7]}]}""", "calendar.date_malformed", "holidays[0].work[0]")]
    [InlineData("""{"year": 2021, "source": "s", "holidays": [{"name": "元旦", "from": "2021-01-01", "to": "2021-01-01", "work": ["2021-01-04"]}]}""", "calendar.make_up_on_a_weekday", "holidays[0].work[0]")]
    [InlineData("""{"year": 2021, "source": "s", "holidays": [SPRING, {"name": "又", "from": "2021-02-17", "to": "2021-02-17"}]}""", "calendar.day_twice", "holidays[1]")]
    [InlineData("""{"year": 2021, "source": "s", "holidays": [SPRING, {"name": "又", "from": "2021-03-01", "to": "2021-03-01", "work": ["2021-02-20"]}]}""", "calendar.day_twice", "holidays[1].work[0]")]
    [InlineData("""{"year": 2022, "source": "s", "holidays": [{"name": "元旦", "from": "2021-11-30", "to": "2021-11-30"}]}""", "calendar.date_outside_year", "holidays[0]")]
    [InlineData("""{"year": 2020, "source": "s", "holidays": [{"name": "元旦", "from": "2021-01-01", "to": "2021-01-01"}]}""", "calendar.date_outside_year", "holidays[0]")]
    [InlineData("""{"year": 2021, "source": "s", "holidays": [SPRING], "changes": [{"day": "2021-06-21", "work": "no", "why": "防汛"}]}""", "calendar.yes_or_no_missing", "changes[0].work")]
    [InlineData("""{"year": 2021, "source": "s", "holidays": [SPRING], "changes": [{"day": "2021-06-21", "work": false}]}""", "calendar.text_missing", "changes[0].why")]
    [InlineData("""{"year": 2021, "source": "s", "holidays": [SPRING], "changes": [{"day": "2022-06-21", "work": false, "why": "防汛"}]}""", "calendar.date_outside_year", "changes[0]")]
    public void Bad_data_is_refused_with_its_place(string json, string code, string? field)
    {
        var reason = Assert.Single(CalendarYearFile.Read(json.Replace("SPRING", Spring, StringComparison.Ordinal)).Reasons);
        Assert.Equal((code, field), (reason.Code, reason.Field));
    }

    [Fact]
    public void What_is_written_reads_back_the_same()
    {
        var year = new CalendarYear(2021, "某通知", [new("春节", new(2021, 2, 11), new(2021, 2, 17), [new(2021, 2, 7)])]) { Changes = [new(new(2021, 6, 21), false, "防汛停工")] };
        var json = CalendarYearFile.Write(year);
        Assert.Equal(json, CalendarYearFile.Write(Assert.Single(CalendarYearFile.Read(json).Facts)));
        Assert.Contains("防汛停工", json, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_slip_is_told_at_once()
    {
        var reasons = CalendarYearFile.Read("""{"year": 1, "holidays": [{"name": "", "from": "x", "work": [1, 2]}]}""").Reasons;
        Assert.Equal(
            ["year", "source", "holidays[0].name", "holidays[0].from", "holidays[0].to", "holidays[0].work[0]", "holidays[0].work[1]"],
            reasons.Select(r => r.Field));
    }

    [Fact]
    public void Every_shipped_year_names_the_notice_it_rests_on()
    {
        Assert.Equal([2021, 2022, 2023, 2024, 2025, 2026], WorkCalendar.China.Years.Select(y => y.Year));
        Assert.All(WorkCalendar.China.Years, y =>
        {
            Assert.Contains("gov.cn", y.Source, StringComparison.Ordinal);
            Assert.Contains($"{y.Year}年", y.Source, StringComparison.Ordinal);
            Assert.Empty(CalendarYearCheck.Reasons(y));
        });
    }

    [Fact]
    public void A_file_of_nothing_but_faults_is_refused_in_few_words() => Assert.InRange(
        CalendarYearFile.Read($$"""{"year": 2032, "source": "s", "holidays": [{{string.Join(',', Enumerable.Repeat("1", 100_000))}}]}""").Reasons.Count, 100, 110);
}
