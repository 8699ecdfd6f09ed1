using Duban.Dispatch.Routing;
using Duban.Dispatch.Routing.Checking;
using Duban.Dispatch.Routing.Files;

namespace Duban.Dispatch.Tests.Files;

public sealed class SolutionTests
{
    private static readonly Problem Toy = InstanceFile.Read(SmallFiles.Vrp);

    [Fact]
    public void A_cvrplib_solution_is_read_and_passes()
    {
        var plan = SolutionFile.Read("Route #1: 1 3\nRoute #2: 2 4\nCost 30", Toy);
        Assert.Empty(Validator.Check(Toy, plan));
        Assert.Equal(3 + 4 + 5 + 4 + 9 + 5, Validator.Cost(Toy, plan));
    }

    [Fact]
    public void Coaches_that_stay_at_home_are_no_routes() =>
        Assert.Equal(2, SolutionFile.Read("Route #1: 1 3\nRoute #2:\nRoute #3: 2 4\nRoute #4: \nCost: 30", Toy).Routes.Count);

    [Fact]
    public void A_false_claim_of_cost_is_found() =>
        Assert.Equal(FaultKind.Cost, Assert.Single(Validator.Check(Toy, SolutionFile.Read("Route #1: 1 3\nRoute #2: 2 4\nCost 29", Toy))).Kind);

    [Fact]
    public void A_customer_left_out_and_one_visited_twice_are_found()
    {
        var faults = Validator.Check(Toy, SolutionFile.Read("Route #1: 1 3\nRoute #2: 2 1", Toy));
        Assert.Equal([0, 3], faults.Where(f => f.Kind == FaultKind.Served).Select(f => f.Request).Distinct().Order());
    }

    [Fact]
    public void An_overfull_coach_is_found() =>
        Assert.Contains(Validator.Check(Toy, SolutionFile.Read("Route #1: 1 3 2\nRoute #2: 4", Toy)), f => f.Kind == FaultKind.Seats && f.Route == 0);

    [Fact]
    public void An_unknown_customer_is_named_by_its_place_in_the_file()
    {
        var fault = Assert.Throws<BadFileException>(() => SolutionFile.Read("Route #1: 1 3\nRoute #2: 2 17", Toy));
        Assert.Equal((2, 13), (fault.Line, fault.Column));
    }

    [Theory]
    [InlineData(SmallFiles.Vrp)]
    [InlineData(SmallFiles.MixedVrp)]
    [InlineData(SmallFiles.EachVehicleVrp)]
    [InlineData(SmallFiles.Solomon)]
    [InlineData(SmallFiles.LiLim)]
    [InlineData(SmallFiles.County)]
    public void A_plan_written_and_read_again_is_the_same_plan(string file)
    {
        var problem = InstanceFile.Read(file);
        var plan = Solver.Solve(problem, new SolveOptions { Iterations = 300 });
        Assert.Empty(Validator.Check(problem, plan));
        var again = SolutionFile.Read(PlanFile.Write(problem, plan, true), problem);
        Assert.Empty(Validator.Check(problem, again));
        Assert.Equal(plan.Cost, again.Cost, 6);
        Assert.Equal(plan.Routes.Select(r => string.Join(' ', r.Calls)), again.Routes.Select(r => string.Join(' ', r.Calls)));
    }
}
