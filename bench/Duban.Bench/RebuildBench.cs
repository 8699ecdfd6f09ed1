using System.Diagnostics;
using Duban.Ledger;
using Duban.Web.Cases;

namespace Duban.Bench;

/// <summary>All current rows, tallies and the search index made again from their events.</summary>
internal static class RebuildBench
{
    private const int Cases = 20_000;

    public static async Task<Figure> Run()
    {
        await using var city = await BenchCity.Start();
        await city.HandedOver(Cases);
        var store = (EventStore)city.App.Services.GetService(typeof(EventStore))!;
        await CaseRebuild.Run(store);
        var clock = Stopwatch.StartNew();
        var events = await CaseRebuild.Run(store);
        var pace = events / clock.Elapsed.TotalSeconds;
        return new($"current rows, tallies and search index made again from {events:N0} events of {Cases:N0} cases", "–", $"{pace:N0} events/s", "–", "≥ 50,000/s", pace >= 50_000);
    }
}
