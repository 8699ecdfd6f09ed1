using CsCheck;
using Duban.Domain.People;
using Duban.Domain.Tests.Cases;

namespace Duban.Domain.Tests.People;

public sealed class UnitPathTests
{
    private static readonly Gen<UnitPath> Path = Gen.Int[1, 99_999].Array[1, 5].Select(codes => new UnitPath(string.Concat(codes.Select(c => $"{c}/"))));

    [Fact]
    public void A_path_knows_its_unit_what_stands_above_and_in_which_county_it_lies()
    {
        var village = Town.Village.Path;
        Assert.Equal((Town.Village.Id, Town.Township.Path, 4), (village.Unit, village.Above, village.Depth));
        Assert.Equal((Town.County.Id, Town.City.Path), (village.Area!.Value, village.City));
        Assert.Equal((Town.County.Id, Town.CultureBureau.Id), (Town.County.Path.Area!.Value, Town.CultureBureau.Path.Area!.Value));
        Assert.Null(Town.City.Path.Area);
        Assert.Equal(new UnitPath(""), Town.City.Path.Above);
    }

    [Fact]
    public void Going_up_from_below_is_staying() => Gen.Select(Path, Gen.Int[1, 99_999]).Sample((path, code) =>
    {
        var child = path.Below(new UnitId($"{code}"));
        return child.Above == path && child.Unit.Value == $"{code}" && child.Depth == path.Depth + 1 && path.Holds(child) && !child.Holds(path) && child.City == path.City;
    });

    [Fact]
    public void A_path_holds_itself_and_every_path_it_stands_above() => Path.Sample(path =>
    {
        for (var at = path; at.Depth > 0; at = at.Above)
            if (!at.Holds(path) || at.Codes.Length != at.Depth || at.Area != (at.Depth > 1 ? path.Area : null)) return false;
        return path.Holds(path) && !new UnitPath("").Holds(path);
    });

    [Fact]
    public void A_code_that_only_begins_like_another_holds_nothing_of_it() =>
        Assert.False(new UnitPath("430400/4304/").Holds(new UnitPath("430400/430424/")));

    [Fact]
    public void What_is_printed_is_parsed() => Path.Sample(path => path.Value.Length == 1 || UnitPath.Parse(path.ToString()) == path);

    [Theory, InlineData(""), InlineData("430400"), InlineData("/"), InlineData("4304 00/"), InlineData("衡阳/")]
    public void What_is_no_path_is_not_taken_for_one(string text)
    {
        Assert.False(UnitPath.TryParse(text, null, out _));
        Assert.Throws<FormatException>(() => UnitPath.Parse(text));
    }
}
