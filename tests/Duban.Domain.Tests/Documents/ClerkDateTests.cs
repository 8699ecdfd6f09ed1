using CsCheck;
using Duban.Domain.Documents;

namespace Duban.Domain.Tests.Documents;

public sealed class ClerkDateTests
{
    private static readonly DateFrame March = new(new DateOnly(2021, 3, 2));

    [Theory]
    [InlineData("2021-03-15", "2021-03-15")]
    [InlineData("2021.3.15", "2021-03-15")]
    [InlineData("2021/3/15", "2021-03-15")]
    [InlineData("2021年3月15日", "2021-03-15")]
    [InlineData("2021年3月15日 ", "2021-03-15")]
    [InlineData(" 2021 年 3 月 15 日前", "2021-03-15")]
    [InlineData("2021年３月１５日", "2021-03-15")]
    [InlineData("2021年3月15号", "2021-03-15")]
    [InlineData("2021. 3. 15", "2021-03-15")]
    [InlineData("2021．3．15", "2021-03-15")]
    [InlineData("2021、3、15", "2021-03-15")]
    [InlineData("2021.3.15日", "2021-03-15")]
    [InlineData("2021年3.15", "2021-03-15")]
    [InlineData("20210315", "2021-03-15")]
    [InlineData("2021-03-15T17:30:00", "2021-03-15")]
    [InlineData("2021-03-15 17:30", "2021-03-15")]
    [InlineData("2021-03-14T16:00:00.000Z", "2021-03-15")]
    [InlineData("2021-03-15T09:30:00Z", "2021-03-15")]
    [InlineData("2021-03-15T00:00:00+08:00", "2021-03-15")]
    [InlineData("2021/3/15 9:05:00 AM", "2021-03-15")]
    [InlineData("2021年3月15日17时前", "2021-03-15")]
    [InlineData("2021年3月15日下午5点", "2021-03-15")]
    [InlineData("2021年3月15日（星期一）", "2021-03-15")]
    [InlineData("2021年3月15日（星期一）17:00前", "2021-03-15")]
    [InlineData("限2021年3月15日前完成整改", "2021-03-15")]
    [InlineData("21.3.15", "2021-03-15")]
    [InlineData("21年3月15日", "2021-03-15")]
    [InlineData("二〇二一年三月十五日", "2021-03-15")]
    [InlineData("二○二一年三月十五日", "2021-03-15")]
    [InlineData("二零二一年十二月三十一日", "2021-12-31")]
    [InlineData("二〇二一年三月廿一日", "2021-03-21")]
    [InlineData("二〇二一年三月卅一日", "2021-03-31")]
    [InlineData("贰零贰壹年叁月拾伍日", "2021-03-15")]
    [InlineData("二0二一年三月十五日", "2021-03-15")]
    [InlineData("二Ｏ二O年三月十五日", "2020-03-15")]
    [InlineData("三月十五", "2021-03-15")]
    [InlineData("三月五前", "2021-03-05")]
    [InlineData("十二月三十一前完成", "2021-12-31")]
    [InlineData("3月15日前（已完成）", "2021-03-15")]
    [InlineData("3月15日前完成，后续长期坚持", "2021-03-15")]
    [InlineData("3月1日起至4月30日", "2021-04-30")]
    [InlineData("三月十五日前", "2021-03-15")]
    [InlineData("3月31日前", "2021-03-31")]
    [InlineData("3月31日前完成", "2021-03-31")]
    [InlineData("于3月31日前整改到位", "2021-03-31")]
    [InlineData("3月31号", "2021-03-31")]
    [InlineData("“五一”前", "2021-05-01")]
    [InlineData("2021年3月15日零时", "2021-03-15")]
    [InlineData("1.3月底\n2.4月底\n3.5月底", "2021-05-31")]
    [InlineData("（1）3.20；（2）3.31", "2021-03-31")]
    [InlineData("3.31", "2021-03-31")]
    [InlineData("3-31", "2021-03-31")]
    [InlineData("3/31", "2021-03-31")]
    [InlineData("2021年3月底前", "2021-03-31")]
    [InlineData("4月底前", "2021-04-30")]
    [InlineData("4月末", "2021-04-30")]
    [InlineData("2021年2月底", "2021-02-28")]
    [InlineData("3月上旬", "2021-03-10")]
    [InlineData("3月中旬", "2021-03-20")]
    [InlineData("3月下旬", "2021-03-31")]
    [InlineData("三月底", "2021-03-31")]
    [InlineData("2021年3月", "2021-03-31")]
    [InlineData("2021-03", "2021-03-31")]
    [InlineData("2021.3", "2021-03-31")]
    [InlineData("202103", "2021-03-31")]
    [InlineData("3月份", "2021-03-31")]
    [InlineData("2021年第一季度末", "2021-03-31")]
    [InlineData("2021年二季度", "2021-06-30")]
    [InlineData("2021年Q2", "2021-06-30")]
    [InlineData("2022年元月底", "2022-01-31")]
    [InlineData("二〇二二年元月十五日", "2022-01-15")]
    [InlineData("本季度末", "2021-03-31")]
    [InlineData("2021年全面完成整改", "2021-12-31")]
    [InlineData("2021Q2", "2021-06-30")]
    [InlineData("2021。3。15", "2021-03-15")]
    [InlineData("２０２１年３月１５號", "2021-03-15")]
    [InlineData("第三季度前", "2021-09-30")]
    [InlineData("年底前", "2021-12-31")]
    [InlineData("2021年底前", "2021-12-31")]
    [InlineData("2021年年底前", "2021-12-31")]
    [InlineData("今年年底前", "2021-12-31")]
    [InlineData("明年6月底前", "2022-06-30")]
    [InlineData("2021年上半年", "2021-06-30")]
    [InlineData("2021年", "2021-12-31")]
    [InlineData("6月30日前完成", "2021-06-30")]
    [InlineData("本月底前", "2021-03-31")]
    [InlineData("月底前", "2021-03-31")]
    [InlineData("下个月15日前", "2021-04-15")]
    [InlineData("2021年3月1日至2021年4月30日", "2021-04-30")]
    [InlineData("2021.3.1-2021.4.30", "2021-04-30")]
    [InlineData("3月1日-4月30日", "2021-04-30")]
    [InlineData("2021年3月-6月", "2021-06-30")]
    [InlineData("国庆前", "2021-10-01")]
    [InlineData("15日内", "2021-03-17")]
    [InlineData("一周内", "2021-03-09")]
    [InlineData("1个月内", "2021-04-02")]
    [InlineData("2021–03–15", "2021-03-15")]
    [InlineData("2021‑03‑15", "2021-03-15")]
    [InlineData("44270.0", "2021-03-15")]
    [InlineData("3月15日前（30天）", "2021-03-15")]
    [InlineData("3月15日前（15个工作日）", "2021-03-15")]
    [InlineData("7日内报方案，3月15日前完成", "2021-03-15")]
    [InlineData("15天", "2021-03-17")]
    [InlineData("限期15日", "2021-03-17")]
    [InlineData("自交办之日起15日", "2021-03-17")]
    [InlineData("60日", "2021-05-01")]
    [InlineData("两个月", "2021-05-02")]
    [InlineData("半年", "2021-09-02")]
    [InlineData("48小时", "2021-03-04")]
    [InlineData("7个自然日内", "2021-03-09")]
    [InlineData("民國110年3月15日", "2021-03-15")]
    [InlineData("民国一百一十年三月十五日", "2021-03-15")]
    [InlineData("110.3.15", "2021-03-15")]
    [InlineData("2021-2023年", "2023-12-31")]
    [InlineData("一期：3月底\n二期：9月底", "2021-09-30")]
    [InlineData("15/3/2021", "2021-03-15")]
    [InlineData("3/15/2021", "2021-03-15")]
    [InlineData("15-Mar-2021", "2021-03-15")]
    [InlineData("15-Mar-21", "2021-03-15")]
    [InlineData("Mar 15, 2021", "2021-03-15")]
    [InlineData("March 15, 2021", "2021-03-15")]
    [InlineData("44270", "2021-03-15")]
    public void A_clerks_date_is_read(string text, string expected) =>
        Assert.Equal(DateOnly.Parse(expected), Known(ClerkDate.Read(text, March)));

