using System.Diagnostics;
using Duban.Dispatch.Routing;
using Duban.Dispatch.Routing.Checking;

namespace Duban.Bench;

/// <summary>A county of ten times the size: 120 townships of three villages, 60 factories, 700 groups, about 4,500 people.</summary>
public static class DispatchCounty
{
    /// <summary>Solves it and prints the cost and the largest working set.</summary>
    public static void Run(double seconds)
    {
        var problem = Make(new Random(2021));
        var plan = Solver.Solve(problem, new SolveOptions { Seconds = seconds });
        var memory = Process.GetCurrentProcess().PeakWorkingSet64 / 1048576;
        Console.WriteLine($"county × 10 | {problem.Requests.Sum(r => r.Load)} people | {plan.Routes.Count} coaches | {plan.Cost:0} yuan in {plan.Seconds:0} s | {plan.Unserved.Count} left out | {Validator.Check(problem, plan).Count} faults | {memory} MB");
    }

    private static Problem Make(Random random)
    {
        const int Factories = 60, Villages = 360, Groups = 700;
        var at = new (double X, double Y)[1 + Factories + Villages];
        (double, double) Around(double x, double y, double radius)
        {
            var (angle, away) = (random.NextDouble() * 2 * Math.PI, radius * Math.Sqrt(random.NextDouble()));
            return (x + away * Math.Cos(angle), y + away * Math.Sin(angle));
        }
        for (var f = 1; f <= Factories; f++) at[f] = Around(5, 0, 3);
        for (var v = 0; v < Villages; v += 3)
        {
            var township = Around(0, 0, 27);
            for (var i = 0; i < 3; i++) at[1 + Factories + v + i] = Around(township.Item1, township.Item2, 3.5);
        }
        double Metres(int a, int b) => Math.Floor(1000 * RoadEstimate.Detour * Math.Sqrt(Math.Pow(at[a].X - at[b].X, 2) + Math.Pow(at[a].Y - at[b].Y, 2)));
        return new Problem
        {
            Name = "county × 10",
            Travel = Travel.From(at.Length, Metres, (a, b) => Math.Floor(Metres(a, b) / 40_000 * 3600) + (a != 0 && a != b ? 120 : 0)),
            Fleet = [Coach(20, 300, 3), Coach(35, 420, 4), Coach(50, 520, 5)],
            Requests = [.. Enumerable.Range(0, Groups).Select(g => new Request($"g{g}", 2 + random.Next(10), new Stop(1 + random.Next(Factories)))
            {
                Pickup = new Stop(1 + Factories + random.Next(Villages)), LongestRide = 5400,
            })],
            Rules = new RideRules { ArrivalSpan = 1800 },
        };
    }

    private static CoachType Coach(int seats, double hire, double perKm) => new($"{seats}", seats) { Fixed = hire, PerDistance = perKm / 1000, Available = 100 };
}
