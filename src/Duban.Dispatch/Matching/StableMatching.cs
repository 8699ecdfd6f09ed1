namespace Duban.Dispatch.Matching;

/// <summary>
/// Seeker-proposing deferred acceptance with quotas (Gale and Shapley, American Mathematical Monthly 1962): no seeker and post
/// prefer each other to what they have, and no seeker gains by stating other wishes than the true ones.
/// </summary>
public static class StableMatching
{
    /// <summary>The stable matching that is best for every seeker.</summary>
    public static Matching Solve(Market market)
    {
        var seats = Open(market);
        var postOf = new int[market.Seekers];
        var last = new int[market.Seekers];
        Array.Fill(postOf, -1);
        Array.Fill(last, -1);
        for (var s = 0; s < market.Seekers; s++)
        {
            // A seeker who is turned out proposes again at once, in the place of the one who proposed.
            var proposer = s;
            while (proposer >= 0)
            {
                var arc = Next(market, proposer, last[proposer]);
                last[proposer] = arc;
                if (arc < 0) break;
                var post = market.PostsOf(proposer)[arc];
                var gone = seats[post].Admit(proposer, market.FitsOf(proposer)[arc]);
                if (gone == proposer) continue;
                postOf[proposer] = post;
                if (gone >= 0) postOf[gone] = -1;
                proposer = gone;
            }
        }
        return new Matching(postOf, Matching.Sum(market, postOf), double.NaN);
    }

    internal static Seats[] Open(Market market)
    {
        var reserves = market.Reserves.ToLookup(r => r.Post);
        return [.. Enumerable.Range(0, market.Quotas.Count).Select(p => new Seats(market, p, reserves[p]))];
    }

    /// <summary>The best arc after the last one proposed to, found by looking, since few seekers propose often; -1 = none is left.</summary>
    private static int Next(Market market, int seeker, int last)
    {
        var wishes = market.WishesOf(seeker);
        var (best, bestWish) = (-1, float.NegativeInfinity);
        var lastWish = last < 0 ? float.PositiveInfinity : wishes[last];
        for (var i = 0; i < wishes.Length; i++)
        {
            var wish = wishes[i];
            if (wish <= bestWish || wish > lastWish || (wish == lastWish && i <= last)) continue;
            (best, bestWish) = (i, wish);
        }
        return best;
    }
}
