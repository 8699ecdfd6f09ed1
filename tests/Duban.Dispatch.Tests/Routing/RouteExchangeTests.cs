using CsCheck;
using Duban.Dispatch.Routing;
using Duban.Dispatch.Routing.Checking;
using Duban.Dispatch.Routing.Search;

namespace Duban.Dispatch.Tests.Routing;

/// <summary>A plan made out of two has tours of both, keeps every rule, and serves nobody twice.</summary>
public sealed class RouteExchangeTests
{
    private static readonly Gen<Problem> Problems = Gen.OneOf(RandomProblems.Pairs(6), RandomProblems.VisitsInTime(12));

    [Fact]
    public void A_child_keeps_every_rule_serves_nobody_twice_and_has_no_more_tours_than_its_first_parent()
    {
        var (children, mixed) = (0, 0);
        Gen.Select(Problems, Gen.ULong).Sample(
            (problem, seed) =>
            {
                var (model, rng) = (new Model(problem), new Rng(seed));
                var (draft, neighbours) = (new Draft(model, rng), new Neighbours(model, 40));
                var (first, second) = (Grown(model, draft, rng), Grown(model, draft, rng));
                if (first.Tours < 2 || second.Tours < 2) return;
                new RouteExchange(model, neighbours).Apply(draft, rng, first, second);
                children++;
                Assert.True(draft.UsedCount <= first.Tours, $"{draft.UsedCount} tours after {first.Tours}");
                var orders = Orders.Of(draft);
                var stops = orders.SelectMany(o => o).ToList();
                Assert.Equal(stops.Count, stops.Distinct().Count());
                Assert.Equal(model.Jobs - stops.Select(model.JobOf).Distinct().Count(), draft.AbsentCount);
                Assert.All(Validator.Check(problem, Orders.PlanOf(problem, model, orders)), f => Assert.Equal(FaultKind.Served, f.Kind));
                Assert.All(orders, o => Assert.True(IsPartOfOne(o, first) || IsPartOfOne(o, second), "a tour of a child is what is left of a parent's"));
                if (!orders.TrueForAll(o => IsPartOfOne(o, first)) && !orders.TrueForAll(o => IsPartOfOne(o, second))) mixed++;
            },
            iter: 300,
            threads: 1);
        Assert.True(children >= 100 && mixed * 4 >= children, $"{mixed} of {children} children have tours of both parents");
    }

    /// <summary>Of two equal plans the child is the same plan, and nobody is left out.</summary>
    [Fact]
    public void A_plan_exchanged_with_itself_is_itself() => Gen.Select(Problems, Gen.ULong).Sample(
        (problem, seed) =>
        {
            var (model, rng) = (new Model(problem), new Rng(seed));
            var draft = new Draft(model, rng);
            var plan = Grown(model, draft, rng);
            if (plan.Missing > 0 || plan.Tours < 1) return;
            new RouteExchange(model, new Neighbours(model, 40)).Apply(draft, rng, plan, plan);
            Assert.Equal(0, draft.AbsentCount);
            Assert.Equal(plan.Cost, draft.Cost, 6);
        },
        iter: 100,
        threads: 1);

    private static Snapshot Grown(Model model, Draft draft, Rng rng)
    {
        draft.Reset();
        draft.Begin();
        new Recreate(model, rng, null).Apply(draft, draft.Slots, false);
        draft.Commit();
        var plan = new Snapshot(model);
        plan.Take(draft);
        return plan;
    }

    private static bool IsPartOfOne(int[] order, Snapshot plan) => plan.Stops.Any(t => t.Stops.Where(order.Contains).SequenceEqual(order));
}
