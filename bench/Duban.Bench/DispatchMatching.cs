using System.Diagnostics;
using Duban.Dispatch.Matching;

namespace Duban.Bench;

/// <summary>Matching of 100,000 seekers with 5,000 posts over 50 arcs each, both ways.</summary>
public static class DispatchMatching
{
    /// <summary>Prints times, totals, the proved gap and the price of stability.</summary>
    public static void Run(int seekers, int posts)
    {
        const int Arcs = 50;
        var random = new Random(7);
        var (first, post, fit) = (new int[seekers + 1], new int[seekers * Arcs], new float[seekers * Arcs]);
        var quotas = Enumerable.Range(0, posts).Select(_ => 10 + random.Next(21)).ToArray();
        var seen = new HashSet<int>();
        for (var s = 0; s < seekers; s++)
        {
            first[s + 1] = (s + 1) * Arcs;
            seen.Clear();
            for (var i = 0; i < Arcs; i++)
            {
                int p;
                do p = random.Next(posts);
                while (!seen.Add(p));
                (post[s * Arcs + i], fit[s * Arcs + i]) = (p, 0.2f + 0.8f * random.NextSingle());
            }
        }
        var market = new Market(quotas, first, post, fit);
        var clock = Stopwatch.StartNew();
        var stable = StableMatching.Solve(market);
        var stableSeconds = clock.Elapsed.TotalSeconds;
        clock.Restart();
        var best = BestTotalMatching.Solve(market);
        var memory = Process.GetCurrentProcess().PeakWorkingSet64 / 1048576;
        Console.WriteLine(
            $"matching {seekers:N0} × {posts:N0} | stable {stableSeconds:0.00} s, {Explanation.BlockingPairs(market, stable).Count()} blocking pairs"
            + $" | best total {clock.Elapsed.TotalSeconds:0.00} s, proved within {best.Gap:P5} | price of stability {Explanation.PriceOfStability(stable, best):P2} | {memory} MB");
    }
}
