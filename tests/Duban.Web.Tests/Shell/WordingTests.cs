using System.Globalization;
using Duban.Domain;
using Duban.Web.Shell;

namespace Duban.Web.Tests.Shell;

public sealed class WordingTests
{
    private static readonly DateTimeOffset now = new(2021, 3, 15, 0, 30, 0, TimeSpan.Zero);
    private static readonly Words zh = new(CultureInfo.GetCultureInfo("zh-CN"), now, TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));
    private static readonly Words en = new(CultureInfo.GetCultureInfo("en"), now, TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));

    [Theory]
    [InlineData("2021-03-15", "3月15日 周一", "Mon 15 Mar")]
    [InlineData("2021-12-31", "12月31日 周五", "Fri 31 Dec")]
    [InlineData("2020-02-29", "2020年2月29日 周六", "Sat 29 Feb 2020")]
    public void A_day_names_its_year_only_when_it_is_not_this_one(string day, string chinese, string english)
    {
        Assert.Equal(chinese, zh.Day(DateOnly.Parse(day, CultureInfo.InvariantCulture)));
        Assert.Equal(english, en.Day(DateOnly.Parse(day, CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("2021-03-15T09:20:00Z", "今天 17:20", "today 17:20")]
    [InlineData("2021-03-14T16:00:00Z", "今天 00:00", "today 00:00")]
    [InlineData("2021-03-14T15:59:00Z", "昨 23:59", "yesterday 23:59")]
    [InlineData("2021-03-12T09:40:00Z", "3月12日 周五 17:40", "Fri 12 Mar 17:40")]
    [InlineData("2021-03-16T10:00:00Z", "3月16日 周二 18:00", "Tue 16 Mar 18:00")]
    public void An_instant_is_told_in_local_time(string at, string chinese, string english)
    {
        Assert.Equal(chinese, zh.At(DateTimeOffset.Parse(at, CultureInfo.InvariantCulture)));
        Assert.Equal(english, en.At(DateTimeOffset.Parse(at, CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData(16, "还有 16 天", "16 days left")]
    [InlineData(1, "还有 1 天", "1 day left")]
    [InlineData(0, "今天到期", "due today")]
    [InlineData(-1, "超期 1 天", "1 day overdue")]
    [InlineData(-3, "超期 3 天", "3 days overdue")]
    public void A_clock_speaks_in_days(int days, string chinese, string english)
    {
        Assert.Equal(chinese, zh.DaysLeft(days));
        Assert.Equal(english, en.DaysLeft(days));
    }

    [Fact]
    public void Working_days_points_and_limits_have_their_words()
    {
        Assert.Equal(("12 个工作日", "12 working days"), (zh.WorkingDays(12), en.WorkingDays(12)));
        Assert.Equal(("落后 17 点", "17 points behind"), (zh.Behind(17), en.Behind(17)));
        Assert.Equal(("超标 0.16 倍", "0.16 times above the limit"), (zh.Exceeds(0.160m), en.Exceeds(0.160m)));
    }

    [Fact]
    public void Paper_always_names_the_year()
    {
        Assert.Equal("2021年3月15日", zh.PaperDay(new(2021, 3, 15)));
        Assert.Equal("15 March 2021", en.PaperDay(new(2021, 3, 15)));
    }

    [Fact]
    public void Arguments_of_a_text_are_worded_like_everything_else()
    {
        Assert.Equal("石鼓区、祁东县", zh.List(["石鼓区", "祁东县"]));
        Assert.Equal("3月31日 周三到期", zh["clock.due_on", new DateOnly(2021, 3, 31)]);
        Assert.Equal("due Wed 31 Mar", en["clock.due_on", new DateOnly(2021, 3, 31)]);
    }

    [Fact]
    public void A_reason_speaks_the_readers_language()
    {
        var reason = new Reason("form.too_long", "Opinion", "Opinion", 100_000, 20_000);

        Assert.Equal("“Opinion”有 100000 字，最多 20000 字", ReasonWords.Of(reason, zh));
        Assert.StartsWith("“Opinion” has 100000 characters", ReasonWords.Of(reason, en));
    }

    [Theory]
    [InlineData(512, "512 B")]
    [InlineData(22_300, "22 KB")]
    [InlineData(1_468_006, "1.4 MB")]
    public void A_size_has_one_unit(long bytes, string expected) => Assert.Equal(expected, Words.Size(bytes));
}
