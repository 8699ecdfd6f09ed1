using Duban.Domain.Procedures;

namespace Duban.Domain.Tests.Procedures;

public sealed class CampaignTests
{
    private static readonly Campaign Jinlong = new("JL", new("金龙矿区整治", "Jinlong mine area"), "full", 3, new("430400-dbs"), new(2021, 3, 15), new(2021, 12, 31));

    [Fact]
    public void A_campaign_with_code_names_days_and_a_slip_pattern_is_sound() => Assert.Empty(Jinlong.Check());

    [Theory]
    [InlineData("J"), InlineData("jl"), InlineData("JINLONG21"), InlineData("金龙"), InlineData("J-L"), InlineData("")]
    public void Its_code_is_two_to_eight_capital_letters_or_digits(string code) =>
        Assert.Equal("campaign.code", Assert.Single((Jinlong with { Code = code }).Check()).Code);

    [Theory, InlineData("XS"), InlineData("NEW")]
    public void The_leads_and_the_page_that_opens_campaigns_keep_their_words(string code) =>
        Assert.Equal("campaign.code_reserved", Assert.Single((Jinlong with { Code = code }).Check()).Code);

    [Fact]
    public void Everything_wrong_is_said_at_once() =>
        Assert.Equal(["field.required", "field.required", "campaign.until", "campaign.slip"],
            (Jinlong with { Name = new("", " "), Until = new(2021, 1, 1), SlipPattern = "交办{0}号" }).Check().Select(r => r.Code));
}
