using Duban.Domain.Documents;

namespace Duban.Domain.Tests.Documents;

public sealed class DeadlineTextTests
{
    private static readonly DateFrame March = new(new DateOnly(2021, 3, 2));

    [Theory]
    [InlineData("某桥存在裂缝，3月15日前整改到位", "2021-03-15")]
    [InlineData("限2021年3月25日前完成整改", "2021-03-25")]
    [InlineData("已责令3月18日前整改到位", "2021-03-18")]
    [InlineData("要求二〇二一年四月十日前拆除", "2021-04-10")]
    [InlineData("铺设管网，6月底前完成", "2021-06-30")]
    [InlineData("一是清理（3月20日前）；二是复绿（4月30日前）", "2021-04-30")]
    [InlineData("计划于2021年5月1日全面完成治理", "2021-05-01")]
    [InlineData("3月１５日之前必须\n整改完毕", "2021-03-15")]
    public void A_day_by_which_something_is_to_be_done_is_found(string text, string day)
    {
        var found = DeadlineText.Find(text, March);
        Assert.Equal((day, "date.in_text"), (found.Value.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), found.Code));
    }

    [Theory]
    [InlineData("某厂2020年5月曾发生事故，至今未培训")]
    [InlineData("3月1日检查发现护栏缺失")]
    [InlineData("已于3月1日完成整改")]
    [InlineData("3月15日前已完成整改")]
    [InlineData("2021年2月1日前应完成的改造仍未完成")]
    [InlineData("截至3月10日尚未整改到位")]
    [InlineData("自2021年3月1日起停产整改")]
    [InlineData("2021年2月30日前整改到位")]
    [InlineData("7日内整改到位")]
    [InlineData("护栏缺失20米，高1.2米")]
    [InlineData("")]
    public void Any_other_day_is_no_deadline(string text) => Assert.Equal(default, DeadlineText.Find(text, March));

    [Fact]
    public void Days_are_counted_where_the_list_says_from_when() =>
        Assert.Equal(new DateOnly(2021, 3, 9), DeadlineText.Find("责令7日内整改到位", March with { Dated = true }).Value);
}
