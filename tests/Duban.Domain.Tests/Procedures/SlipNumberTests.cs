using Duban.Domain.Procedures;

namespace Duban.Domain.Tests.Procedures;

/// <summary>A slip's number is one number, however it is typed; no two campaigns give the same.</summary>
public sealed class SlipNumberTests
{
    private static readonly Campaign Jinlong = new("JL", new("金龙矿区整治", "Jinlong mine area"), "full", 4, new("430400-dbs"), new(2021, 3, 15), null);
    private static readonly Campaign Hazards = Jinlong with { Code = "AQ" };

    [Theory]
    [InlineData("衡安交〔2021〕17号"), InlineData("衡安交[2021]17号"), InlineData("衡安交（2021）第 17 号"), InlineData("衡安交2021-17"), InlineData(" 衡安交【２０２１】１７号 ")]
    public void Brackets_blanks_and_wide_digits_make_no_other_number(string typed) => Assert.Equal("衡安交-2021-17", SlipNumber.Key(typed));

    [Theory]
    [InlineData("衡安交〔2021〕1号", "衡安交〔2021〕17号"), InlineData("衡安交〔2021〕17号", "衡安交〔20211〕7号"), InlineData("衡安交〔2021〕17号", "衡督交〔2021〕17号")]
    public void Another_number_is_another(string one, string other) => Assert.NotEqual(SlipNumber.Key(one), SlipNumber.Key(other));

    [Theory, InlineData(""), InlineData("〔〕"), InlineData(" — ")]
    public void Nothing_to_go_by_finds_nothing(string typed) => Assert.Equal("", SlipNumber.Key(typed));

    [Fact]
    public void Campaigns_that_nobody_gave_a_pattern_number_by_their_codes()
    {
        Assert.Equal("AQ交办〔2021〕3号", Hazards.SlipNumber(2021, 3));
        Assert.False(Hazards.NumbersLike(Jinlong));
        Assert.Empty(Hazards.Check());
    }

    [Theory]
    [InlineData("衡督交〔{0}〕{1}号", "衡督交〔{0}〕{1}号"), InlineData("衡督交〔{0}〕{1}号", "衡督交[{0}] {1} 号"), InlineData("{2}交办〔{0}〕{1}号", "JL交办〔{0}〕{1}号")]
    [InlineData("衡督交〔{0}〕{1}号", "衡督交〔{0}〕第{1}号"), InlineData("衡督交〔{0}〕{1}号", "衡督交{0}-{1}"), InlineData("衡督交〔{0}〕第{1}号", "衡督交 {0} {1}")]
    public void Equal_patterns_give_equal_numbers_and_so_does_another_campaigns_code_typed_by_hand(string one, string other) =>
        Assert.True((Jinlong with { SlipPattern = one }).NumbersLike(Hazards with { SlipPattern = other }));

    [Theory]
    [InlineData("衡督交〔{0}〕{1}号", "衡安交〔{0}〕{1}号"), InlineData("衡督交〔{0}〕{1}号", "衡督交〔{0}〕安{1}号"), InlineData("衡督交〔{0}〕{1}号", "衡督交{0}{1}号")]
    public void Patterns_that_read_otherwise_give_other_numbers(string one, string other) =>
        Assert.False((Jinlong with { SlipPattern = one }).NumbersLike(Hazards with { SlipPattern = other }));

    [Fact]
    public void A_campaign_is_not_its_own_double() => Assert.False(Jinlong.NumbersLike(Jinlong with { Name = new("改名", "renamed") }));
}
