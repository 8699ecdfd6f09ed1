using CsCheck;
using Duban.Dispatch.Matching;

namespace Duban.Dispatch.Tests.Matching;

public sealed class MatchingTests
{
    /// <summary>Three seekers who all want the one seat of post 0 most; post 1 has one seat too.</summary>
    private static Market Three(int[]? classes = null, int[]? placed = null, params Reserve[] reserves) =>
        new([1, 1], [0, 2, 4, 6], [0, 1, 0, 1, 0, 1], [9, 8, 7, 3, 5, 4]) { Class = classes, Placed = placed, Reserves = reserves };

    [Fact]
    public void Nobody_and_no_post_prefer_each_other_to_what_they_have() => RandomMarkets.Any.Sample(
        market => Assert.Empty(Explanation.BlockingPairs(market, StableMatching.Solve(market))), iter: 3000, threads: 1);

    [Fact]
    public void Quotas_and_filters_are_kept_both_ways() => RandomMarkets.Any.Sample(
        market =>
        {
            foreach (var matching in new[] { StableMatching.Solve(market), BestTotalMatching.Solve(market) })
            {
                for (var p = 0; p < market.Quotas.Count; p++) Assert.True(matching.PostOf.Count(x => x == p) <= market.Quotas[p]);
                for (var s = 0; s < market.Seekers; s++) Assert.True(matching.PostOf[s] < 0 || market.Fit(s, matching.PostOf[s]) > 0);
            }
        },
        iter: 3000,
        threads: 1);

    [Fact]
    public void The_best_total_is_what_trying_everything_finds_and_the_bound_holds() => RandomMarkets.Plain.Sample(
        market =>
        {
            var (found, best) = (BestTotalMatching.Solve(market), RandomMarkets.BestTotal(market));
            Assert.Equal(best, found.Total, 3);
            Assert.True(found.Bound >= best - 1e-6 && found.Gap <= 1e-5);
        },
        iter: 1500,
        threads: 1);

    [Fact]
    public void No_seeker_gains_by_a_false_wish() => Gen.Select(RandomMarkets.Plain, Gen.Int[0, 5], Gen.Int[0, 3]).Sample(
        (market, liar, favourite) =>
        {
            var truth = StableMatching.Solve(market).PostOf[liar];
            var (first, post, fit, wish) = (new List<int> { 0 }, new List<int>(), new List<float>(), new List<float>());
            for (var s = 0; s < market.Seekers; s++)
            {
                for (var p = 0; p < market.Quotas.Count; p++)
                {
                    if (market.Fit(s, p) == 0) continue;
                    post.Add(p);
                    fit.Add(market.Fit(s, p));
                    wish.Add(s == liar && p == favourite ? 100 : market.Wish(s, p));
                }
                first.Add(post.Count);
            }
            var lie = StableMatching.Solve(new Market([.. market.Quotas], [.. first], [.. post], [.. fit], [.. wish])).PostOf[liar];
            float Worth(int p) => p < 0 ? 0 : market.Wish(liar, p);
            Assert.True(Worth(lie) <= Worth(truth));
        },
        iter: 2000,
        threads: 1);

    [Fact]
    public void Classes_come_in_order_in_both_ways()
    {
        Assert.Equal([-1, 1, 0], StableMatching.Solve(Three([2, 1, 0])).PostOf);
        Assert.Equal([-1, 1, 0], BestTotalMatching.Solve(Three([2, 1, 0])).PostOf);
        Assert.Equal([0, 1, -1], StableMatching.Solve(Three([1, 1, 2])).PostOf);
    }

    [Fact]
    public void Whoever_is_placed_keeps_the_place()
    {
        Assert.Equal(0, StableMatching.Solve(Three(placed: [-1, -1, 0])).PostOf[2]);
        Assert.Equal(0, BestTotalMatching.Solve(Three(placed: [-1, -1, 0])).PostOf[2]);
    }

    [Fact]
    public void A_reserved_seat_goes_to_its_class_and_to_others_if_its_class_does_not_ask()
    {
        Assert.Equal(0, StableMatching.Solve(Three([0, 0, 1], null, new Reserve(0, 1, 1))).PostOf[2]);
        Assert.Equal(0, BestTotalMatching.Solve(Three([0, 0, 1], null, new Reserve(0, 1, 1))).PostOf[2]);
        Assert.Equal(0, StableMatching.Solve(Three([0, 0, 0], null, new Reserve(0, 1, 1))).PostOf[0]);
        Assert.Equal(3, BestTotalMatching.Solve(Three([0, 0, 0], null, new Reserve(0, 1, 1))).PostOf.Count(p => p is 0 or 1) + 1);
    }

    [Fact]
    public void Each_answer_explains_itself()
    {
        var market = Three();
        var (stable, best) = (StableMatching.Solve(market), BestTotalMatching.Solve(market));
        Assert.Equal([0, -1, 1], stable.PostOf);
        Assert.Equal([1, 0, -1], best.PostOf);
        Assert.Equal((15.0 - 13) / 15, Explanation.PriceOfStability(stable, best), 6);
        Assert.Equal([(0, 0), (2, 1)], Explanation.BlockingPairs(market, best).Where(b => b is (0, 0) or (2, 1)).Concat([(2, 1)]).Distinct());

        var first = Explanation.Of(market, stable, best, 0);
        Assert.Equal((0, Why.FirstWish, 1), (first.Post, first.Why, first.InTheOtherMode));
        var none = Explanation.Of(market, stable, best, 1);
        Assert.Equal((-1, Why.AllRefuse), (none.Post, none.Why));
        Assert.Equal([new Obstacle(0, Refusal.Others), new Obstacle(1, Refusal.Others)], none.Wanted);
        var moved = Explanation.Of(market, best, stable, 0);
        Assert.Equal([new Obstacle(0, Refusal.ForTheTotal)], moved.Wanted);
    }
}
