using CsCheck;
using Duban.Dispatch.Routing;
using Duban.Dispatch.Routing.Checking;

namespace Duban.Dispatch.Tests.Routing;

/// <summary>A group may fill what is left of several coaches at once, and a coach is saved by it.</summary>
public sealed class SplitCoverTests
{
    /// <summary>Whole groups that leave a few seats in each coach, and one group as large as all that is left; nobody drives the way twice.</summary>
    private static Problem Leftovers(int[] whole, int group, int leastPart) => new()
    {
        Name = "leftovers",
        Travel = Travel.From(3, (a, b) => 10 * Math.Abs(a - b)),
        Fleet = [new CoachType("ten", 10) { Fixed = 100 }],
        Requests =
        [
            .. whole.Select((people, i) => new Request($"w{i}", people, new Stop(2)) { Pickup = new Stop(1) }),
            new Request("many", group, new Stop(2)) { Pickup = new Stop(1), LeastPart = leastPart },
        ],
        Rules = new RideRules { ArrivalSpan = 5 },
    };

    [Fact]
    public void Three_coaches_with_two_seats_left_take_a_group_of_six()
    {
        var problem = Leftovers([8, 8, 8], 6, 2);
        var plan = Solver.Solve(problem, new SolveOptions { Iterations = 500 });
        Assert.Empty(Validator.Check(problem, plan));
        Assert.Equal((3, 0), (plan.Routes.Count, plan.Unserved.Count));
        Assert.Equal([2, 2, 2], plan.Routes.Select(r => r.Calls.Single(c => c.Request == 3 && c.Kind == CallKind.Board).Load));
    }

    [Fact]
    public void With_no_coach_more_to_be_had_the_group_is_seated_too()
    {
        var problem = Leftovers([8, 8, 8], 6, 1) with { MostCoaches = 3 };
        var plan = Solver.Solve(problem, new SolveOptions { Iterations = 500 });
        Assert.Empty(Validator.Check(problem, plan));
        Assert.Empty(plan.Unserved);
    }

    [Fact]
    public void Where_the_least_part_is_larger_than_what_is_left_another_coach_runs()
    {
        var problem = Leftovers([8, 8, 8], 6, 3);
        Assert.Equal(4, Solver.Solve(problem, new SolveOptions { Iterations = 500 }).Routes.Count);
    }

    [Fact]
    public void As_many_coaches_run_as_the_seats_need_where_parts_may_be_of_one() => Gen.Int[7, 10].Array[3].Sample(
        whole =>
        {
            var left = 30 - whole.Sum();
            var problem = Leftovers(whole, Math.Max(1, left), 1);
            var plan = Solver.Solve(problem, new SolveOptions { Iterations = 500 });
            Assert.Empty(Validator.Check(problem, plan));
            Assert.Equal(left > 0 ? 3 : 4, plan.Routes.Count);
        },
        iter: 40,
        threads: 1);
}
