namespace Duban.Dispatch.Matching;

/// <summary>
/// The matching with the largest total fit. Priority classes come one after the other, so that a later class never costs an
/// earlier one anything; those already placed stay; reserved seats are freed for all when their class has had its turn.
/// </summary>
public static class BestTotalMatching
{
    /// <summary>Solves to within <paramref name="gap"/> of the best total, as a share.</summary>
    public static Matching Solve(Market market, double gap = 1e-5)
    {
        var postOf = new int[market.Seekers];
        Array.Fill(postOf, -1);
        var left = market.Quotas.ToArray();
        KeepPlaced(market, postOf, left);
        var bound = Matching.Sum(market, postOf);
        foreach (var turn in Enumerable.Range(0, market.Seekers).GroupBy(market.ClassOf).OrderBy(g => g.Key))
        {
            var held = new int[left.Length];
            foreach (var reserve in market.Reserves.Where(r => r.Class > turn.Key)) held[reserve.Post] += reserve.Seats;
            bound += Turn(market, turn, postOf, left, held, gap);
        }
        if (market.Reserves.Count > 0)
            foreach (var turn in Enumerable.Range(0, market.Seekers).Where(s => postOf[s] < 0).GroupBy(market.ClassOf).OrderBy(g => g.Key).ToList())
                bound += Turn(market, turn, postOf, left, new int[left.Length], gap);
        return new Matching(postOf, Matching.Sum(market, postOf), bound);
    }

    private static void KeepPlaced(Market market, int[] postOf, int[] left)
    {
        for (var s = 0; market.Placed is not null && s < market.Seekers; s++)
        {
            var post = market.Placed[s];
            if (post < 0 || left[post] == 0 || market.Fit(s, post) == 0) continue;
            postOf[s] = post;
            left[post]--;
        }
    }

    /// <summary>Matches one class on the seats left for it; returns its bound.</summary>
    private static double Turn(Market market, IEnumerable<int> seekers, int[] postOf, int[] left, int[] held, double gap)
    {
        var auction = new QuotaAuction(market, [.. seekers.Where(s => postOf[s] < 0)], [.. left.Select((l, p) => Math.Max(0, l - held[p]))]);
        auction.Run(gap);
        auction.Write(postOf);
        for (var p = 0; p < left.Length; p++) left[p] -= auction.Taken(p);
        return auction.Bound;
    }
}
