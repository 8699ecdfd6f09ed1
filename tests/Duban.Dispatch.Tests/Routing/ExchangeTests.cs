using CsCheck;
using Duban.Dispatch.Routing;
using Duban.Dispatch.Routing.Checking;
using Duban.Dispatch.Routing.Search;

namespace Duban.Dispatch.Tests.Routing;

/// <summary>Tours that change stretches or ends stay on time and within their seats, and the stretches are the best there are.</summary>
public sealed class ExchangeTests
{
    private static readonly Gen<Problem> Visits = Ten(Gen.Bool), TimedVisits = Ten(Gen.Const(true));

    private static Gen<Problem> Ten(Gen<bool> windows) => Gen.Select(
        RandomProblems.Points(11), Gen.Int[1, 8].Array[10], Gen.Int[0, 90].Array[10], Gen.Int[20, 120].Array[10], Gen.Int[12, 30], windows,
        (travel, loads, opens, widths, seats, timed) => new Problem
        {
            Name = "ten visits",
            Travel = travel,
            Fleet = [new CoachType("c", seats)],
            Closes = timed ? 200 : double.PositiveInfinity,
            Requests = [.. loads.Select((load, i) => new Request($"{i}", load, timed ? new Stop(i + 1, opens[i], opens[i] + widths[i], 2) : new Stop(i + 1)))],
        });

    [Fact]
    public void Of_all_stretches_of_visits_the_best_change_places() => Sample(TimedVisits);

    [Fact]
    public void Of_all_stretches_of_pairs_the_best_change_places() => Sample(RandomProblems.Pairs(6));

    [Fact]
    public void Behind_a_stop_the_ends_change_at_the_best_place_of_the_other_tour() => Gen.Select(Gen.OneOf(TimedVisits, RandomProblems.Pairs(6)), Gen.ULong).Sample(
        (problem, seed) =>
        {
            var (model, draft, _) = Begin(problem, seed);
            Assert.True(model.Timed && !model.Rich);
            var exchange = new TailExchange(model, new Neighbours(model, 40));
            for (var u = 0; u < draft.UsedCount; u++)
                for (var v = 0; v < draft.UsedCount; v++)
                {
                    if (u == v) continue;
                    var (one, two) = (draft.Tours[draft.Used[u]], draft.Tours[draft.Used[v]]);
                    for (var a = 1; a <= one.Length; a++)
                    {
                        var rise = exchange.Best(draft, one, a, two, out var at);
                        var least = LeastEnds(problem, model, Inner(one), a, Inner(two));
                        Assert.Equal(double.IsInfinity(least), at < 0);
                        if (at >= 0) Assert.Equal(least, rise, 6);
                    }
                }
        },
        iter: 100,
        threads: 1);

    /// <summary>Whatever is exchanged, the plan keeps every rule, costs what its tours cost, and comes back when the step is taken back.</summary>
    [Fact]
    public void Exchanged_plans_are_valid() => Gen.Select(Gen.OneOf(Visits, RandomProblems.Pairs(6)), Gen.ULong, Gen.OneOf(Gen.Const(3), Gen.Const(TailExchange.Long))).Sample(
        (problem, seed, stops) =>
        {
            var (model, draft, rng) = Begin(problem, seed);
            var neighbours = new Neighbours(model, 40);
            var (tails, stretches) = (new TailExchange(model, neighbours, stops), new StretchExchange(model, neighbours));
            for (var i = 0; i < 60; i++)
            {
                var (before, cost) = (Orders(draft), draft.Cost);
                // Without windows visits do without stretches.
                if (i % 2 == 0 || model.Brief ? !tails.Try(draft, rng, double.PositiveInfinity) : !stretches.Try(draft, rng, double.PositiveInfinity))
                {
                    Assert.Equal(before, Orders(draft));
                    continue;
                }
                Assert.All(draft.Used.Take(draft.UsedCount), s => Assert.True(Keeps(problem, model, Inner(draft.Tours[s]))));
                if (i % 3 == 0)
                {
                    draft.Rollback();
                    Assert.Equal(before, Orders(draft));
                    Assert.Equal(cost, draft.Cost, 9);
                }
                else draft.Commit();
                Assert.Equal(draft.Used.Take(draft.UsedCount).Sum(s => Length(model, Inner(draft.Tours[s]))), draft.TourCost, 6);
            }
        },
        iter: 200,
        threads: 1);

    /// <summary>Visits without windows, of which every third must not share a coach with the others.</summary>
    [Fact]
    public void Visits_that_must_not_share_a_coach_do_not_when_ends_change() => Visits.Sample(
        problem =>
        {
            problem = problem with { Requests = [.. problem.Requests.Select((r, i) => r with { Apart = i % 3 == 0 ? "a" : "b" })] };
            Assert.Empty(Validator.Check(problem, Solver.Solve(problem, new SolveOptions { Iterations = 1000 })));
        },
        iter: 30,
        threads: 1);