    [Theory]
    [InlineData("立行立改", "date.at_once")]
    [InlineData("立即整改", "date.at_once")]
    [InlineData("即时整改", "date.at_once")]
    [InlineData("即知即改", "date.at_once")]
    [InlineData("立行立改。", "date.at_once")]
    [InlineData("立行立改、长期坚持", "date.at_once")]
    [InlineData("长期坚持", "date.long_term")]
    [InlineData("持续推进", "date.long_term")]
    [InlineData("/", "date.none")]
    [InlineData("待定", "date.none")]
    public void A_word_in_place_of_a_date_is_no_mistake(string text, string code)
    {
        var read = ClerkDate.Read(text, March);
        Assert.Equal((Outcome.ByWord, code), (read.Outcome, read.Code));
    }

    [Theory]
    [InlineData("2021.2.30", "date.impossible", "2021-02-28")]
    [InlineData("2月30日", "date.impossible", "2021-02-28")]
    [InlineData("2021年2月29日", "date.impossible", "2021-02-28")]
    [InlineData("20210431", "date.impossible", "2021-04-30")]
    [InlineData("2021年13月1日", "date.impossible", null)]
    [InlineData("2021-02-30", "date.impossible", "2021-02-28")]
    [InlineData("二〇二一年二月三十日", "date.impossible", "2021-02-28")]
    [InlineData("0221-03-15", "date.unlikely_year", null)]
    [InlineData("15个工作日内", "date.working_days", null)]
    [InlineData("9999-12-31", "date.unlikely_year", null)]
    [InlineData("1900-01-01", "date.unlikely_year", null)]
    [InlineData("0021年3月底", "date.unlikely_year", null)]
    [InlineData("五月前", "date.unclear", "2021-04-30")]
    [InlineData("收到交办单后7日内", "date.from_event", null)]
    [InlineData("方案批准之日起30日内", "date.from_event", null)]
    [InlineData("03/04/2021", "date.month_first", "2021-03-04")]
    [InlineData("完成60%", "date.unclear", null)]
    [InlineData("按方案推进第3项", "date.unclear", null)]
    [InlineData("尽快", "date.unclear", null)]
    [InlineData("2021年汛期前", "date.unclear", null)]
    [InlineData("2021年清明节前", "date.unclear", null)]
    [InlineData("农历三月十五", "date.unclear", null)]
    [InlineData("三月三", "date.unclear", null)]
    [InlineData("辛丑年三月", "date.unclear", null)]
    [InlineData("每月15日前", "date.unclear", null)]
    [InlineData("每季度末", "date.unclear", null)]
    [InlineData("3月15日后", "date.unclear", null)]
    [InlineData("2021年3月15日起", "date.unclear", null)]
    [InlineData("15日", "date.unclear", null)]
    [InlineData("逾期15天", "date.unclear", null)]
    [InlineData("3月15日（延期1个月）", "date.unclear", null)]
    [InlineData("15个工作日", "date.working_days", null)]
    public void What_is_no_date_says_why(string text, string code, string? proposal)
    {
        var read = ClerkDate.Read(text, March);
        Assert.Equal((Outcome.NotUnderstood, code, proposal), (read.Outcome, read.Code, read.Proposal));
    }

