namespace Duban.Dispatch.Matching;

/// <summary>Explains a matching: what stands against it, and for one seeker why this post or none.</summary>
public static class Explanation
{
    /// <summary>All pairs of seeker and post who prefer each other to what they have; none in a stable matching.</summary>
    public static IEnumerable<(int Seeker, int Post)> BlockingPairs(Market market, Matching matching)
    {
        var seats = Fill(market, matching);
        for (var s = 0; s < market.Seekers; s++)
        {
            var has = matching.PostOf[s];
            var content = has < 0 ? float.NegativeInfinity : market.Wish(s, has);
            for (var k = 0; k < market.PostsOf(s).Length; k++)
            {
                var post = market.PostsOf(s)[k];
                if (post == has || market.WishesOf(s)[k] <= content) continue;
                if (seats[post].WouldTake(s, market.FitsOf(s)[k])) yield return (s, post);
            }
        }
    }

    /// <summary>What stability costs: the share of the best total that the stable matching goes without.</summary>
    public static double PriceOfStability(Matching stable, Matching best) => best.Total > 0 ? (best.Total - stable.Total) / best.Total : 0;

    /// <summary>Why a seeker got what they got; <paramref name="other"/> is the other way of matching.</summary>
    public static Answer Of(Market market, Matching matching, Matching other, int seeker)
    {
        var seats = Fill(market, matching);
        var has = matching.PostOf[seeker];
        var wanted = Enumerable.Range(0, market.PostsOf(seeker).Length)
            .Where(k => has < 0 || market.WishesOf(seeker)[k] > market.Wish(seeker, has))
            .OrderByDescending(k => market.WishesOf(seeker)[k])
            .Select(k => market.PostsOf(seeker)[k])
            .Where(p => p != has)
            .Select(p => new Obstacle(p, market.Quotas[p] == 0 ? Refusal.NoSeats : seats[p].WouldTake(seeker, market.Fit(seeker, p)) ? Refusal.ForTheTotal : Refusal.Others))
            .ToList();
        var why = market.PostsOf(seeker).Length == 0 ? Why.NothingPasses
            : has < 0 ? Why.AllRefuse
            : wanted.Count == 0 ? Why.FirstWish
            : Why.BestThatTakes;
        return new Answer(has, why, wanted, other.PostOf[seeker]);
    }

    private static Seats[] Fill(Market market, Matching matching)
    {
        var seats = StableMatching.Open(market);
        for (var s = 0; s < market.Seekers; s++)
            if (matching.PostOf[s] >= 0) seats[matching.PostOf[s]].Admit(s, market.Fit(s, matching.PostOf[s]));
        return seats;
    }
}

/// <summary>Why a seeker got what they got.</summary>
public enum Why
{
    /// <summary>It is the post they want most.</summary>
    FirstWish,

    /// <summary>It is the best of those that would have them.</summary>
    BestThatTakes,

    /// <summary>Every post they may have is full of others.</summary>
    AllRefuse,

    /// <summary>No post passes the hard filters.</summary>
    NothingPasses,
}

/// <summary>Why a wanted post was not given.</summary>
public enum Refusal
{
    /// <summary>It has no seats at all.</summary>
    NoSeats,

    /// <summary>It is full of seekers it ranks higher or keeps seats for.</summary>
    Others,

    /// <summary>It would have them, but the total is larger otherwise: a blocking pair.</summary>
    ForTheTotal,
}

/// <summary>A post wanted more than the one given.</summary>
/// <param name="Post">The post.</param>
/// <param name="Reason">Why it was not given.</param>
public readonly record struct Obstacle(int Post, Refusal Reason);

/// <summary>What one seeker is told.</summary>
/// <param name="Post">The post given; -1 = none.</param>
/// <param name="Why">In one word.</param>
/// <param name="Wanted">The posts wanted more, the most wanted first, each with what stood against it.</param>
/// <param name="InTheOtherMode">The post the other way of matching would give; -1 = none.</param>
public sealed record Answer(int Post, Why Why, IReadOnlyList<Obstacle> Wanted, int InTheOtherMode);
