using System.Diagnostics;
using Duban.Bench.Bare;
using Duban.Domain.Cases;
using Duban.Ledger;

namespace Duban.Bench;

/// <summary>Durable transitions through the whole HTTP path at 64 clients, in turns with a bare driver that writes the same rows, 64 to a commit.</summary>
internal static class TransitionBench
{
    private const int Clients = 64, Rounds = 12, InRound = 30 * Clients, Warming = 300 * Clients;

    public static async Task<Figure> Run(string? postgres)
    {
        await using var city = await BenchCity.Start(postgres);
        var cases = await city.HandedOver(Warming + 2 * Rounds * InRound);
        var token = await city.Token("hengdong-liaison");
        Load Signed(IEnumerable<CaseId> some) => Sign(city.Url, token, [.. some]);

        Signed(cases.Take(Warming));
        var (ours, bare) = (new List<Load>(), new List<double>());
        var left = cases.Skip(Warming).Chunk(InRound).ToList();
        for (var round = 0; round < Rounds; round++)
        {
            ours.Add(Signed(left[2 * round]));
            bare.Add(Bare(city.Address, postgres, await BareRows.After(city.The<EventStore>(), left[2 * round], left[2 * round + 1])));
        }
        // Neighbours on the machine come and go: each round is compared with the one beside it, and the middle of the ratios counts.
        var (middle, limit) = (Load.Middle(ours), bare.Order().ElementAt(Rounds / 2));
        var ratio = ours.Zip(bare, (our, raw) => our.PerSecond / raw).Order().ElementAt(Rounds / 2);
        var database = postgres is null ? "SQLite `synchronous=FULL`" : "PostgreSQL, `synchronous_commit=on`";
        return new($"durable transitions over HTTP, {Clients} clients, {database}",
            $"{limit:N0}/s: {(postgres is null ? "SQLite's C interface" : "Npgsql, one batch to a group")}, prepared statements, {Clients} transitions to a commit, no HTTP",
            $"{middle.PerSecond:N0}/s, median {middle.Median:N1} ms, p99 {middle.P99:N1} ms; {middle.Cost:N0} µs of processor each; making the load took {middle.Busy:P0} of a core",
            $"{ratio:0.00}", "≥ 0.5", ratio >= 0.5);
    }

    private static Load Sign(Uri url, string token, CaseId[] cases)
    {
        var requests = Array.ConvertAll(cases, c => Wire.Request("POST", $"/api/cases/{c.Value}/sign", $"Authorization: Bearer {token}\r\n", "{}"));
        return Wire.Run(url, Clients, requests.Length, i => requests[i]);
    }

    // Transitions a second, the preparing of the statements not counted.
    private static double Bare(string address, string? postgres, BareRows rows)
    {
        using IBareDriver driver = postgres is null ? new BareSqlite(address) : new BarePostgres(address, rows.Types, Clients);
        var clock = Stopwatch.StartNew();
        driver.Write(rows.Transitions, Clients);
        return rows.Transitions.Count / clock.Elapsed.TotalSeconds;
    }
}
