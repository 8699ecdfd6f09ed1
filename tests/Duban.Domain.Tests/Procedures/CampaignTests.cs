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
    public void New_cases_walk_a_version_from_its_day_on_and_never_go_back_to_an_earlier_one()
    {
        var (today, full) = (new DateOnly(2021, 3, 15), ProcedureFile.Shipped[0]);
        var coming = full with { Version = 5, From = today.AddDays(1) };
        Assert.Equal("procedure.not_yet", Assert.Single(Campaign.AgainstWalking(coming, full, today)).Code);
        Assert.Empty(Campaign.AgainstWalking(coming, full, coming.From));
        Assert.Equal("campaign.procedure_earlier", Assert.Single(Campaign.AgainstWalking(full with { Version = 3 }, full, today)).Code);
        Assert.Empty(Campaign.AgainstWalking(full with { Version = 3 }, null, today));
        // What was chosen too early may stay until its day, and may be left again.
        Assert.Empty(Campaign.AgainstWalking(coming, coming, today));
        Assert.Empty(Campaign.AgainstWalking(full, coming, today));
    }

    [Fact]
    public void Everything_wrong_is_said_at_once() =>
        Assert.Equal(["field.required", "field.required", "campaign.until", "campaign.slip"],
            (Jinlong with { Name = new("", " "), Until = new(2021, 1, 1), SlipPattern = "交办{0}号" }).Check().Select(r => r.Code));
}
