using CsCheck;
using Duban.Dispatch.Routing;
using Duban.Dispatch.Routing.Checking;

namespace Duban.Dispatch.Tests.Routing;

/// <summary>Where coaches count first plans are bred: whatever the budget, it ends, keeps every rule and gives the same plan each time.</summary>
public sealed class BreedingTests
{
    private static readonly int[] Steps = [1, 15, 50, 2000, 6000];
    private static readonly double[] Prices = [0, 5, 1e6];

    private static readonly Gen<Problem> Problems = Gen.OneOf(
        RandomProblems.Pairs(1),
        RandomProblems.Pairs(2),
        RandomProblems.Pairs(8),
        RandomProblems.VisitsInTime(1),
        Lopsided(2),
        RandomProblems.VisitsInTime(12),
        Lopsided(12)).Select(p => p with { Objective = Objective.Vehicles });

    [Fact]
    public void However_few_the_steps_a_plan_is_valid_and_the_same_each_time() =>
        Gen.Select(Problems, Gen.Int[0, 4].Select(i => Steps[i]), Gen.Int[1, 2], Gen.ULong).Sample(
            (problem, iterations, threads, seed) =>
            {
                var options = new SolveOptions { Iterations = iterations, Threads = threads, Seed = seed };
                var (one, two) = (Solver.Solve(problem, options), Solver.Solve(problem, options));
                Assert.Empty(Validator.Check(problem, one));
                Assert.Equal(one.Cost, two.Cost);
                Assert.Equal(one.Routes.Select(r => string.Join(' ', r.Calls)), two.Routes.Select(r => string.Join(' ', r.Calls)));
            },
            iter: 150,
            threads: 1);

    [Fact]
    public void Where_coaches_are_too_few_somebody_is_left_out_and_the_rest_keeps_every_rule() =>
        Gen.Select(Problems, Gen.ULong).Sample(
            (problem, seed) =>
            {
                var scarce = problem with { MostCoaches = 1 };
                var plan = Solver.Solve(scarce, new SolveOptions { Iterations = 3000, Seed = seed });
                Assert.Empty(Validator.Check(scarce, plan));
                Assert.True(plan.Routes.Count <= 1);
            },
            iter: 60,
            threads: 1);

    [Fact]
    public void A_price_on_changes_costs_no_coach() =>
        Gen.Select(Problems, Gen.ULong, Gen.Int[0, 2].Select(i => Prices[i])).Sample(
            (problem, seed, price) =>
            {
                var yesterday = Solver.Solve(problem, new SolveOptions { Iterations = 60, Seed = seed });
                var today = Solver.Solve(problem, new SolveOptions { Iterations = 3000, Seed = seed + 1, Start = yesterday, PriceOfChange = price });
                Assert.Empty(Validator.Check(problem, today));
                Assert.True(today.Unserved.Count < yesterday.Unserved.Count || today.Routes.Count <= yesterday.Routes.Count);
            },
            iter: 80,
            threads: 1);

    /// <summary>Before the first step, or as soon as there is progress to tell.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Cancelling_ends_it_with_a_valid_plan(bool inside) =>
        Gen.Select(Problems, Gen.Int[1, 2]).Sample(
            (problem, threads) =>
            {
                using var stop = new CancellationTokenSource();
                if (!inside) stop.Cancel();
                var plan = Solver.Solve(problem, new SolveOptions { Iterations = long.MaxValue, Threads = threads, Report = _ => stop.Cancel() }, stop.Token);
                Assert.Empty(Validator.Check(problem, plan));
            },
            iter: 30,
            threads: 1);

    /// <summary>Where the way there is another than the way back.</summary>
    private static Gen<Problem> Lopsided(int count) => RandomProblems.VisitsInTime(count).Select(problem => problem with
    {
        Travel = Travel.From(count + 1, (a, b) => problem.Travel.Distance(a, b) + (a > b ? 7 : 0)),
    });
}