    [Theory]
    [InlineData("2021-12-20", "1月15日前", DateSense.Ahead, "2022-01-15")]
    [InlineData("2021-01-10", "12月底前", DateSense.Ahead, "2021-12-31")]
    [InlineData("2021-03-02", "2月20日", DateSense.Ahead, "2021-02-20")]
    [InlineData("2021-03-02", "11月5日", DateSense.Behind, "2020-11-05")]
    [InlineData("2021-03-02", "2月5日", DateSense.Behind, "2021-02-05")]
    public void A_missing_year_comes_from_the_list(string reference, string text, DateSense sense, string expected) =>
        Assert.Equal(DateOnly.Parse(expected), Known(ClerkDate.Read(text, new(DateOnly.Parse(reference), sense))));

    [Theory]
    [InlineData("一周内", "2021-03-22")]
    [InlineData("交办之日起30日内", "2021-04-14")]
    [InlineData("交办后10日内", "2021-03-25")]
    public void A_time_is_counted_from_the_lists_own_day(string text, string expected)
    {
        var read = ClerkDate.Read(text, March with { Reference = new(2021, 3, 15) });
        Assert.Equal((DateOnly.Parse(expected), "date.counted"), (Known(read), read.Code));
    }

    [Theory]
    [InlineData(DayOrder.DayFirst, "2021-04-03")]
    [InlineData(DayOrder.MonthFirst, "2021-03-04")]
    public void The_lists_other_days_say_which_number_is_the_month(DayOrder order, string expected) =>
        Assert.Equal(DateOnly.Parse(expected), Known(ClerkDate.Read("03/04/2021", March with { Order = order })));

