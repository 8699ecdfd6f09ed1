using Duban.Dispatch.Routing;
using Duban.Dispatch.Routing.Files;

namespace Duban.Dispatch.Tests.Files;

public sealed class ReadingTests
{
    [Fact]
    public void A_vrp_file_rounds_distances_to_the_nearest_integer()
    {
        var problem = InstanceFile.Read(SmallFiles.Vrp);
        Assert.Equal(["1", "2", "3", "4"], problem.Requests.Select(r => r.Id));
        Assert.Equal(5, problem.Travel.Distance(0, 3));
        Assert.Equal(6, problem.Travel.Distance(1, 4));
        Assert.Equal(Objective.Distance, problem.Objective);
        Assert.Equal(10, Assert.Single(problem.Fleet).Seats);
    }

    [Fact]
    public void A_vrp_file_may_count_several_kinds_of_coach()
    {
        var fleet = InstanceFile.Read(SmallFiles.MixedVrp).Fleet;
        Assert.Equal([(10, 5.0, 1.0, 2), (30, 8.0, 1.5, 1)], fleet.Select(c => (c.Seats, c.Fixed, c.PerDistance, c.Available)));
    }

    [Fact]
    public void A_vrp_file_may_list_every_coach()
    {
        var fleet = InstanceFile.Read(SmallFiles.EachVehicleVrp).Fleet;
        Assert.Equal([(10, 59.0, 2), (20, 100.0, 1)], fleet.Select(c => (c.Seats, c.PerDistance, c.Available)));
    }

    [Fact]
    public void Distances_of_mixed_fleets_are_not_rounded_and_those_of_one_size_are()
    {
        var apart = SmallFiles.EachVehicleVrp.Replace("2	3	4", "2	1	1", StringComparison.Ordinal);
        Assert.Equal(Math.Sqrt(2), InstanceFile.Read(apart).Travel.Distance(0, 1), 12);
        Assert.Equal(1, InstanceFile.Read(apart.Replace("TYPE: HFVRP", "TYPE: CVRP", StringComparison.Ordinal)).Travel.Distance(0, 1));
    }

    [Fact]
    public void A_solomon_file_keeps_double_precision_and_puts_vehicles_first()
    {
        var problem = InstanceFile.Read(SmallFiles.Solomon);
        Assert.Equal(Math.Sqrt(2), problem.Travel.Distance(0, 1), 12);
        Assert.Equal(Objective.Vehicles, problem.Objective);
        Assert.Equal((30, 60, 5), (problem.Requests[1].Delivery.Opens, problem.Requests[1].Delivery.Closes, problem.Requests[1].Delivery.Service));
    }

    [Fact]
    public void Dimacs_truncates_to_one_decimal_and_minimises_distance()
    {
        var problem = InstanceFile.Read(SmallFiles.Solomon, new ReadOptions { Dimacs = true });
        Assert.Equal(14, problem.Travel.Distance(0, 1));
        Assert.Equal(0.1, problem.Fleet[0].PerDistance);
        Assert.Equal(300, problem.Requests[1].Delivery.Opens);
        Assert.Equal(Objective.Distance, problem.Objective);
    }

    [Fact]
    public void A_li_lim_file_pairs_pickups_with_deliveries()
    {
        var problem = InstanceFile.Read(SmallFiles.LiLim);
        Assert.Equal([("1", 7), ("3", 9)], problem.Requests.Select(r => (r.Id, r.Load)));
        Assert.Equal((1, 2), (problem.Requests[0].Pickup!.Place, problem.Requests[0].Delivery.Place));
    }

    [Fact]
    public void A_county_counts_metres_seconds_and_stops()
    {
        var problem = InstanceFile.Read(SmallFiles.County);
        Assert.Equal(10_000, problem.Travel.Distance(0, 3));
        Assert.Equal(600, problem.Travel.Duration(0, 3));
        Assert.Equal(420 + 120, problem.Travel.Duration(3, 1));
        Assert.Equal(0, problem.Travel.Duration(3, 3));
        Assert.Equal(5400, problem.Requests[0].LongestRide);
        Assert.Equal(1800, problem.Rules.ArrivalSpan);
    }

    [Theory]
    [InlineData("CAPACITY : 10", "CAPACITY : ten", 5, 12)]
    [InlineData("3 4 0", "3 4 zero", 9, 5)]
    [InlineData("3 5\n", "2 5\n", 15, 1)]
    [InlineData("EUC_2D", "GEO", 4, 20)]
    [InlineData("CAPACITY : 10", "CAPACITY : 10\nDISTANCE : 200", 6, 12)]
    [InlineData("5 -5 0\n", "", 10, 1)]
    public void A_fault_in_a_vrp_file_is_named_by_line_and_column(string right, string wrong, int line, int column)
    {
        var fault = Assert.Throws<BadFileException>(() => InstanceFile.Read(SmallFiles.Vrp.Replace(right, wrong, StringComparison.Ordinal)));
        Assert.Equal((line, column), (fault.Line, fault.Column));
    }

    [Theory]
    [InlineData("30         60", "70         60", 12, 54)]
    [InlineData("    2      2 ", "    7      2 ", 12, 5)]
    [InlineData("90          5", "90", 13, 54)]
    public void A_fault_in_a_solomon_file_is_named_by_line_and_column(string right, string wrong, int line, int column)
    {
        var fault = Assert.Throws<BadFileException>(() => InstanceFile.Read(SmallFiles.Solomon.Replace(right, wrong, StringComparison.Ordinal)));
        Assert.Equal((line, column), (fault.Line, fault.Column));
    }

    [Theory]
    [InlineData("\"people\": 9", "\"people\": \"nine\"", 13)]
    [InlineData("\"village\": \"V2\"", "\"village\": \"V9\"", 13)]
    [InlineData("\"seats\": 50", "\"seats\": 0", 6)]
    [InlineData("\"x\": 12", "\"z\": 12", 10)]
    [InlineData("\"id\": \"V2\"", "\"id\": \"V1\"", 10)]
    [InlineData("\"depot\": { \"x\": 0, \"y\": 0 }", "\"depot\": { \"x\": 0, ]", 8)]
    public void A_fault_in_a_county_is_named_by_line(string right, string wrong, int line)
    {
        var fault = Assert.Throws<BadFileException>(() => InstanceFile.Read(SmallFiles.County.Replace(right, wrong, StringComparison.Ordinal)));
        Assert.Equal(line, fault.Line);
    }

    [Fact]
    public void What_is_none_of_the_classes_is_refused() =>
        Assert.Equal(1, Assert.Throws<BadFileException>(() => InstanceFile.Read("hello, world")).Line);
}
