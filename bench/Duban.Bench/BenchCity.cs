using Duban.Domain;
using Duban.Domain.Calendar;
using Duban.Domain.Cases;
using Duban.Domain.Cases.Acts;
using Duban.Domain.People;
using Duban.Domain.Procedures;
using Duban.Web;
using Duban.Web.Cases;
using Duban.Web.Demo;
using Duban.Web.People;
using Duban.Web.Procedures;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Duban.Bench;

/// <summary>The whole product on Kestrel over a database of its own, with the demo city's units and people and as many cases as asked for.</summary>
internal sealed class BenchCity : IAsyncDisposable
{
    private const string Code = "430400";
    private readonly string folder;

    private BenchCity(string folder, string address, WebApplication app) => (this.folder, Address, App) = (folder, address, app);

    public string Address { get; }

    public WebApplication App { get; }

    public Uri Url => new(App.Urls.First());

    public static async Task<BenchCity> Start(string? postgres = null)
    {
        var folder = Directory.CreateTempSubdirectory("duban-bench-").FullName;
        var address = postgres is null ? Path.Combine(folder, "duban.db") : await Fresh(postgres);
        var settings = new Settings(folder, address, new("http://127.0.0.1:0"), null, []);
        await using (var store = await Installation.OpenStore(settings)) await Cities.Save(store, DemoPeople.City);
        await using (var installation = await Installation.Open(settings)) await DemoPeople.Load(installation, new(2021, 1, 1));
        var app = DubanHost.Build(await Installation.Open(settings), null, builder => builder.Logging.ClearProviders());
        await app.StartAsync();
        return new(folder, address, app);
    }

    public T The<T>() where T : notnull => App.Services.GetRequiredService<T>();

    /// <summary>Cases that were handed over to Hengdong and wait for its signature.</summary>
    public async Task<IReadOnlyList<CaseId>> HandedOver(int count)
    {
        var procedure = ProcedureFile.Shipped.Single(p => p.Code == "short");
        var office = new UnitId("430400-awb");
        await The<Campaigns>().Save(Code, new Campaign("BN", new("测量", "Bench"), "short", procedure.Version, office, new(2021, 1, 1), null), new("test", DateTimeOffset.UnixEpoch));
        var clerk = new Actor(new PersonId("safety-clerk"), Role.Clerk, new UnitPath($"{Code}/{office}/"), UnitKind.Office);
        var act = new Act(clerk, DateTimeOffset.UtcNow, WorkCalendar.China);
        var unit = (await The<UnitRegister>().Tree()).Find(new UnitId("430424"))!;
        var ids = await The<Campaigns>().TakeNumbers(Code, "BN", count);
        var ledger = The<CaseLedger>();
        foreach (var some in ids.Chunk(500))
        {
            await Done(ledger.AskAll(Code,
                [.. some.Select((id, i) => new Asked(id, new Register(id.Value, "BN", Matter(i)) { Level = Level.General }) { Procedure = procedure })], act));
            await Done(ledger.AskAll(Code, [.. some.Select((id, i) => new Asked(id, new HandOver(unit, "测量 1 号", act.Today.AddDays(i % 300))))], act));
        }
        return ids;
    }

    /// <summary>A machine's token of this person.</summary>
    public async Task<string> Token(string person)
    {
        var standing = (await The<Standings>().Of(new PersonId(person)))!;
        return (await The<ApiTokens>().Issue(standing.Posts[0], "bench", TokenScope.Write, TimeSpan.FromDays(1), "bench")).Token;
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    public static Matter Matter(int i) => new($"测量点位 {i}", "疏散通道堆放杂物，常闭式防火门损坏，需要清理并更换。", new Place("洣水镇"), "消防安全", "测量");

    private static async Task Done(Task<IReadOnlyList<CaseAnswer>> answers)
    {
        if ((await answers).FirstOrDefault(a => a is not CaseAnswer.Done) is { } other) throw new InvalidOperationException(other.ToString());
    }

    private static async Task<string> Fresh(string server)
    {
        var name = $"bench_{Guid.NewGuid():N}";
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"create database {name} template template0 encoding 'UTF8'", connection);
        await command.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString;
    }
}
