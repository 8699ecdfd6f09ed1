using CsCheck;
using Duban.Dispatch.Routing;
using Duban.Dispatch.Routing.Checking;
using Duban.Dispatch.Routing.Search;

namespace Duban.Dispatch.Tests.Routing;

/// <summary>Where coaches count first, no plan that trying everything finds has fewer, and none as few costs less.</summary>
public sealed class FewestCoachesTests
{
    private const double PerCoach = 100_000;

    private static readonly Gen<Problem> Visits = Gen.Select(RandomProblems.TimedVisits, Gen.Int[9, 20], (problem, seats) => problem with
    {
        Fleet = [new CoachType("c", seats)],
    });

    [Fact]
    public void Visits_are_made_by_the_fewest_coaches() => Sample(Visits);

    [Fact]
    public void Pairs_ride_in_the_fewest_coaches() => Sample(RandomProblems.Pairs(4));

    [Fact]
    public void The_lightest_visits_leave_a_tour_to_let_another_in() => Eject(Visits);

    [Fact]
    public void The_lightest_pairs_leave_a_tour_to_let_another_in() => Eject(RandomProblems.Pairs(6));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void The_same_seed_and_iterations_save_the_same_coaches(int threads)
    {
        var problem = Hundred();
        var options = new SolveOptions { Iterations = 6000, Seed = 3, Threads = threads };
        var (one, two) = (Solver.Solve(problem, options), Solver.Solve(problem, options));
        Assert.Empty(Validator.Check(problem, one));
        Assert.Equal(one.Routes.Select(r => string.Join(' ', r.Calls)), two.Routes.Select(r => string.Join(' ', r.Calls)));
    }

    /// <summary>A hundred pairs made by a fixed rule, enough for tours to be emptied and refilled.</summary>
    private static Problem Hundred() => new()
    {
        Name = "hundred",
        Travel = Travel.From(201, (a, b) => Math.Sqrt(Math.Pow(a * 37 % 101 - b * 37 % 101, 2) + Math.Pow(a * 53 % 97 - b * 53 % 97, 2))),
        Fleet = [new CoachType("c", 60)],
        Closes = 900,
        Objective = Objective.Vehicles,
        Requests = [.. Enumerable.Range(0, 100).Select(i => new Request($"p{i}", 5 + i * 7 % 20, new Stop(2 * i + 2, 0, 850, 5))
        {
            Pickup = new Stop(2 * i + 1, i * 11 % 500, 150 + i * 11 % 500, 5),
        })],
    };

    private static void Sample(Gen<Problem> problems) => problems.Sample(
        problem =>
        {
            problem = problem with { Objective = Objective.Vehicles };
            var plan = Solver.Solve(problem, new SolveOptions { Iterations = 3000 });
            var faults = Validator.Check(problem, plan);
            Assert.True(faults.Count == 0, string.Join("; ", faults));
            var best = BruteForce.Cost(problem with { Fleet = [problem.Fleet[0] with { Fixed = PerCoach }] });
            if (double.IsInfinity(best)) Assert.NotEmpty(plan.Unserved);
            else
                Assert.True(plan.Unserved.Count == 0 && plan.Cost + PerCoach * plan.Routes.Count <= best + 1e-6, $"found {plan.Routes.Count} and {plan.Cost}, best {best}");
        },
        iter: 60,
        threads: 1,
        print: p => $"{p.Name} {string.Join(' ', p.Requests)} {string.Join(' ', p.Fleet)}");

    /// <summary>All jobs but the last are put into one tour as far as they fit; then the sets that could leave are tried one by one.</summary>
    private static void Eject(Gen<Problem> problems) => Gen.Select(problems, Gen.Int[1, 9].Array[6], Gen.ULong).Sample(
        (problem, weight, seed) =>
        {
            var model = new Model(problem);
            var draft = new Draft(model, new Rng(seed));
            var ejection = Ejection.For(model);
            var last = model.Jobs - 1;
            draft.TakeAllAbsent();
            for (var job = 0; job < last; job++) Fill(draft, job);
            var inside = Enumerable.Range(0, last).Where(j => draft.Placed[j] == 0).ToArray();
            ejection.Begin();
            ejection.Seek(draft, 0, last, weight, inside.Length, new Rng(seed));

            var least = Enumerable.Range(0, 1 << inside.Length)
                .Select(set => inside.Where((_, i) => (set >> i & 1) == 1).ToArray())
                .Where(gone => Admits(draft, gone, last))
                .Select(gone => gone.Sum(j => weight[j]))
                .DefaultIfEmpty(-1)
                .Min();
            Assert.Equal(least, ejection.Slot < 0 ? -1 : ejection.Weight);
        },
        iter: 300,
        threads: 1);

    private static void Fill(Draft draft, int job)
    {
        draft.Begin();
        draft.Insertion.Delta(draft.Tours[0], job, draft.Amount[job], out var at);
        if (at >= 0) draft.Insert(0, job, at);
        draft.Commit();
    }

    private static bool Admits(Draft draft, int[] gone, int job)
    {
        draft.Begin();
        foreach (var other in gone) draft.Take(other);
        draft.Insertion.Delta(draft.Tours[0], job, draft.Amount[job], out var at);
        draft.Rollback();
        return at >= 0;
    }
}