    [Theory]
    [InlineData(44270, false, "2021-03-15")]
    [InlineData(44270.75, false, "2021-03-15")]
    [InlineData(42808, true, "2021-03-15")]
    [InlineData(20210331, false, "2021-03-31")]
    [InlineData(202104, false, "2021-04-30")]
    [InlineData(3.15, false, "2021-03-15")]
    [InlineData(2021.3, false, "2021-03-31")]
    public void A_number_in_a_date_column_is_read(double number, bool epoch1904, string expected) =>
        Assert.Equal(DateOnly.Parse(expected), Known(ClerkDate.FromNumber(number, March with { Epoch1904 = epoch1904 })));

    [Fact]
    public void Any_day_printed_in_any_shape_is_read_back()
    {
        string[] shapes =
        [
            "yyyy-MM-dd", "yyyy.M.d", "yyyy/M/d", "yyyy年M月d日", "yyyy年MM月dd日前", "yyyyMMdd", "yyyy-MM-dd HH:mm", "yyyy-MM-ddTHH:mm:ss",
            "d-MMM-yyyy", "MMMM d, yyyy",
        ];
        Gen.Select(Gen.Int[0, 45_000], Gen.Int[0, shapes.Length - 1]).Sample((days, shape) =>
        {
            var day = new DateTime(1990, 1, 1).AddDays(days);
            if (day.Year > 2100) return;
            var text = day.ToString(shapes[shape], System.Globalization.CultureInfo.InvariantCulture);
            Assert.Equal(DateOnly.FromDateTime(day), Known(ClerkDate.Read(text, March)));
        });
    }

    [Fact]
    public void Any_day_in_chinese_numerals_is_read_back() => Gen.Int[0, 20_000].Sample(days =>
    {
        var day = new DateOnly(2000, 1, 1).AddDays(days);
        var text = $"{string.Concat($"{day.Year}".Select(c => "〇一二三四五六七八九"[c - '0']))}年{Count(day.Month)}月{Count(day.Day)}日";
        Assert.Equal(day, Known(ClerkDate.Read(text, March)));
    });

    [Fact]
    public void Garbage_is_answered_never_thrown() =>
        Gen.String[Gen.OneOf(Gen.Char, Gen.Char["0123456789年月日号底前上旬十-./:季内周至 ０１"]), 0, 60]
            .Sample(text => ClerkDate.Read(text, March).Outcome != (Outcome)9);

    private static string Count(int n) => (n / 10 > 1 ? $"{"一二三四五六七八九"[n / 10 - 1]}" : "") + (n >= 10 ? "十" : "")
        + (n % 10 > 0 ? $"{"一二三四五六七八九"[n % 10 - 1]}" : "");

    [Fact]
    public void A_day_on_which_it_was_done_is_not_taken_for_the_last_day_to_do_it() =>
        Assert.All(["已于2021年3月1日完成", "2021年3月1日已整改"], text => Assert.Equal("date.done", ClerkDate.Read(text, March).Code));

    [Fact]
    public void October_may_have_lost_its_nought() =>
        Assert.Equal(["date.decimal_ambiguous", "date.month_end"], new[] { 2021.1, 2021.3 }.Select(n => ClerkDate.FromNumber(n, March).Code));

    [Fact]
    public void A_year_that_only_looks_like_one_of_the_republic_is_said_so() =>
        Assert.Equal(["date.republican_year", null], new[] { "110年3月15日", "民國110年3月15日" }.Select(text => ClerkDate.Read(text, March).Code));

    private static DateOnly Known(Understanding<DateOnly> read)
    {
        Assert.True(read.Known, $"{read.Outcome} {read.Code}");
        return read.Value;
    }
}
