using Duban.Domain.People;
using Duban.Domain.Procedures;
using Duban.Ledger;
using Duban.Web.Cases;
using Duban.Web.Cases.HandOvers;
using Duban.Web.Clock;
using Duban.Web.CommandLine;
using Duban.Web.Documents.Import;
using Duban.Web.People;
using Duban.Web.Procedures;
using Duban.Web.Residents.Codes;
using Duban.Web.Residents.Reports;

namespace Duban.Web.Demo;

/// <summary>What became of loading the demo.</summary>
public enum DemoLoading
{
    /// <summary>It is in the ledger now.</summary>
    Loaded,
    /// <summary>It was in the ledger already.</summary>
    ThereAlready,
    /// <summary>The ledger is a real city's; nothing was done.</summary>
    OtherCity,
}

/// <summary>Hengyang on 15 March 2021, half past eight: units, people, 114 hazards and ten problems, told through the product's own rules.</summary>
public static class DemoCity
{
    /// <summary>The moment at which the demo begins.</summary>
    public static readonly DateTimeOffset Morning = new(2021, 3, 15, 8, 30, 0, TimeSpan.FromHours(8));

    private const string Told = "demo.told";

    /// <summary>Loads the demo into a ledger that holds nothing else; what is there already stays as it is.</summary>
    public static async Task<DemoLoading> Load(Settings settings, CancellationToken ct = default)
    {
        await using (var store = await Installation.OpenStore(settings, ct))
        {
            if (await Cities.Setting(store, DemoPeople.City, Told, ct) is not null) return DemoLoading.ThereAlready;
            if ((await Cities.All(store, ct)).Any(c => c != DemoPeople.City)) return DemoLoading.OtherCity;
            await Cities.Save(store, DemoPeople.City, ct);
            await Cities.Keep(store, DemoPeople.City, CaseImport.AreaSetting, "110.4,26.0,113.4,27.6", ct);
        }
        await using var installation = await Installation.Open(settings with { Jurisdiction = DemoPeople.City.Code }, ct);
        await DemoPeople.Load(installation, new(2021, 1, 1), ct);
        await Tell(installation);
        await Cities.Keep(installation.Store, installation.City, DemoClock.Setting, DemoClock.StartingAt(Morning, installation.Clock).ToString(), ct);
        await Cities.Keep(installation.Store, installation.City, Told, "1", ct);
        return DemoLoading.Loaded;
    }

    private static async Task Tell(Installation installation)
    {
        var clock = new ScriptClock(Morning);
        await using var shop = Workshop.Open(installation, clock);
        var campaigns = shop.The<Campaigns>();
        // The journals of what is changed later begin with these; each was opened on its first day, before its first case.
        await Open(Campaign("JL", "金龙矿区整改", "Jinlong mine area", "full", "430400-zgb", new(2021, 1, 6), null, "衡督交〔{0}〕{1}号"));
        await Open(Campaign("AQ", "安全隐患集中整改", "Safety hazards", "short", "430400-awb", new(2021, 3, 2), new(2021, 4, 30), "衡安交〔{0}〕{1}号"));
        var town = new DemoTown(
            shop.The<CaseLedger>(), shop.The<PeopleRegister>(), shop.The<UnitRegister>(), shop.The<BlobStore>(), shop.The<SingleSlip>(), clock, installation.City);
        await town.Gather();
        await new DemoJinlong(town, clock, shop.The<CaseLedger>(), campaigns, shop.The<ProcedureCatalog>(), installation.City).Tell();
        await shop.The<ResidentKey>().StartAsync(CancellationToken.None);
        await new DemoReports(shop.The<Reporting>(), town, clock).Tell();
        await new DemoHazards(town, clock, shop.The<CaseImport>(), shop.The<HandOverDesk>(), campaigns, installation.City).Tell();

        async Task Open(Campaign campaign)
        {
            clock.At(campaign.From.Year, campaign.From.Month, campaign.From.Day, 8, 30);
            await campaigns.Save(installation.City.Code, campaign, new("duban demo", clock.GetUtcNow()));
        }
    }

    private static Campaign Campaign(string code, string zh, string en, string procedure, string office, DateOnly from, DateOnly? until, string slips) => new(
        code, new(zh, en), procedure, ProcedureFile.Shipped.Single(p => p.Code == procedure).Version, new UnitId(office), from, until)
    {
        SlipPattern = slips,
    };
}
