using Duban.Domain.Documents;
using Duban.Domain.People;
using Duban.Web.Demo;

namespace Duban.Web.Tests.Documents;

/// <summary>Every unit of the demo city is found under every name it goes by, and no name leads quietly to another unit.</summary>
public sealed class UnitNameLaws
{
    private static readonly IReadOnlyList<Unit> Units = DemoPeople.Units();
    private static readonly UnitDirectory Directory = new(Units);

    [Fact]
    public void A_unit_is_found_by_its_code() => Assert.All(Units, u => Assert.Equal(u, Directory.Find(u.Id.Value).Value));

    [Fact]
    public void A_name_leads_to_its_unit_or_is_called_ambiguous() => Assert.All(Units, u =>
    {
        foreach (var name in u.Aliases.Prepend(u.FullName).Prepend(u.Name))
            foreach (var written in new[] { name, $" {name}\u3000", $"{name}（盖章）", string.Join('\n', name.Select(c => $"{c}")) })
            {
                var read = Directory.Find(written);
                var asked = read.Code == "unit.ambiguous" && read.Proposal!.Split('、').Any(p => p.EndsWith(u.Name, StringComparison.Ordinal));
                Assert.True(read.Known ? read.Value == u : asked, $"{written} → {read.Code} {read.Proposal} {read.Value?.Id}, not {u.Id}");
            }
    });

    [Fact]
    public void A_township_is_found_by_its_county_and_its_name() => Assert.All(Units.Where(u => u.Kind == UnitKind.Township), u =>
        Assert.Equal(u, Directory.Find(Directory.Above(u)!.Name + u.Name).Value));

    [Fact]
    public void The_county_of_a_unit_stands_above_it() => Assert.All(Units, u =>
    {
        var county = Directory.CountyOf(u);
        Assert.Equal(u.Kind is not (UnitKind.City or UnitKind.Office or UnitKind.Bureau), county is not null);
        if (county is not null) Assert.True(county.Path.Holds(u.Path));
    });
}
