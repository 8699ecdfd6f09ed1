using CsCheck;
using Duban.Dispatch.Routing;
using Duban.Dispatch.Routing.Checking;

namespace Duban.Dispatch.Tests.Routing;

/// <summary>Where a way over a third place may be quicker than the way past it, a tour from which a stop is taken can come late: it is never kept.</summary>
public sealed class DetourTests
{
    [Fact]
    public void On_ways_drawn_by_chance_every_plan_is_on_time() => Gen.Select(
        Gen.OneOf(RandomProblems.Pairs(1), RandomProblems.Pairs(8), RandomProblems.VisitsInTime(12)),
        Gen.Int[1, 60].Array[17 * 17],
        Gen.Bool,
        Gen.ULong).Sample(
        (problem, ways, coaches, seed) =>
        {
            problem = problem with
            {
                Travel = Travel.From(problem.Travel.Places, (a, b) => a == b ? 0 : ways[(a * 17) + b]),
                Objective = coaches ? Objective.Vehicles : Objective.Distance,
            };
            Assert.Empty(Validator.Check(problem, Solver.Solve(problem, new SolveOptions { Iterations = 3000, Seed = seed })));
        },
        iter: 500,
        threads: 1);
}
