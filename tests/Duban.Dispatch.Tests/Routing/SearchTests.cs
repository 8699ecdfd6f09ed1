using CsCheck;
using Duban.Dispatch.Routing;
using Duban.Dispatch.Routing.Checking;
using Duban.Dispatch.Routing.Files;
using Duban.Dispatch.Tests.Files;

namespace Duban.Dispatch.Tests.Routing;

public sealed class SearchTests
{
    private static readonly Problem County = InstanceFile.Read(SmallFiles.County);

    /// <summary>Forty groups from ten villages to three factories, made by a fixed rule.</summary>
    private static Problem Forty(int leastPart = 0, int seats = 20) => new()
    {
        Name = "forty",
        Travel = Travel.From(14, (a, b) => Math.Sqrt(Math.Pow(a * 7 % 13 - b * 7 % 13, 2) + Math.Pow(a * 5 % 11 - b * 5 % 11, 2))),
        Fleet = [new CoachType("small", seats) { Fixed = 10 }, new CoachType("large", 2 * seats) { Fixed = 15, PerDistance = 1.4, Available = 3 }],
        Requests = [.. Enumerable.Range(0, 40).Select(i => new Request($"g{i}", 3 + i * 5 % 9, new Stop(1 + i % 3))
        {
            Pickup = new Stop(4 + i % 10),
            LongestRide = 40,
            LeastPart = leastPart,
        })],
        Rules = new RideRules { ArrivalSpan = 15 },
    };

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void The_same_seed_threads_and_iterations_give_the_same_plan(int threads)
    {
        var options = new SolveOptions { Iterations = 2000, Seed = 5, Threads = threads };
        var (one, two) = (Solver.Solve(Forty(1), options), Solver.Solve(Forty(1), options));
        Assert.Equal(one.Cost, two.Cost);
        Assert.Equal(one.Routes.Select(r => string.Join(' ', r.Calls)), two.Routes.Select(r => string.Join(' ', r.Calls)));
        Assert.Empty(Validator.Check(Forty(1), one));
    }

    [Fact]
    public void A_group_too_large_for_any_coach_is_split_where_it_may_be()
    {
        var whole = Large(leastPart: 0);
        var left = Assert.Single(Solver.Solve(whole, new SolveOptions { Iterations = 200 }).Unserved);
        Assert.Equal((LeftOut.Seats, 20.0), (left.Reason, left.Change));

        var parts = Large(leastPart: 5);
        var plan = Solver.Solve(parts, new SolveOptions { Iterations = 2000 });
        Assert.Empty(plan.Unserved);
        Assert.Empty(Validator.Check(parts, plan));
        Assert.True(plan.Routes.SelectMany(r => r.Calls).Count(c => c.Kind == CallKind.Board) >= 2);

        static Problem Large(int leastPart) => Forty(leastPart) with { Requests = [Forty().Requests[0] with { Load = 60, LeastPart = leastPart }] };
    }

    [Fact]
    public void Parts_of_one_group_ride_in_different_coaches()
    {
        var plan = Solver.Solve(Forty(leastPart: 1, seats: 7), new SolveOptions { Iterations = 3000 });
        Assert.Empty(Validator.Check(Forty(leastPart: 1, seats: 7), plan));
        Assert.All(plan.Routes, r => Assert.Equal(r.Calls.Count / 2, r.Calls.Select(c => c.Request).Distinct().Count()));
    }

    [Fact]
    public void Splitting_never_breaks_a_rule() =>
        Gen.Select(RandomProblems.Rides, Gen.Int[1, 3]).Sample(
            (problem, least) =>
            {
                var split = problem with { Requests = [.. problem.Requests.Select(r => r with { LeastPart = least })] };
                var plan = Solver.Solve(split, new SolveOptions { Iterations = 800 });
                Assert.Empty(Validator.Check(split, plan));
            },
            iter: 60,
            threads: 1);

    [Fact]
    public void Cancelling_returns_the_best_so_far()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        var plan = Solver.Solve(Forty(), new SolveOptions { Seconds = 3600 }, stop.Token);
        Assert.Empty(Validator.Check(Forty(), plan));
        Assert.Empty(plan.Unserved);
    }

    [Fact]
    public void Progress_is_told()
    {
        var told = new List<Progress>();
        Solver.Solve(Forty(), new SolveOptions { Iterations = 500, Report = told.Add });
        Assert.NotEmpty(told);
        Assert.All(told, p => Assert.InRange(p.Share, 0, 1));
    }

    [Fact]
    public void A_warm_start_is_never_worse_than_what_it_began_from()
    {
        var yesterday = Solver.Solve(Forty(), new SolveOptions { Iterations = 5000 });
        var today = Solver.Solve(Forty(), new SolveOptions { Iterations = 50, Seed = 9, Start = yesterday });
        Assert.True(today.Cost <= yesterday.Cost + 1e-9);
    }

    [Fact]
    public void A_high_price_on_changes_keeps_everybody_in_yesterdays_coach()
    {
        var yesterday = Solver.Solve(Forty(), new SolveOptions { Iterations = 200 });
        var today = Solver.Solve(Forty(), new SolveOptions { Iterations = 5000, Seed = 9, Start = yesterday, PriceOfChange = 1e6 });
        foreach (var route in today.Routes)
            Assert.Equal(
                yesterday.Routes[route.Continues].Calls.Select(c => c.Request).Distinct().Order(),
                route.Calls.Select(c => c.Request).Distinct().Order());
    }

    [Fact]
    public void Groups_that_must_share_a_coach_do_and_groups_that_must_not_do_not()
    {
        var problem = County with
        {
            Requests = [County.Requests[0] with { Apart = "a" }, County.Requests[1] with { Apart = "b" }],
        };
        var apart = Solver.Solve(problem, new SolveOptions { Iterations = 300 });
        Assert.Equal(2, apart.Routes.Count);
        Assert.Empty(Validator.Check(problem, apart));

        var together = Forty() with { Requests = [.. Forty().Requests.Select((r, i) => i is 3 or 17 ? r with { Together = "family" } : r)] };
        var plan = Solver.Solve(together, new SolveOptions { Iterations = 3000 });
        Assert.Empty(Validator.Check(together, plan));
        Assert.Empty(plan.Unserved);
    }
}
