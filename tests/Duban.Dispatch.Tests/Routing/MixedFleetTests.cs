using System.Text;
using Duban.Dispatch.Routing;
using Duban.Dispatch.Routing.Checking;
using Duban.Dispatch.Routing.Files;

namespace Duban.Dispatch.Tests.Routing;

/// <summary>
/// Mixed fleets as Taillard counted them (RAIRO 1999): sizes with hire and cost by distance, few of each, nearly all seats taken.
/// Customers are drawn by a fixed rule; the fleets are the published ones of problems 13, 17 and 20.
/// </summary>
public sealed class MixedFleetTests
{
    private static readonly Dictionary<string, (int Customers, CoachType[] Fleet)> Recipes = new()
    {
        ["13"] = (50, [Type(20, 20, 1.0, 4), Type(30, 35, 1.1, 2), Type(40, 50, 1.2, 4), Type(70, 120, 1.7, 4), Type(120, 225, 2.5, 2), Type(200, 400, 3.2, 1)]),
        ["17"] = (75, [Type(50, 25, 1.0, 4), Type(120, 80, 1.2, 4), Type(200, 150, 1.5, 2), Type(350, 320, 1.8, 1)]),
        ["20"] = (100, [Type(100, 100, 1.0, 6), Type(200, 300, 1.7, 4), Type(300, 500, 2.0, 3)]),
    };

    public static TheoryData<string, bool> Cases => new() { { "13", false }, { "13", true }, { "17", false }, { "17", true }, { "20", false }, { "20", true } };

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_fleet_counted_by_kind_or_coach_by_coach_is_the_same_fleet(string name, bool hire)
    {
        var (kinds, each) = (InstanceFile.Read(ByKind(name, hire)), InstanceFile.Read(CoachByCoach(name, hire)));
        Assert.Equal(Recipes[name].Fleet.Select(c => (c.Seats, hire ? c.Fixed : 0, c.PerDistance, c.Available)), kinds.Fleet.Select(Row));
        Assert.Equal(kinds.Fleet.Select(Row), each.Fleet.Select(Row));
        var options = new SolveOptions { Iterations = 2000 };
        Assert.Equal(Solver.Solve(kinds, options).Cost, Solver.Solve(each, options).Cost);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_plan_is_valid_and_stands_between_the_bound_and_little_more_than_a_long_run(string name, bool hire)
    {
        var problem = InstanceFile.Read(ByKind(name, hire));
        var plan = Solver.Solve(problem, new SolveOptions { Iterations = 40_000, Seed = 3 });
        Assert.Empty(plan.Unserved);
        Assert.Empty(Validator.Check(problem, plan));
        Assert.Equal(plan.Cost, plan.Routes.Sum(r => Cost(problem, r)), 6);
        Assert.True(plan.Cost >= Bound(problem), $"{plan.Cost} is less than {Bound(problem)}");
        var longer = Solver.Solve(problem, new SolveOptions { Iterations = 200_000, Seed = 4 });
        Assert.Empty(Validator.Check(problem, longer));
        Assert.True(plan.Cost <= 1.04 * longer.Cost, $"{plan.Cost} after 40,000 steps, {longer.Cost} after 200,000");
    }

    /// <summary>A tour costs at least its hire and the way to the mean of its customers and back, and each seat bears at least its share of that.</summary>
    private static double Bound(Problem problem) => problem.Requests.Sum(r =>
        r.Load * problem.Fleet.Min(c => (c.Fixed + 2 * c.PerDistance * Math.Max(0, problem.Travel.Distance(0, r.Delivery.Place) - 1)) / c.Seats));

    private static double Cost(Problem problem, Route route)
    {
        int[] places = [0, .. route.Calls.Select(c => problem.Requests[c.Request].Delivery.Place), 0];
        var coach = problem.Fleet[route.Coach];
        Assert.True(route.Calls.Sum(c => c.Load) <= coach.Seats);
        return coach.Fixed + coach.PerDistance * places.Zip(places.Skip(1), problem.Travel.Distance).Sum();
    }

    private static (int, double, double, int) Row(CoachType c) => (c.Seats, c.Fixed, c.PerDistance, c.Available);

    private static CoachType Type(int seats, double hire, double per, int count) => new("", seats) { Fixed = hire, PerDistance = per, Available = count };

    private static string ByKind(string name, bool hire)
    {
        var fleet = Recipes[name].Fleet;
        string List(Func<CoachType, object> of) => string.Join('\t', fleet.Select(c => FormattableString.Invariant($"{of(c)}")));
        return $"""
            {Head(name)}VEHICLE_KINDS : {fleet.Length}
            CAPACITIES
            {List(c => c.Seats)}
            {(hire ? "FIXED_COSTS\n" + List(c => c.Fixed) + "\n" : "")}VARIABLE_COSTS
            {List(c => c.PerDistance)}
            NUMBER_OF_VEHICLES
            {List(c => c.Available)}
            {Customers(name)}
            """;
    }

    private static string CoachByCoach(string name, bool hire)
    {
        var coaches = Recipes[name].Fleet.SelectMany(c => Enumerable.Repeat(c, c.Available)).ToArray();
        string Section(string heading, Func<CoachType, double> of) =>
            heading + "\n" + string.Concat(coaches.Select((c, i) => FormattableString.Invariant($"{i + 1}\t{of(c)}\n")));
        var customers = Customers(name)[..^"DEPOT_SECTION\n1\n-1\nEOF".Length];
        var hires = hire ? Section("VEHICLES_FIXED_COST_SECTION", c => c.Fixed) : "";
        return $"{Head(name)}VEHICLES : {coaches.Length}\n{customers}"
            + Section("CAPACITY_SECTION", c => c.Seats) + hires + Section("VEHICLES_UNIT_DISTANCE_COST_SECTION", c => c.PerDistance)
            + "DEPOT_SECTION\n1\n-1\nEOF";
    }

    private static string Head(string name) => $"NAME : {name}\nTYPE : HFVRP\nDIMENSION : {Recipes[name].Customers + 1}\nEDGE_WEIGHT_TYPE : EUC_2D\n";

    /// <summary>Loads between one and three times each other, scaled so that nineteen seats of twenty are taken.</summary>
    private static string Customers(string name)
    {
        var (n, fleet) = Recipes[name];
        var random = new Random(n);
        var at = Enumerable.Range(0, n + 1).Select(i => i == 0 ? (40, 40) : (random.Next(80), random.Next(80))).ToArray();
        var raw = Enumerable.Range(0, n).Select(_ => 1 + 2 * random.NextDouble()).ToArray();
        var loads = raw.Select(r => (int)(r / raw.Sum() * 0.95 * fleet.Sum(c => c.Seats * c.Available))).ToArray();
        var text = new StringBuilder("NODE_COORD_SECTION\n");
        for (var i = 0; i <= n; i++) text.Append($"{i + 1} {at[i].Item1} {at[i].Item2}\n");
        text.Append("DEMAND_SECTION\n1 0\n");
        for (var i = 0; i < n; i++) text.Append($"{i + 2} {loads[i]}\n");
        return text.Append("DEPOT_SECTION\n1\n-1\nEOF").ToString();
    }
}
