using CsCheck;
using Duban.Dispatch.Routing;
using Duban.Dispatch.Routing.Checking;
using Duban.Dispatch.Routing.Search;

namespace Duban.Dispatch.Tests.Routing;

/// <summary>What is looked up by vectors or remembered is what looking at every place finds.</summary>
public sealed class PlaceScanTests
{
    private static readonly Gen<Problem> Visits = Gen.Select(Gen.Int[0, 100].Array[41], Gen.Int[0, 100].Array[41], Gen.Bool, (x, y, lopsided) => new Problem
    {
        Name = "forty visits",
        Travel = Travel.From(41, (a, b) => Math.Sqrt((x[a] - x[b]) * (x[a] - x[b]) + (y[a] - y[b]) * (y[a] - y[b])) + (lopsided && a > b ? 7 : 0)),
        Fleet = [new CoachType("", 100)],
        Requests = [.. Enumerable.Range(1, 40).Select(i => new Request($"{i}", 1 + i % 9, new Stop(i)))],
    });

    [Fact]
    public void The_least_detour_is_that_of_the_best_of_all_places() => Gen.Select(Visits, Gen.Int[0, 30], Gen.Int[31, 40]).Sample(
        (problem, length, node) =>
        {
            var model = new Model(problem);
            var tour = new Tour();
            tour.Clear(model);
            for (var i = 0; i < length; i++) tour.Insert(model, i, i + 1);
            tour.Refresh(model, model.Load);
            var detours = Enumerable.Range(0, length + 1)
                .Select(i => model.Distance(tour.Seq[i], node) + model.Distance(node, tour.Seq[i + 1]) - model.Distance(tour.Seq[i], tour.Seq[i + 1]))
                .ToArray();
            var least = model.Scan!.Shortest(tour, node);
            Assert.InRange(least - detours.Min(), -0.001, 0.001);
            Assert.InRange(least - detours[model.Scan.Where(tour, node, least)], -0.001, 0.001);
        },
        iter: 200,
        threads: 1);

    /// <summary>On the grid a way told from what changes is the way summed anew, to the last bit, and hardly another than the true one.</summary>
    [Fact]
    public void A_tour_changed_again_and_again_is_as_long_as_one_measured_anew() => Gen.Select(Visits, Gen.ULong, Gen.Double[-9, 5]).Sample(
        (problem, seed, magnitude) =>
        {
            var unit = Math.Pow(10, magnitude);
            problem = problem with { Travel = Travel.From(41, (a, b) => unit * problem.Travel.Distance(a, b)) };
            var (model, rng, tour) = (new Model(problem), new Rng(seed), new Tour());
            Assert.True(model.Brief);
            tour.Clear(model);
            for (var node = 1; node <= 40; node++) tour.Insert(model, rng.Below(tour.Length + 1), node);
            Assert.Equal(Length(model, tour), tour.Distance);
            int Place(int node) => node == model.End ? 0 : problem.Requests[model.ParentOf[model.JobOf(node)]].Delivery.Place;
            var far = Enumerable.Range(0, 41).Sum(i => problem.Travel.Distance(i == 0 ? 0 : Place(tour.Seq[i]), Place(tour.Seq[i + 1])));
            Assert.InRange(tour.Distance / far, 1 - 1e-5, 1 + 1e-5);
        },
        iter: 100,
        threads: 1);

    /// <summary>A closed way, or the way from a place to itself, is often told by a huge number: the others keep their precision.</summary>
    [Fact]
    public void One_huge_way_makes_no_other_coarse() => Gen.Select(Visits, Gen.Int[0, 40], Gen.Int[0, 40]).Sample(
        (problem, from, to) =>
        {
            var travel = Travel.From(41, (a, b) => a == from && b == to ? 1e9 : problem.Travel.Distance(a, b));
            var model = new Model(problem with { Travel = travel });
            for (var a = 1; a <= 40; a++)
                for (var b = 1; b <= 40; b++)
                {
                    var way = travel.Distance(model.ParentOf[a - 1] + 1, model.ParentOf[b - 1] + 1);
                    Assert.InRange(model.Distance(a, b), way - 1e-4, way + 1e-4);
                }
        },
        iter: 60,
        threads: 1);

    [Fact]
    public void Plans_with_remembered_detours_and_changed_ends_are_valid_and_the_same_each_time() => Visits.Sample(
        problem =>
        {
            var options = new SolveOptions { Iterations = 2000 };
            var (one, two) = (Solver.Solve(problem, options), Solver.Solve(problem, options));
            Assert.Empty(Validator.Check(problem, one));
            Assert.Empty(one.Unserved);
            Assert.Equal(one.Routes.Select(r => string.Join(' ', r.Calls)), two.Routes.Select(r => string.Join(' ', r.Calls)));
        },
        iter: 10,
        threads: 1);

    [Fact]
    public void A_step_taken_back_leaves_the_plan_as_it_was() => Gen.Select(Visits, Gen.ULong).Sample(
        (problem, seed) =>
        {
            var model = new Model(problem);
            var (rng, neighbours) = (new Rng(seed), new Neighbours(model, 40));
            var draft = new Draft(model, rng);
            var recreate = new Recreate(model, rng, null);
            draft.Begin();
            recreate.Apply(draft, draft.Slots, true);
            draft.Commit();
            var tails = new TailExchange(model, neighbours);
            for (var i = 0; i < 50; i++)
            {
                var (before, cost) = (Orders(draft), draft.Cost);
                if (tails.Try(draft, rng, draft.Cost + 1000)) draft.Rollback();
                Assert.Equal(before, Orders(draft));
                Assert.Equal(cost, draft.Cost, 9);
                if (!tails.Try(draft, rng, draft.Cost + 10)) continue;
                draft.Commit();
                Assert.Equal(draft.Used.Take(draft.UsedCount).Sum(s => Length(model, draft.Tours[s])), draft.Cost, 6);
                Assert.Equal(40, draft.Used.Take(draft.UsedCount).Sum(s => draft.Tours[s].Length));
                Assert.All(draft.Used.Take(draft.UsedCount), s => Assert.True(draft.Tours[s].Load <= 100));
            }
        },
        iter: 30,
        threads: 1);

    private static double Length(Model model, Tour tour) => Enumerable.Range(0, tour.Length + 1).Sum(i => model.Distance(tour.Seq[i], tour.Seq[i + 1]));

    private static string[] Orders(Draft draft) =>
        [.. draft.Used.Take(draft.UsedCount).Order().Select(s => string.Join(' ', draft.Tours[s].Seq.Skip(1).Take(draft.Tours[s].Length)))];
}
