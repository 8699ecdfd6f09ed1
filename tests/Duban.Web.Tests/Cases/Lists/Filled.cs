using Duban.Domain.Cases;
using Duban.Domain.Cases.Acts;
using Duban.Domain.People;
using Duban.Domain.Procedures;
using Duban.Web.Cases;
using Duban.Web.Cases.HandOvers;
using Duban.Web.People;
using Duban.Web.Procedures;

namespace Duban.Web.Tests.Cases.Lists;

/// <summary>A town with cases in its lists, brought there by the product's own acts.</summary>
public sealed class Filled(Town town) : IAsyncDisposable
{
    private const string City = "430400";
    private readonly Dictionary<string, Browser> browsers = [];

    /// <summary>The town.</summary>
    public Town Town { get; } = town;

    /// <summary>A town with the campaign of small hazards and no case.</summary>
    public static async Task<Filled> Begin(On on = On.Sqlite)
    {
        var filled = new Filled(await Town.Start(on));
        var version = ProcedureFile.Shipped.Single(p => p.Code == "short").Version;
        await filled.Town.The<Campaigns>().Save(City, new Campaign("AQ", new("安全隐患集中整改", "Safety hazards"), "short", version, new UnitId("430400-awb"), new(2021, 3, 2), new(2021, 4, 30)), new("test", DateTimeOffset.UnixEpoch));
        return filled;
    }

    /// <summary>A case that waits to be handed over.</summary>
    public async Task<CaseId> Registered(string title, string unit = "430424", Level level = Level.General, string? due = null, string? said = null)
    {
        var id = (await Town.The<Campaigns>().TakeNumbers(City, "AQ", 1))[0];
        var version = ProcedureFile.Shipped.Single(p => p.Code == "short").Version;
        var matter = new Matter(title, "现场检查发现" + title, new Place("某镇某村"), "工贸", "集中排查")
        {
            ProposedUnit = new UnitId(unit),
            ProposedDue = due is null ? null : DateOnly.ParseExact(due, "yyyy-MM-dd"),
            DueWords = said,
        };
        await Ask(new Asked(id, new Register(id.Value, "AQ", matter) { Level = level }) { Procedure = await Town.The<ProcedureCatalog>().Find(City, "short", version) }, "city-clerk");
        return id;
    }

    /// <summary>A case that a unit is to sign for.</summary>
    public async Task<CaseId> HandedOver(string title, string due, string unit = "430424", Level level = Level.General)
    {
        var id = await Registered(title, unit, level);
        var to = (await Town.The<UnitRegister>().Tree()).Find(new UnitId(unit))!;
        await Ask(new Asked(id, new HandOver(to, $"单{id}", DateOnly.ParseExact(due, "yyyy-MM-dd"), null, null, null)) { Alongside = [Town.The<SingleSlip>().Of] }, "city-clerk");
        return id;
    }

    /// <summary>A case that its unit has signed for and works on.</summary>
    public async Task<CaseId> Working(string title, string due, string unit = "430424", string by = "hengdong-liaison", Level level = Level.General)
    {
        var id = await HandedOver(title, due, unit, level);
        await Ask(new Asked(id, new SignFor()), by);
        return id;
    }

    /// <summary>Its unit asks to give it back.</summary>
    public Task Returned(CaseId id, string by = "hengdong-liaison") => Ask(new Asked(id, new AskReturn("不在我县辖区")), by);

    /// <summary>What somebody sees at an address.</summary>
    public async Task<Seen> See(string user, string address) =>
        await (browsers.TryGetValue(user, out var open) ? open : browsers[user] = await Town.SignIn(user)).Get(address);

    /// <summary>The numbers of the rows on a page, in their order.</summary>
    public static IReadOnlyList<string> Rows(Seen page) => [.. page.Page.QuerySelectorAll(".du-rows td.no a").Select(a => a.TextContent)];

    /// <inheritdoc />
    public ValueTask DisposeAsync() => Town.DisposeAsync();

    /// <summary>An act by a person of the town.</summary>
    public async Task Ask(Asked asked, string user)
    {
        var standing = (await Town.The<Standings>().Of(new PersonId(user)))!;
        var unit = (await Town.The<UnitRegister>().Tree()).Find(standing.Posts[0].Unit)!;
        var act = Town.The<CaseDoor>().ActOf(new Actor(standing.Person, standing.Posts[0].Role, unit.Path, unit.Kind));
        var answer = await Town.The<CaseLedger>().Ask(City, asked, act);
        Assert.True(answer is CaseAnswer.Done, answer is CaseAnswer.Refused refused ? string.Join(", ", refused.Reasons) : answer.ToString());
    }
}