    private static void Sample(Gen<Problem> problems) => Gen.Select(problems, Gen.ULong).Sample(
        (problem, seed) =>
        {
            var (model, draft, _) = Begin(problem, seed);
            var exchange = new StretchExchange(model, new Neighbours(model, 40));
            for (var u = 0; u < draft.UsedCount; u++)
                for (var v = 0; v < draft.UsedCount; v++)
                {
                    if (u == v) continue;
                    var (one, two) = (draft.Tours[draft.Used[u]], draft.Tours[draft.Used[v]]);
                    for (var a = 0; a <= one.Length; a++)
                        for (var b = 0; b < two.Length; b++)
                        {
                            var rise = exchange.Best(draft, one, a, two, b, out _, out var taken);
                            var least = Least(problem, model, Inner(one), a, Inner(two), b);
                            Assert.Equal(double.IsInfinity(least), taken == 0);
                            if (taken > 0) Assert.Equal(least, rise, 6);
                        }
                }
        },
        iter: 60,
        threads: 1);

    /// <summary>Every length of both stretches is tried, and the validator says which plans are allowed.</summary>
    private static double Least(Problem problem, Model model, int[] one, int a, int[] two, int b)
    {
        var least = double.PositiveInfinity;
        for (var x = 0; x <= one.Length - a; x++)
            for (var y = 1; y <= two.Length - b; y++)
            {
                if (!StaysTogether(model, one[a..(a + x)]) || !StaysTogether(model, two[b..(b + y)])) continue;
                int[] first = [.. one[..a], .. two[b..(b + y)], .. one[(a + x)..]], second = [.. two[..b], .. one[a..(a + x)], .. two[(b + y)..]];
                if (!Keeps(problem, model, first) || !Keeps(problem, model, second)) continue;
                least = Math.Min(least, Length(model, first) + Length(model, second) - Length(model, one) - Length(model, two));
            }
        return least;
    }

    private static double LeastEnds(Problem problem, Model model, int[] one, int a, int[] two)
    {
        var least = double.PositiveInfinity;
        for (var b = 0; b <= two.Length; b++)
        {
            if ((a == one.Length && b == two.Length) || !StaysTogether(model, one[a..]) || !StaysTogether(model, two[b..])) continue;
            int[] first = [.. one[..a], .. two[b..]], second = [.. two[..b], .. one[a..]];
            if (!Keeps(problem, model, first) || !Keeps(problem, model, second)) continue;
            least = Math.Min(least, Length(model, first) + Length(model, second) - Length(model, one) - Length(model, two));
        }
        return least;
    }

    private static bool StaysTogether(Model model, int[] nodes) =>
        !model.Paired || nodes.All(n => nodes.Count(m => model.JobOf(m) == model.JobOf(n)) == 2);

    private static bool Keeps(Problem problem, Model model, int[] nodes)
    {
        var calls = nodes.Select(n => new Call(model.ParentOf[model.JobOf(n)], Kind(model, n), model.Load[model.JobOf(n)])).ToList();
        if (calls.Count == 0) return true;
        var plan = new Plan { Routes = [new Route(0, calls)], Cost = 0 };
        plan = plan with { Cost = Validator.Cost(problem, plan) };
        return Validator.Check(problem, plan).All(f => f.Kind == FaultKind.Served && calls.All(c => c.Request != f.Request));
    }

    private static CallKind Kind(Model model, int node) => !model.Paired ? CallKind.Visit : model.IsBoarding(node) ? CallKind.Board : CallKind.Alight;

    private static (Model Model, Draft Draft, Rng Rng) Begin(Problem problem, ulong seed)
    {
        var (model, rng) = (new Model(problem), new Rng(seed));
        var draft = new Draft(model, rng);
        for (var job = 0; job < model.Jobs; job++)
        {
            draft.Begin();
            var slot = rng.Below(Math.Min(3, draft.Slots));
            draft.TakeAllAbsent();
            // Of tours without a stop only the one that stands for all of them knows its times.
            draft.Insertion.Delta(draft.Tours[slot].Length == 0 ? draft.Empty : draft.Tours[slot], job, draft.Amount[job], out var at);
            if (at >= 0) draft.Insert(slot, job, at);
            draft.Commit();
        }
        Assert.True(draft.UsedCount > 0);
        return (model, draft, rng);
    }

    private static int[] Inner(Tour tour) => tour.Seq[1..(tour.Length + 1)];

    private static double Length(Model model, int[] nodes)
    {
        if (nodes.Length == 0) return 0;
        int[] all = [0, .. nodes, model.End];
        return all.Zip(all.Skip(1), model.Distance).Sum();
    }

    private static string[] Orders(Draft draft) => [.. draft.Used.Take(draft.UsedCount).Order().Select(s => string.Join(' ', Inner(draft.Tours[s])))];
}
