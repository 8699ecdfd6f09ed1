using Duban.Dispatch.Routing;
using Duban.Dispatch.Routing.Search;

namespace Duban.Dispatch.Tests.Routing;

/// <summary>Plans of a population differ, and only a better one takes a parent's place.</summary>
public sealed class PopulationTests
{
    private static readonly int[] X = [0, 3, 3, -4], Y = [0, 0, 4, 0];
    private readonly Model model = new(new Problem
    {
        Name = "three visits",
        Travel = Travel.From(4, (a, b) => Math.Sqrt(Math.Pow(X[a] - X[b], 2) + Math.Pow(Y[a] - Y[b], 2))),
        Fleet = [new CoachType("c", 9)],
        Requests = [new Request("a", 1, new Stop(1)), new Request("b", 1, new Stop(2)), new Request("c", 1, new Stop(3))],
    });

    [Fact]
    public void A_plan_that_is_known_or_leaves_somebody_out_does_not_join()
    {
        var population = new Population(model);
        population.Join(PlanOf([1, 2], [3]));
        population.Join(PlanOf([3], [2, 1]));
        population.Join(PlanOf([1, 2]));
        Assert.Equal(1, population.Count);
        Assert.True(population.Knows(20));
        Assert.Equal(20, population.Least, 9);
    }

    [Fact]
    public void A_child_takes_its_parents_place_if_it_is_better_and_new()
    {
        var population = new Population(model);
        population.Join(PlanOf([1], [2], [3]));
        population.Join(PlanOf([1, 2], [3]));
        var (one, other) = population.Pair(new Rng(1));
        var parent = one.Cost > other.Cost ? one : other;
        Assert.Equal(24, parent.Cost, 9);
        Assert.False(population.Succeeds(PlanOf([1, 2], [3]), parent), "known");
        Assert.False(population.Succeeds(PlanOf([1, 3], [2]), parent), "no better");
        Assert.False(population.Succeeds(PlanOf([1, 2]), parent), "somebody left out");
        Assert.True(population.Succeeds(PlanOf([2, 3], [1]), parent));
        Assert.False(population.Knows(24));
        population.KeepBest();
        Assert.Equal(1, population.Count);
        Assert.Equal(20, population.Least, 9);
    }

    [Fact]
    public void Plans_are_apart_by_the_legs_that_lead_elsewhere()
    {
        var plan = PlanOf([1, 2], [3]);
        Assert.Equal(0, plan.Apart(PlanOf([3], [1, 2])));
        Assert.Equal(1 / 3.0, plan.Apart(PlanOf([1], [2], [3])), 9);
        Assert.Equal(2 / 3.0, plan.Apart(PlanOf([2, 1], [3])), 9);
        Assert.Equal(1 / 3.0, plan.Apart(PlanOf([1, 2])), 9);
    }

    private Snapshot PlanOf(params int[][] tours)
    {
        var draft = new Draft(model, new Rng(1));
        draft.Load(tours.Select((t, i) => (i, 0, new ArraySegment<int>(t))), draft.Amount);
        var plan = new Snapshot(model);
        plan.Take(draft);
        return plan;
    }
}
