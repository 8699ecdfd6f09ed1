using CsCheck;
using Duban.Dispatch.Routing;
using Duban.Dispatch.Routing.Checking;
using Duban.Dispatch.Routing.Search;

namespace Duban.Dispatch.Tests.Routing;

/// <summary>Where sizes of coach are scarce, tours change stretches, ends and coaches within the seats and the coaches there are.</summary>
public sealed class SizedExchangeTests
{
    private static readonly Gen<Problem> Twelve = Gen.Select(
        Gen.Int[0, 100].Array[13], Gen.Int[0, 100].Array[13], Gen.Int[0, 9].Array[12], Gen.Int[1, 3].Array[3], Gen.Bool, (x, y, loads, counts, lopsided) => new Problem
        {
            Name = "twelve visits, three sizes",
            Travel = Travel.From(13, (a, b) => Math.Sqrt((x[a] - x[b]) * (x[a] - x[b]) + (y[a] - y[b]) * (y[a] - y[b])) + (lopsided && a > b ? 7 : 0)),
            Fleet =
            [
                new CoachType("small", 20) { Fixed = 30, PerDistance = 1, Available = counts[0] + 1 },
                new CoachType("middle", 35) { Fixed = 80, PerDistance = 1.7, Available = counts[1] },
                new CoachType("large", 60) { Fixed = 50, PerDistance = 2.2, Available = counts[2] },
            ],
            Requests = [.. loads.Select((load, i) => new Request($"{i}", load, new Stop(i + 1)))],
        });

    [Fact]
    public void Of_all_stretches_and_coaches_the_cheapest_change_places() => Gen.Select(Twelve, Gen.ULong).Sample(
        (problem, seed) =>
        {
            var (model, draft, _) = Begin(problem, seed);
            var exchange = new SizedExchange(model, new Neighbours(model, 40));
            for (var u = 0; u < draft.UsedCount; u++)
                for (var v = 0; v < draft.UsedCount; v++)
                {
                    var (one, two) = (draft.Tours[draft.Used[u]], draft.Tours[draft.Used[v]]);
                    for (var a = 1; a <= one.Length && u != v; a++)
                        for (var b = 0; b < two.Length; b++)
                        {
                            var (least, found) = (Least(model, one, a, two, b), exchange.Best(draft, one, a, two, b, out _, out _, out _, out _));
                            Assert.True(least == found || Math.Abs(least - found) < 1e-6, $"{found} was found, {least} is the least");
                        }
                }
        },
        iter: 60,
        threads: 1);

    /// <summary>Whatever is exchanged, no size drives more often than there are coaches of it, and a step taken back leaves the plan as it was.</summary>
    [Fact]
    public void Exchanged_plans_keep_to_the_seats_and_the_coaches() => Gen.Select(Twelve, Gen.ULong).Sample(
        (problem, seed) =>
        {
            var (model, draft, rng) = Begin(problem, seed);
            var neighbours = new Neighbours(model, 40);
            var (tails, sized) = (new TailExchange(model, neighbours), new SizedExchange(model, neighbours));
            for (var i = 0; i < 80; i++)
            {
                var (before, cost, free) = (Plan(draft), draft.Cost, model.Coaches.Free);
                var limit = i % 2 == 0 ? draft.Cost + 60 : double.PositiveInfinity;
                if (i % 4 < 2 ? !tails.Try(draft, rng, limit) : !sized.Try(draft, rng, limit))
                {
                    Assert.Equal(before, Plan(draft));
                    continue;
                }
                Assert.True(draft.Cost < limit);
                Check(problem, model, draft);
                if (i % 3 == 0)
                {
                    draft.Rollback();
                    Assert.Equal(free, model.Coaches.Free);
                    Assert.Equal(cost, draft.Cost);
                    Assert.Equal(before, Plan(draft));
                }
                else draft.Commit();
            }
        },
        iter: 200,
        threads: 1);

    [Fact]
    public void Plans_for_scarce_sizes_are_valid_and_the_same_each_time() => Twelve.Sample(
        problem =>
        {
            var options = new SolveOptions { Iterations = 30_000, Threads = 2 };
            var (one, two) = (Solver.Solve(problem, options), Solver.Solve(problem, options));
            Assert.Empty(Validator.Check(problem, one));
            Assert.Equal(one.Routes.Select(r => (r.Coach, string.Join(' ', r.Calls))), two.Routes.Select(r => (r.Coach, string.Join(' ', r.Calls))));
        },
        iter: 10,
        threads: 1);

    private static void Check(Problem problem, Model model, Draft draft)
    {
        var tours = draft.Used.Take(draft.UsedCount).Select(s => draft.Tours[s]).ToList();
        Assert.All(tours, t => Assert.Equal(t.Load, Inner(t).Sum(node => model.Load[model.JobOf(node)])));
        Assert.All(tours, t => Assert.True(t.Load <= problem.Fleet[t.Type].Seats));
        for (var k = 0; k < problem.Fleet.Count; k++)
        {
            var driving = tours.Count(t => t.Type == k);
            Assert.InRange(driving, 0, problem.Fleet[k].Available);
            Assert.Equal(driving < problem.Fleet[k].Available, (model.Coaches.Free >> k & 1) == 1);
        }
        Assert.InRange(draft.TourCost - tours.Sum(t => Price(model, Inner(t), t.Type)), -1e-6, 1e-6);
        Assert.Equal(model.Jobs - draft.AbsentCount, tours.Sum(t => t.Length));
    }

    /// <summary>Every length of both stretches is tried, with the coaches as they are and changed.</summary>
    private static double Least(Model model, Tour one, int a, Tour two, int b)
    {
        var (mine, theirs, least) = (Inner(one), Inner(two), double.PositiveInfinity);
        for (var x = 0; x <= mine.Length - a; x++)
            for (var y = 1; y <= theirs.Length - b; y++)
            {
                int[] first = [.. mine[..a], .. theirs[b..(b + y)], .. mine[(a + x)..]], second = [.. theirs[..b], .. mine[a..(a + x)], .. theirs[(b + y)..]];
                least = Math.Min(least, Price(model, first, one.Type) + Price(model, second, two.Type));
                least = Math.Min(least, Price(model, first, two.Type) + Price(model, second, one.Type));
            }
        return least;
    }

    private static double Price(Model model, int[] nodes, int type)
    {
        if (nodes.Length == 0) return 0;
        if (nodes.Sum(node => model.Load[model.JobOf(node)]) > model.Coaches.Seats(type)) return double.PositiveInfinity;
        int[] all = [0, .. nodes, model.End];
        return model.Coaches.Hire(type) + model.Coaches.PerDistance(type) * all.Zip(all.Skip(1), model.Distance).Sum();
    }

    private static (Model Model, Draft Draft, Rng Rng) Begin(Problem problem, ulong seed)
    {
        var (model, rng) = (new Model(problem), new Rng(seed));
        var draft = new Draft(model, rng);
        draft.Begin();
        new Recreate(model, rng, null).Apply(draft, draft.Slots, true);
        draft.Commit();
        return (model, draft, rng);
    }

    private static int[] Inner(Tour tour) => tour.Seq[1..(tour.Length + 1)];

    private static string[] Plan(Draft draft) =>
        [.. draft.Used.Take(draft.UsedCount).Order().Select(s => $"{s} by {draft.Tours[s].Type}: {string.Join(' ', Inner(draft.Tours[s]))}")];
}
