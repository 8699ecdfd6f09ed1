using CsCheck;
using Duban.Dispatch.Routing;
using Duban.Dispatch.Routing.Checking;
using Duban.Dispatch.Routing.Files;
using Duban.Dispatch.Visiting;

namespace Duban.Dispatch.Tests.Visiting;

/// <summary>The planner chooses factories, slots, order and coach of a visit tour.</summary>
public sealed class VisitTourTests
{
    internal const string Township = """
        {
          "name": "42 people, three factories",
          "rules": { "circuity": 1.32, "speed_kmh": 40, "driver_law": true },
          "people": 42, "boarding_minutes": 10, "longest_day_minutes": 300,
          "depot": { "x": 0, "y": 0 },
          "township": { "x": 14, "y": 6, "opens_minute": 420, "closes_minute": 780 },
          "fleet": [ { "name": "33", "seats": 33, "fixed_yuan": 420, "yuan_per_km": 4 },
                     { "name": "49", "seats": 49, "fixed_yuan": 520, "yuan_per_km": 5 } ],
          "factories": [
            { "id": "shoes", "x": 2, "y": 1, "stay_minutes": 40, "worth_yuan": 400, "slots": [ { "begins_minute": 570 }, { "begins_minute": 660 } ] },
            { "id": "machinery", "x": 3, "y": 1, "stay_minutes": 40, "worth_yuan": 400, "slots": [ { "begins_minute": 510 }, { "begins_minute": 630, "places": 30 } ] },
            { "id": "plastics", "x": 3, "y": 2, "stay_minutes": 40, "worth_yuan": 400, "slots": [ { "begins_minute": 570 }, { "begins_minute": 620 } ] } ]
        }
        """;

    private static readonly Gen<VisitTour> Tours =
        from at in Gen.Select(Gen.Int[0, 20], Gen.Int[0, 20]).Array[6]
        from slots in Gen.Int[20, 150].Array[1, 2].Array[4]
        from worth in Gen.Int[-10, 60].Array[4]
        from stay in Gen.Int[0, 25].Array[4]
        from least in Gen.Int[1, 2]
        from most in Gen.Int[2, 4]
        from day in Gen.Int[40, 200]
        from open in Gen.Bool
        from law in Gen.Bool
        from people in Gen.Int[5, 22]
        select new VisitTour
        {
            Name = "random",
            Travel = Travel.From(6, (a, b) => Math.Abs(at[a].Item1 - at[b].Item1) + Math.Abs(at[a].Item2 - at[b].Item2)),
            Township = 1,
            People = people,
            Boarding = 5,
            Closes = 220,
            LongestDay = day,
            Least = least,
            Most = most,
            Driver = law ? new DriverRules(40, 25, 12, 110, 130, 20, 240) : null,
            Fleet = [new CoachType("10", 10) { Fixed = 5 }, new CoachType("20", 20) { Fixed = 9, PerDistance = 1.5, Open = open }, new CoachType("21", 20) { Fixed = 14 }],
            Factories = [.. Enumerable.Range(0, 4).Select(f => new HostFactory($"f{f}", f + 2, stay[f])
            {
                Worth = worth[f],
                Slots = [.. slots[f].Select((s, i) => new Slot(s, i == 0 ? 25 : 15))],
            })],
        };

    [Fact]
    public void The_planner_finds_what_trying_every_tour_finds() => Tours.Sample(
        tour =>
        {
            var plan = VisitPlanner.Solve(tour);
            Assert.Empty(VisitValidator.Check(tour, plan));
            Assert.True(plan.Proved);
            var best = Best(tour);
            Assert.Equal(double.IsFinite(best), plan.Found);
            if (plan.Found) Assert.Equal(best, plan.Worth - plan.Cost, 6);
            else Assert.NotNull(plan.Reason);
        },
        iter: 1500);

