using Duban.Domain.People;
using Duban.Web.Documents;
using Duban.Web.People;

namespace Duban.Web.Demo;

/// <summary>The demo city's units and the people of its posts. Everybody is a post, nobody a person.</summary>
public static class DemoPeople
{
    /// <summary>The demo city.</summary>
    public static readonly City City = new("430400", "衡阳市");

    /// <summary>The one password of every demo account: fixed and printed, so that it protects nothing and fools nobody.</summary>
    public const string Password = "duban-2021-demo";

    private static readonly (string Word, string Unit)[] responsible =
    [
        ("zhuhui", "430405"), ("yanfeng", "430406"), ("shigu", "430407"), ("zhengxiang", "430408"), ("nanyue", "430412"), ("hengyangxian", "430421"),
        ("hengnan", "430422"), ("hengshan", "430423"), ("hengdong", "430424"), ("qidong", "430426"), ("leiyang", "430481"), ("changning", "430482"),
        ("gaoxin", "430476"), ("songmu", "430473"), ("wenlv", "430400-wlgt"), ("expressway", "430400-gsgl"),
    ];

    // The teams (专班) of the Jinlong mine area sit in the county's departments.
    private static readonly (string Word, string Team, string Unit)[] teams =
    [
        ("jinlong-farmland", "农田专班", "430424-nyj"), ("jinlong-plant", "厂区专班", "430424-sthj"), ("jinlong-adit", "涌水专班", "430424-sthj"),
        ("jinlong-tailings", "尾矿库专班", "430424-yjj"), ("jinlong-ecology", "生态专班", "430424-zrzy"), ("jinlong-water", "饮水专班", "430424-slj"),
    ];

    /// <summary>The accounts worth printing first: one for each kind of work.</summary>
    public static IReadOnlyList<string> Shown { get; } =
    [
        "city-clerk", "city-head", "hengdong-liaison", "hengdong-leader", "hengdong-verifier", "city-verifier", "acceptor-emergency", "reader", "administrator",
    ];

    /// <summary>The units of the city, from the file carried with the program.</summary>
    public static IReadOnlyList<Unit> Units()
    {
        using var stream = typeof(DemoPeople).Assembly.GetManifestResourceStream("hengyang-units.csv")!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return UnitFile.Read(Csv.Read(bytes.ToArray()), City, new UnitTree([])) is { Allowed: true } read
            ? read.Facts
            : throw new InvalidDataException("The demo's units are not in order.");
    }

    /// <summary>Everybody with an account.</summary>
    public static IReadOnlyList<NewPerson> People(UnitTree units)
    {
        string Name(string unit) => units.Find(new(unit))!.Name;
        return
        [
            new("city-clerk", "市督查室经办员", new("430400-dcs"), Role.Clerk),
            new("city-head", "市督查室主任", new("430400-dcs"), Role.Head),
            new("safety-clerk", "市安委办经办员", new("430400-awb"), Role.Clerk),
            new("rectification-clerk", "市整改办经办员", new("430400-zgb"), Role.Clerk),
            new("acceptor-emergency", "市应急管理局验收人", new("430400-yjj"), Role.Acceptor),
            // Parks and bureaus have no verifying department of their own: the city's bureau verifies what others did.
            new("city-verifier", "市应急管理局核查人", new("430400-yjj"), Role.Verifier),
            new("acceptor-ecology", "市生态环境局验收人", new("430400-sthj"), Role.Acceptor),
            new("reader", "市审计查阅员", new("430400"), Role.Reader),
            new("administrator", "系统管理员", new("430400"), Role.Administrator),
            .. responsible.SelectMany(u => new NewPerson[]
            {
                new($"{u.Word}-liaison", $"{Name(u.Unit)}联络员", new(u.Unit), Role.Liaison),
                new($"{u.Word}-leader", $"{Name(u.Unit)}责任领导", new(u.Unit), Role.UnitLeader),
            }),
            .. responsible.Where(u => units.Find(new($"{u.Unit}-yjj")) is not null).Select(u =>
                new NewPerson($"{u.Word}-verifier", $"{Name($"{u.Unit}-yjj")}核查人", new($"{u.Unit}-yjj"), Role.Verifier)),
            new("hengdong-ecology-verifier", "衡东县生态环境分局核查人", new("430424-sthj"), Role.Verifier),
            .. teams.SelectMany(t => new NewPerson[]
            {
                new($"{t.Word}-liaison", $"金龙矿区{t.Team}联络员", new(t.Unit), Role.Liaison),
                new($"{t.Word}-leader", $"金龙矿区{t.Team}责任领导", new(t.Unit), Role.UnitLeader),
            }),
        ];
    }

    /// <summary>Brings the city, its units and its people into a ledger; doing it again changes nothing.</summary>
    /// <param name="installation">The demo's installation, its city being <see cref="City"/>.</param>
    /// <param name="since">The first day of every post.</param>
    /// <param name="ct">Gives up.</param>
    public static async Task Load(Installation installation, DateOnly since, CancellationToken ct = default)
    {
        // Who gave them their posts is on record from the day they hold them.
        installation = installation with { Clock = new ScriptClock(new(since, new(8, 30), TimeSpan.FromHours(8))) };
        var units = new UnitRegister(installation.Store, installation.City, installation.Clock, new(installation.Clock));
        await units.Save(Units(), "duban demo", ct);
        await PeopleRegister.Of(installation).AddAbsent(People(await units.Tree(ct)), Password, since, "duban demo", ct);
    }
}
