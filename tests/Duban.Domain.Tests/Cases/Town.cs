using Duban.Domain.Cases;
using Duban.Domain.People;

namespace Duban.Domain.Tests.Cases;

/// <summary>A town small enough to know everybody by post: the office, three bureaus, two counties, a township with its neighbour and a village.</summary>
internal static class Town
{
    public static readonly Unit City = Of("430400/", "衡阳市", UnitKind.City);
    public static readonly Unit Office = Of("430400/430400-dbs/", "督查室", UnitKind.Office);
    public static readonly Unit EmergencyBureau = Of("430400/430400-yjj/", "市应急局", UnitKind.Bureau);
    public static readonly Unit EcologyBureau = Of("430400/430400-sthj/", "市生态环境局", UnitKind.Bureau);
    public static readonly Unit CultureBureau = Of("430400/430400-wlgt/", "市文旅广体局", UnitKind.Bureau);
    public static readonly Unit County = Of("430400/430424/", "衡东县", UnitKind.County);
    public static readonly Unit Department = Of("430400/430424/430424-yjj/", "衡东县应急局", UnitKind.Department);
    public static readonly Unit OtherDepartment = Of("430400/430424/430424-sthj/", "衡东县生态环境分局", UnitKind.Department);
    public static readonly Unit Township = Of("430400/430424/430424110/", "甘溪镇", UnitKind.Township);
    public static readonly Unit NextTownship = Of("430400/430424/430424111/", "杨桥镇", UnitKind.Township);
    public static readonly Unit Village = Of("430400/430424/430424110/430424110201/", "石岗村", UnitKind.Village);
    public static readonly Unit OtherCounty = Of("430400/430423/", "衡山县", UnitKind.County);
    public static readonly Unit OtherCountysTownship = Of("430400/430423/430423100/", "福田铺乡", UnitKind.Township);

    public static readonly Actor Clerk = Post("clerk", Role.Clerk, Office);
    public static readonly Actor SecondClerk = Post("second-clerk", Role.Clerk, Office);
    public static readonly Actor Head = Post("head", Role.Head, Office);
    public static readonly Actor DeputyHead = Post("deputy-head", Role.Head, Office);
    public static readonly Actor CountyLiaison = Post("county-liaison", Role.Liaison, County);
    public static readonly Actor Liaison = Post("liaison", Role.Liaison, Township);
    public static readonly Actor Leader = Post("leader", Role.UnitLeader, Township);
    public static readonly Actor CultureLiaison = Post("culture-liaison", Role.Liaison, CultureBureau);
    public static readonly Actor Verifier = Post("verifier", Role.Verifier, Department);
    public static readonly Actor SecondVerifier = Post("second-verifier", Role.Verifier, OtherDepartment);
    public static readonly Actor Acceptor = Post("acceptor", Role.Acceptor, EcologyBureau);
    public static readonly Actor SecondAcceptor = Post("second-acceptor", Role.Acceptor, EmergencyBureau);
    public static readonly Actor Villager = Post("villager", Role.Resident, City);
    public static readonly Actor Engineer = Post("engineer", Role.Liaison, Township);

    /// <summary>Everybody a plan might name; the verifier and the acceptor have a second post in the township.</summary>
    public static IReadOnlyList<Named> InPost { get; } =
    [
        .. new[] { Leader, Engineer, Liaison, CountyLiaison, CultureLiaison, SecondVerifier }.Select(a => new Named(a.Person, a.Person.Value, [a])),
        .. new[] { Verifier, Acceptor }.Select(a => new Named(a.Person, a.Person.Value, [a, Post(a.Person.Value, Role.Liaison, Township)])),
    ];

    /// <summary>The same person in another of their posts.</summary>
    public static Actor As(this Actor person, Actor post) => post with { Person = person.Person };

    public static Actor Post(string person, Role role, Unit unit) => new(new(person), role, unit.Path, unit.Kind);

    private static Unit Of(string path, string name, UnitKind kind) => new(new UnitPath(path).Unit, new(path), name, kind);
}