    [Fact]
    public void The_articles_coach_visits_all_three_factories()
    {
        var tour = VisitFile.Read(Township);
        var plan = VisitPlanner.Solve(tour);
        Assert.Equal("49", tour.Fleet[plan.Coach].Name);
        Assert.Equal([("machinery", 510), ("shoes", 570), ("plastics", 620)], plan.Calls.Select(c => (tour.Factories[c.Factory].Name, (int)tour.Factories[c.Factory].Slots[c.Slot].Begins / 60)));
        Assert.Empty(VisitValidator.Check(tour, VisitFile.ReadPlan(VisitFile.Write(tour, plan, true), tour)));
    }

    [Theory]
    [InlineData("\"people\": 42", "\"people\": 60", LeftOut.Seats)]
    [InlineData("\"longest_day_minutes\": 300", "\"longest_day_minutes\": 60", LeftOut.RideTime)]
    [InlineData("\"opens_minute\": 420", "\"opens_minute\": 700", LeftOut.Window)]
    public void Where_there_is_no_tour_the_rule_is_named(string was, string now, LeftOut reason)
    {
        var plan = VisitPlanner.Solve(VisitFile.Read(Township.Replace(was, now, StringComparison.Ordinal)));
        Assert.Equal((false, reason), (plan.Found, plan.Reason));
    }

    [Fact]
    public void The_validator_names_a_missed_slot_a_small_coach_and_a_false_cost()
    {
        var tour = VisitFile.Read(Township);
        var plan = VisitPlanner.Solve(tour) with { Coach = 0, Calls = [new FactoryCall(0, 1), new FactoryCall(1, 1)] };
        var kinds = VisitValidator.Check(tour, plan).Select(f => f.Kind).Distinct().ToList();
        Assert.Contains(FaultKind.Seats, kinds);
        Assert.Contains(FaultKind.Window, kinds);
        Assert.Contains(FaultKind.Cost, kinds);
    }

    [Fact]
    public void A_fault_in_the_file_is_named_by_line_and_column()
    {
        var fault = Assert.Throws<BadFileException>(() => VisitFile.Read(Township.Replace("\"people\": 42", "\"people\": 0", StringComparison.Ordinal)));
        Assert.Equal((4, 13), (fault.Line, fault.Column));
    }

    /// <summary>Every order of every subset in every slot with every coach, judged by the validator alone.</summary>
    private static double Best(VisitTour tour)
    {
        var best = double.NegativeInfinity;
        void Try(List<FactoryCall> calls)
        {
            if (calls.Count > 0)
                for (var coach = 0; coach < tour.Fleet.Count; coach++) best = Math.Max(best, Value(tour, calls, coach));
            for (var f = 0; f < tour.Factories.Count; f++)
            {
                if (calls.Any(c => c.Factory == f)) continue;
                for (var s = 0; s < tour.Factories[f].Slots.Count; s++) Try([.. calls, new FactoryCall(f, s)]);
            }
        }
        Try([]);
        return best;
    }

    private static double Value(VisitTour tour, List<FactoryCall> calls, int coach)
    {
        var places = calls.Select(c => tour.Factories[c.Factory].Place).ToList();
        var (first, last) = (calls[0], calls[^1]);
        var type = tour.Fleet[coach];
        int[] way = [tour.Depot, tour.Township, .. places, tour.Township, .. type.Open ? Array.Empty<int>() : [tour.Depot]];
        var cost = type.Fixed + type.PerDistance * way.Zip(way.Skip(1), tour.Travel.Distance).Sum();
        var plan = new VisitPlan
        {
            Coach = coach,
            Calls = calls,
            Boards = tour.Factories[first.Factory].Slots[first.Slot].Begins - tour.Travel.Duration(tour.Township, places[0]) - tour.Boarding,
            Back = tour.Factories[last.Factory].Slots[last.Slot].Begins + tour.Factories[last.Factory].Stay + tour.Travel.Duration(places[^1], tour.Township),
            Cost = cost,
            Worth = calls.Sum(c => tour.Factories[c.Factory].Worth),
        };
        return VisitValidator.Check(tour, plan).Count == 0 ? plan.Worth - cost : double.NegativeInfinity;
    }
}
