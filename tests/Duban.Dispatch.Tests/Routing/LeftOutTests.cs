using Duban.Dispatch.Routing;
using Duban.Dispatch.Routing.Checking;

namespace Duban.Dispatch.Tests.Routing;

/// <summary>Whoever is left out has a named reason, and the change it names admits them.</summary>
public sealed class LeftOutTests
{
    private static readonly Request Ride = new("r", 10, new Stop(2)) { Pickup = new Stop(1) };

    private static Problem With(Request request, int seats = 12, RideRules? rules = null) => new()
    {
        Name = "one",
        Travel = Travel.From(3, (a, b) => 30 * Math.Abs(a - b)),
        Fleet = [new CoachType("c", seats)],
        Requests = [request],
        Rules = rules ?? new RideRules(),
    };

    public static TheoryData<string, Problem, LeftOut, Func<Problem, double, Problem>> Cases => new()
    {
        { "seats", With(Ride, 7), LeftOut.Seats, (p, more) => p with { Fleet = [p.Fleet[0] with { Seats = 7 + (int)more }] } },
        { "window", With(Ride with { Delivery = new Stop(2, 0, 45) }), LeftOut.Window, (p, more) => Change(p, r => r with { Delivery = new Stop(2, 0, 45 + more) }) },
        { "ride", With(Ride with { LongestRide = 20 }), LeftOut.RideTime, (p, more) => Change(p, r => r with { LongestRide = 20 + more }) },
        { "hours", With(Ride, rules: Hours(100)), LeftOut.DriverHours, (p, more) => p with { Rules = Hours(100 + more) } },
        { "price", With(Ride with { Price = 50 }), LeftOut.Distance, (p, more) => Change(p, r => r with { Price = 50 + more + 1e-6 }) },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_reason_is_named_and_its_change_admits(string name, Problem problem, LeftOut reason, Func<Problem, double, Problem> change)
    {
        var plan = Solver.Solve(problem, new SolveOptions { Iterations = 50 });
        var left = Assert.Single(plan.Unserved);
        Assert.True(reason == left.Reason, $"{name}: {left}");
        Assert.Empty(Validator.Check(problem, plan));
        Assert.Empty(Solver.Solve(change(problem, left.Change), new SolveOptions { Iterations = 50 }).Unserved);
    }

    [Fact]
    public void When_the_only_coach_would_come_too_late_the_window_is_named()
    {
        var two = With(Ride with { LongestRide = 31 }) with { MostCoaches = 1, Closes = 130 };
        two = two with { Requests = [two.Requests[0], two.Requests[0] with { Id = "s" }] };
        var left = Assert.Single(Solver.Solve(two, new SolveOptions { Iterations = 50 }).Unserved);
        Assert.Equal(LeftOut.Window, left.Reason);
        Assert.Empty(Solver.Solve(two with { Closes = 130 + left.Change }, new SolveOptions { Iterations = 50 }).Unserved);
    }

    [Fact]
    public void Those_who_may_not_share_are_left_out_for_it()
    {
        var problem = With(Ride with { Load = 5 }) with { MostCoaches = 1 };
        problem = problem with { Requests = [problem.Requests[0] with { Apart = "a" }, problem.Requests[0] with { Id = "s", Apart = "b" }] };
        Assert.Equal(LeftOut.Exclusivity, Assert.Single(Solver.Solve(problem, new SolveOptions { Iterations = 50 }).Unserved).Reason);
    }

    private static RideRules Hours(double inAll) => new() { Driver = new DriverRules(1000, 1000, 5, inAll, 900, 950, 1000) };

    private static Problem Change(Problem problem, Func<Request, Request> change) => problem with { Requests = [change(problem.Requests[0])] };
}
