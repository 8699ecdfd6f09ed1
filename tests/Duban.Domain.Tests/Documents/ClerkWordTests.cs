using CsCheck;
using Duban.Domain.Documents;

namespace Duban.Domain.Tests.Documents;

public sealed class ClerkWordTests
{
    [Theory]
    [InlineData("一百一十四", 114)]
    [InlineData("十二", 12)]
    [InlineData("廿一", 21)]
    [InlineData("二〇二一", 2021)]
    [InlineData("两千三百", 2300)]
    [InlineData("一万二千", 12000)]
    [InlineData("2万", 20000)]
    [InlineData("210万", 2100000)]
    [InlineData("210万元", 2100000)]
    [InlineData("约300", 300)]
    [InlineData("1,200.5", 1200.5)]
    [InlineData("３２０", 320)]
    [InlineData("12人", 12)]
    public void A_clerks_number_is_read(string text, decimal expected) => Assert.Equal(expected, ChineseNumber.Read(text).Value);

    [Theory]
    [InlineData("面议")]
    [InlineData("3000-4200")]
    [InlineData("abc")]
    public void What_is_no_number_is_not_understood(string text) =>
        Assert.Equal(Outcome.NotUnderstood, ChineseNumber.Read(text).Outcome);

    [Theory]
    [InlineData("一般", NamedLevel.General, null)]
    [InlineData("一般隐患", NamedLevel.General, null)]
    [InlineData("重大事故隐患", NamedLevel.Major, null)]
    [InlineData(" 一般 ", NamedLevel.General, "level.padded")]
    [InlineData("重　大", NamedLevel.Major, "level.padded")]
    [InlineData("较大", NamedLevel.Larger, null)]
    [InlineData("红色", NamedLevel.Major, null)]
    [InlineData("Ⅱ级", NamedLevel.Larger, null)]
    [InlineData("重大（挂牌）", NamedLevel.Major, null)]
    [InlineData("蓝", NamedLevel.Low, null)]
    public void A_level_is_read(string text, NamedLevel level, string? code) =>
        Assert.Equal((true, level, code), (ClerkLevel.Read(text).Known, ClerkLevel.Read(text).Value, ClerkLevel.Read(text).Code));

    [Theory]
    [InlineData("已完成整改", NamedProgress.Done)]
    [InlineData("正在整改", NamedProgress.UnderWay)]
    [InlineData("已制定方案，正在整改", NamedProgress.UnderWay)]
    [InlineData("完成60%", NamedProgress.UnderWay)]
    [InlineData("100%", NamedProgress.Done)]
    [InlineData("已停产整改", NamedProgress.UnderWay)]
    [InlineData("未启动", NamedProgress.NotStarted)]
    [InlineData("未完成", NamedProgress.NotStarted)]
    [InlineData("未销号", NamedProgress.NotStarted)]
    [InlineData("基本完成", NamedProgress.UnderWay)]
    [InlineData("已销号", NamedProgress.Done)]
    [InlineData("Closed", NamedProgress.Done)]
    public void Progress_is_read(string text, NamedProgress progress) => Assert.Equal(progress, ClerkProgress.Read(text).Value);

    [Theory]
    [InlineData("通过", true)]
    [InlineData("验收合格", true)]
    [InlineData("未通过", false)]
    [InlineData("不合格", false)]
    public void A_verdict_is_read(string text, bool passed) => Assert.Equal(passed, ClerkProgress.Verdict(text).Value);

    [Fact]
    public void Whole_numbers_written_in_chinese_are_read_back() => Gen.Int[1, 99_999].Sample(n =>
        Assert.Equal(n, ChineseNumber.Whole(Spoken(n))));

    [Fact]
    public void Garbage_is_answered_never_thrown() => Gen.String[Gen.OneOf(Gen.Char, Gen.Char["一二十百千万亿零约.,0123456789%"]), 0, 50].Sample(text =>
    {
        _ = ChineseNumber.Read(text);
        _ = ClerkLevel.Read(text);
        _ = ClerkProgress.Read(text);
        _ = ClerkProgress.Verdict(text);
    });

    private static string Spoken(int n)
    {
        var (text, zero) = ("", false);
        foreach (var (unit, name) in ((int, string)[])[(10_000, "万"), (1000, "千"), (100, "百"), (10, "十"), (1, "")])
        {
            var digit = n / unit;
            n %= unit;
            if (digit == 0) zero = text.Length > 0;
            else (text, zero) = (text + (zero ? "零" : "") + "〇一二三四五六七八九"[digit] + name, false);
        }
        return text;
    }
}
