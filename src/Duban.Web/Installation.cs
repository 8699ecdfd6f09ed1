using System.Reflection;
using Duban.Ledger;
using Duban.Web.Cases;
using Duban.Web.Clock;

namespace Duban.Web;

/// <summary>An open installation.</summary>
/// <param name="Settings">Where it keeps its things and answers.</param>
/// <param name="Store">Its storage.</param>
/// <param name="City">Its city.</param>
/// <param name="Clock">Its time: the real one, or the demo's.</param>
public sealed record Installation(Settings Settings, EventStore Store, City City, TimeProvider Clock) : IAsyncDisposable
{
    /// <summary>The assemblies that bring numbered migrations, in the order of their numbers.</summary>
    public static IReadOnlyList<Assembly> Migrations { get; } = [typeof(EventStore).Assembly, typeof(Installation).Assembly];

    /// <summary>Opens the storage and brings its tables up to date; the caller disposes of it.</summary>
    public static async Task<EventStore> OpenStore(Settings settings, CancellationToken ct = default)
    {
        Directory.CreateDirectory(settings.Data);
        var store = await EventStore.Open(settings.Database, new() { Hash = settings.Hash }, ct);
        try
        {
            await store.Migrate(Migrations, ct);
            await RowsAnew.Make(store, TimeProvider.System, ct);
            await RegisterTakenOver.Make(store, TimeProvider.System.GetUtcNow(), ct);
            return store;
        }
        catch
        {
            await store.DisposeAsync();
            throw;
        }
    }

    /// <summary>Opens an installation that has its city.</summary>
    /// <exception cref="NoCityException">The database has no city, or not the one asked for, or several and none was asked for.</exception>
    public static async Task<Installation> Open(Settings settings, CancellationToken ct = default)
    {
        var store = await OpenStore(settings, ct);
        try
        {
            var cities = await Cities.All(store, ct);
            var city = settings.Jurisdiction is { } code ? cities.FirstOrDefault(c => c.Code == code) : cities.Count == 1 ? cities[0] : null;
            if (city is null) throw new NoCityException(cities, settings.Jurisdiction);
            return new(settings, store, city, await DemoClock.Of(store, city, ct) ?? TimeProvider.System);
        }
        catch
        {
            await store.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => Store.DisposeAsync();
}

/// <summary>It is not clear which city to serve.</summary>
public sealed class NoCityException(IReadOnlyList<City> cities, string? wanted) : Exception("no city to serve")
{
    /// <summary>What is wrong and what to do.</summary>
    public Wording Wording { get; } = cities.Count == 0
        ? new("数据库中还没有城市：先运行 duban migrate --city 代码 --name 名称，或 duban demo。",
            "The database has no city yet: run duban migrate --city CODE --name NAME, or duban demo.")
        : wanted is null
            ? new($"数据库中有多个城市，请用 DUBAN_JURISDICTION 选择：{List(cities)}", $"The database holds several cities; choose one by DUBAN_JURISDICTION: {List(cities)}")
            : new($"数据库中没有城市 {wanted}，只有：{List(cities)}", $"The database has no city {wanted}, only: {List(cities)}");

    private static string List(IReadOnlyList<City> cities) => string.Join(", ", cities.Select(c => $"{c.Code} {c.Name}"));
}
