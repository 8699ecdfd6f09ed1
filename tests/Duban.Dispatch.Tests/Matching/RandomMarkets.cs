using CsCheck;
using Duban.Dispatch.Matching;

namespace Duban.Dispatch.Tests.Matching;

/// <summary>Random markets small enough to try every matching.</summary>
internal static class RandomMarkets
{
    private const int MostSeekers = 6, Posts = 4;

    public static readonly Gen<Market> Any = Gen.Select(
        Gen.Int[0, 2].Array[Posts],
        Gen.Select(Gen.Bool, Gen.Int[1, 9], Gen.Int[1, 9]).Array[MostSeekers * Posts],
        Gen.Int[0, 2].Array[MostSeekers],
        Gen.Int[-1, Posts - 1].Array[MostSeekers],
        Gen.Int[0, 7],
        (quotas, arcs, classes, placed, rules) => Make(quotas, arcs, (rules & 1) > 0 ? classes : null, (rules & 2) > 0 ? placed : null, (rules & 4) > 0));

    public static readonly Gen<Market> Plain = Gen.Select(
        Gen.Int[0, 2].Array[Posts],
        Gen.Select(Gen.Bool, Gen.Int[1, 9], Gen.Int[1, 9]).Array[MostSeekers * Posts],
        (quotas, arcs) => Make(quotas, arcs, null, null, false));

    private static Market Make(int[] quotas, (bool Joined, int Fit, int Wish)[] arcs, int[]? classes, int[]? placed, bool reserves)
    {
        var first = new List<int> { 0 };
        var (post, fit, wish) = (new List<int>(), new List<float>(), new List<float>());
        for (var s = 0; s < MostSeekers; s++)
        {
            for (var p = 0; p < Posts; p++)
            {
                var arc = arcs[s * Posts + p];
                if (!arc.Joined) continue;
                post.Add(p);
                fit.Add(arc.Fit);
                wish.Add(arc.Wish + p / 10f);
            }
            first.Add(post.Count);
        }
        return new Market(quotas, [.. first], [.. post], [.. fit], [.. wish])
        {
            Class = classes,
            Placed = placed,
            Reserves = reserves ? [new Reserve(0, 1, 1), new Reserve(2, 0, 1)] : [],
        };
    }

    /// <summary>The largest total fit, by trying everything.</summary>
    public static double BestTotal(Market market) => BestTotal(market, 0, [.. market.Quotas]);

    private static double BestTotal(Market market, int seeker, int[] left)
    {
        if (seeker == market.Seekers) return 0;
        var best = BestTotal(market, seeker + 1, left);
        for (var p = 0; p < left.Length; p++)
        {
            var fit = market.Fit(seeker, p);
            if (fit == 0 || left[p] == 0) continue;
            left[p]--;
            best = Math.Max(best, fit + BestTotal(market, seeker + 1, left));
            left[p]++;
        }
        return best;
    }
}
