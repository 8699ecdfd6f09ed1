using CsCheck;
using Duban.Domain.Documents;

namespace Duban.Domain.Tests.Documents;

public sealed class ClerkCoordinateTests
{
    private static readonly Area City = new(111.4m, 26.0m, 113.4m, 27.6m);

    [Theory]
    [InlineData("112.606752,26.778410")]
    [InlineData("112.606752，26.778410")]
    [InlineData("112.606752, 26.778410")]
    [InlineData("112.606752 26.778410")]
    [InlineData("112.606752；26.778410")]
    [InlineData("112.606752、26.778410")]
    [InlineData("(112.606752,26.778410)")]
    [InlineData("１１２.606752，２６.778410")]
    [InlineData("112。606752,26。778410")]
    [InlineData("经度：112.606752 纬度：26.778410")]
    [InlineData("东经112.606752，北纬26.778410")]
    [InlineData("北纬26.778410，东经112.606752")]
    [InlineData("东经112.606752度，北纬26.778410度")]
    [InlineData("E112.606752,N26.778410")]
    [InlineData("N26.778410 E112.606752")]
    [InlineData("112.606752°E, 26.778410°N")]
    [InlineData("112.606752E 26.778410N")]
    [InlineData("112.606752\n26.778410")]
    [InlineData("lng=112.606752&lat=26.778410")]
    [InlineData("{\"lng\":112.606752,\"lat\":26.778410}")]
    [InlineData("POINT(112.606752 26.778410)")]
    [InlineData("GPS：112.606752，26.778410")]
    [InlineData("经：112.606752  纬：26.778410")]
    [InlineData("经纬度：112.606752,26.778410")]
    [InlineData("X：112.606752 Y：26.778410")]
    [InlineData("112.606752，26.778410（高德）")]
    public void A_clerks_point_is_read(string text)
    {
        var read = ClerkCoordinate.Read(text, City);
        Assert.Equal((Outcome.Understood, null, new Coordinate(112.606752m, 26.778410m)), (read.Outcome, read.Code, read.Value));
    }

    [Theory]
    [InlineData("东经112°34′37″ 北纬26°53′56″")]
    [InlineData("东经112度34分37秒，北纬26度53分56秒")]
    [InlineData("112°34'37\"E,26°53'56\"N")]
    [InlineData("E112°34′37″N26°53′56″")]
    [InlineData("112°34′37″，26°53′56″")]
    [InlineData("北纬26°53′56″，东经112°34′37″")]
    [InlineData("112°34’37”，26°53’56”")]
    [InlineData("112-34-37,26-53-56")]
    public void Degrees_minutes_and_seconds_are_read(string text)
    {
        var read = ClerkCoordinate.Read(text, City);
        Assert.True(read.Known, $"{read.Code}");
        Assert.Equal(112.5769m, Math.Round(read.Value.Longitude, 4));
        Assert.Equal(26.8989m, Math.Round(read.Value.Latitude, 4));
    }

    [Fact]
    public void Latitude_first_is_put_right_and_said_so()
    {
        var read = ClerkCoordinate.Read("26.670329,112.593915", City);
        Assert.Equal((true, "coordinate.swapped", "112.593915,26.670329"), (read.Known, read.Code, read.Proposal));
    }

    [Theory]
    [InlineData("113.500000,28.200000", "coordinate.outside")]
    [InlineData("112.6", "coordinate.half")]
    [InlineData("衡阳县西渡镇", "coordinate.unclear")]
    [InlineData("112.6,26.7,13", "coordinate.unclear")]
    [InlineData("312.6,226.7", "coordinate.impossible")]
    [InlineData("0,0", "coordinate.impossible")]
    [InlineData("112°74′37″,26°53′56″", "coordinate.unclear")]
    public void What_is_no_point_says_why(string text, string code) =>
        Assert.Equal((Outcome.NotUnderstood, code), (ClerkCoordinate.Read(text, City).Outcome, ClerkCoordinate.Read(text, City).Code));

    [Fact]
    public void Two_columns_make_a_point() =>
        Assert.Equal(new Coordinate(-71.0772m, 42.2715m), ClerkCoordinate.Read("-71.0772", "42.2715", null).Value);

    [Fact]
    public void Any_point_printed_is_read_back() => Gen.Select(Gen.Int[111_400_000, 113_400_000], Gen.Int[26_000_000, 27_600_000]).Sample((x, y) =>
        Assert.Equal(new Coordinate(x / 1e6m, y / 1e6m), ClerkCoordinate.Read($"{x / 1e6m},{y / 1e6m}", City).Value));

    [Fact]
    public void Garbage_is_answered_never_thrown() =>
        Gen.String[Gen.OneOf(Gen.Char, Gen.Char["0123456789.,°′″EN东经北纬度分秒- "]), 0, 80]
            .Sample(text => ClerkCoordinate.Read(text, City).Outcome != (Outcome)9);
}
