using Duban.Domain.People;
using Duban.Domain.Tests.Cases;

namespace Duban.Domain.Tests.People;

/// <summary>Every post × act × unit, against the table in <c>RightsTable.md</c>.</summary>
public sealed class RightsTests
{
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "People", "RightsTable.md"));

    private static readonly Dictionary<string, Unit> Units = new[]
    {
        Town.Office, Town.EcologyBureau, Town.CultureBureau, Town.County, Town.Department, Town.Township, Town.NextTownship, Town.Village,
        Town.OtherCounty, Town.OtherCountysTownship,
    }.ToDictionary(u => u.Name);

    private static readonly Dictionary<string, Role> Roles = new()
    {
        ["查看"] = Role.Reader,
        ["联络员"] = Role.Liaison,
        ["责任领导"] = Role.UnitLeader,
        ["核查人"] = Role.Verifier,
        ["验收人"] = Role.Acceptor,
        ["经办员"] = Role.Clerk,
        ["主任"] = Role.Head,
    };

    [Fact]
    public void Nobody_can_do_more_or_less_than_the_table_says()
    {
        var wrong = from post in Posts()
                    from act in Enum.GetValues<CaseAct>()
                    from holder in Holders()
                    let expected = Ticks.Contains((post.Name, act, holder.Name))
                    where expected != Rights.Refusal(post.Actor, act, holder.Path) is null
                    select $"{post.Name} {(expected ? "may not" : "may")} {act} a case of {holder.Name}";
        Assert.Empty(wrong);
    }

    [Fact]
    public void The_table_has_every_act_once() =>
        Assert.Equal(Enum.GetValues<CaseAct>().Order(), Lines.Where(l => l.StartsWith("## ", StringComparison.Ordinal)).SelectMany(Acts).Order());

    [Fact]
    public void A_co_operating_unit_may_look_and_do_nothing_else()
    {
        var culture = Town.Post("x", Role.Liaison, Town.CultureBureau);
        foreach (var act in Enum.GetValues<CaseAct>())
            Assert.Equal(act is CaseAct.See or CaseAct.Report, Rights.Refusal(culture, act, Town.Township.Path, [Town.CultureBureau.Id]) is null);
        Assert.NotNull(Rights.Refusal(Town.Post("x", Role.Administrator, Town.City), CaseAct.See, Town.Township.Path, [Town.City.Id]));
    }

    [Fact]
    public void What_somebody_sees_in_a_list_is_what_they_may_open()
    {
        foreach (var (name, by) in Posts())
            foreach (var (holder, path) in Holders())
            {
                var listed = path is { } p ? Rights.Sees(by)?.Holds(p) == true : Rights.SeesUnassigned(by);
                Assert.True(listed == Rights.Refusal(by, CaseAct.See, path) is null, $"{name} and a case of {holder}");
            }
    }

    [Fact]
    public void A_role_fits_the_units_that_can_give_it()
    {
        Assert.Null(RoleFit.Judge(Role.Verifier, Town.Department));
        Assert.Null(RoleFit.Judge(Role.Verifier, Town.CultureBureau));
        Assert.Equal("post.role_does_not_fit", RoleFit.Judge(Role.Verifier, Town.Township)!.Code);
        Assert.All([Role.Clerk, Role.Head], r => Assert.Equal([UnitKind.Office], Enum.GetValues<UnitKind>().Where(k => RoleFit.RolesOf(k).Contains(r))));
    }

    private static HashSet<(string Post, CaseAct Act, string Holder)> Ticks { get; } = Read();

    private static HashSet<(string, CaseAct, string)> Read()
    {
        var ticks = new HashSet<(string, CaseAct, string)>();
        CaseAct[] acts = [];
        string[] holders = [];
        foreach (var line in Lines)
        {
            var cells = line.Split('|', StringSplitOptions.TrimEntries);
            if (line.StartsWith("## ", StringComparison.Ordinal)) acts = Acts(line);
            else if (line.StartsWith("| 岗位", StringComparison.Ordinal)) holders = cells;
            else if (line.StartsWith("| ", StringComparison.Ordinal))
                for (var i = 2; i < holders.Length - 1; i++) if (cells[i] == "✓") foreach (var act in acts) ticks.Add((cells[1], act, holders[i]));
        }
        return ticks;
    }

    private static CaseAct[] Acts(string heading) =>
        [.. heading[(heading.IndexOf(':', StringComparison.Ordinal) + 1)..].Split(',', StringSplitOptions.TrimEntries).Select(Enum.Parse<CaseAct>)];

    private static IEnumerable<(string Name, UnitPath? Path)> Holders() =>
        Units.Values.Where(u => u.Kind != UnitKind.Office).Select(u => (u.Name, (UnitPath?)u.Path)).Prepend(("未交办", null));

    // Every role its kind of unit can give, in every unit of the table, and those who have no unit of their own in it.
    private static IEnumerable<(string Name, Actor Actor)> Posts()
    {
        foreach (var unit in Units.Values)
            foreach (var (word, role) in Roles.Where(r => RoleFit.RolesOf(unit.Kind).Contains(r.Value)).Where(r => Listed(unit, r.Key)))
                yield return (unit.Name + word, Town.Post("x", role, unit));
        yield return ("市查看", Town.Post("x", Role.Reader, Town.City));
        yield return ("村民", Town.Villager);
        yield return ("系统管理员", Town.Post("x", Role.Administrator, Town.City));
    }

    // A post of the table, or one of a unit whose like is in it: the table need not repeat a second township.
    private static bool Listed(Unit unit, string word) => Lines.Any(l => l.StartsWith($"| {unit.Name}{word} ", StringComparison.Ordinal));
}
