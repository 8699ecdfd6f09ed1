using System.Diagnostics;
using Duban.Ledger;
using Duban.Web.Cases;

namespace Duban.Bench;

/// <summary>All current rows, tallies and the search index made again from their events.</summary>
internal static class RebuildBench
{
    private const int Cases = 20_000;

    public static async Task<string> Run()
    {
        await using var city = await BenchCity.Start();
        await city.HandedOver(Cases);
        var store = (EventStore)city.App.Services.GetService(typeof(EventStore))!;
        await CaseRebuild.Run(store);
        var clock = Stopwatch.StartNew();
        var events = await CaseRebuild.Run(store);
        return $"| current rows rebuilt from {events:N0} events of {Cases:N0} cases | – | {events / clock.Elapsed.TotalSeconds:N0} events/s | – | ≥ 50,000/s |";
    }
}
