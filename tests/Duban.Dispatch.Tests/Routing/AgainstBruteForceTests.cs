using CsCheck;
using Duban.Dispatch.Routing;
using Duban.Dispatch.Routing.Checking;

namespace Duban.Dispatch.Tests.Routing;

/// <summary>On small random problems the search finds what trying everything finds, and the validator passes it.</summary>
public sealed class AgainstBruteForceTests
{
    [Fact]
    public void Visits_by_a_mixed_fleet_with_open_ends() => Sample(RandomProblems.Visits, 60);

    [Fact]
    public void Visits_within_windows() => Sample(RandomProblems.TimedVisits, 60);

    [Fact]
    public void Rides_with_a_longest_time_aboard_and_an_arrival_span() => Sample(RandomProblems.Rides, 60);

    [Fact]
    public void Rides_within_windows_and_without_waiting_aboard() => Sample(RandomProblems.TimedRides, 60);

    [Fact]
    public void An_order_that_is_reached_only_through_a_worse_place() => Sample(RandomProblems.Rides, 1, "5lm_D3QGjT32");

    [Fact]
    public void Searches_that_begin_anew_where_sizes_are_scarce() => Sample(RandomProblems.Visits, 12, iterations: 60_000);

    [Fact]
    public void Searches_that_begin_anew_within_windows() =>
        Sample(RandomProblems.TimedVisits.Select(p => p with { Fleet = [p.Fleet[0]] }), 12, iterations: 60_000);

    private static void Sample(Gen<Problem> problems, int count, string? seed = null, long iterations = 3000) => problems.Sample(
        problem =>
        {
            var plan = Solver.Solve(problem, new SolveOptions { Iterations = iterations });
            var faults = Validator.Check(problem, plan);
            Assert.True(faults.Count == 0, string.Join("; ", faults));
            var best = BruteForce.Cost(problem);
            if (double.IsInfinity(best)) Assert.NotEmpty(plan.Unserved);
            else Assert.True(plan.Unserved.Count == 0 && plan.Cost <= best + 1e-6, $"found {plan.Cost} leaving out {plan.Unserved.Count}, best {best}");
        },
        iter: count,
        seed: seed,
        threads: 1,
        print: p => $"{p.Name} {string.Join(' ', p.Requests)} {string.Join(' ', p.Fleet)} {p.Rules}");
}
