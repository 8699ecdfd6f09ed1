using CsCheck;
using Duban.Dispatch.Routing;

namespace Duban.Dispatch.Tests.Routing;

/// <summary>Random problems small enough for brute force.</summary>
internal static class RandomProblems
{
    private static readonly Gen<(int X, int Y)> Point = Gen.Select(Gen.Int[0, 20], Gen.Int[0, 20]);

    private static readonly Gen<Stop> Window = Gen.Select(Gen.Int[0, 60], Gen.Int[5, 60], Gen.Int[0, 3], (opens, width, service) =>
        new Stop(0, opens, opens + width, service));

    /// <summary>Two sizes of coach, one of them scarce, some with open ends.</summary>
    private static readonly Gen<CoachType[]> Fleet = Gen.Select(Gen.Int[8, 12], Gen.Int[0, 20], Gen.Int[0, 20], Gen.Int[1, 3], Gen.Int[0, 3],
        (seats, hire, dear, scarce, open) => new[]
    {
        new CoachType("small", seats) { Fixed = hire, Available = 6, Open = open > 1 },
        new CoachType("large", 2 * seats) { Fixed = hire + dear, PerDistance = 1.5, Available = scarce, Open = open is 1 or 3 },
    });

    public static readonly Gen<Problem> Visits = Gen.Select(Point.Array[6], Gen.Int[1, 8].Array[5], Fleet, (at, loads, fleet) => new Problem
    {
        Name = "visits",
        Travel = Plane(at),
        Fleet = fleet,
        Requests = [.. loads.Select((load, i) => new Request($"{i}", load, new Stop(i + 1)))],
    });

    public static readonly Gen<Problem> TimedVisits = Gen.Select(Visits, Window.Array[5], (problem, windows) => problem with
    {
        Closes = 150,
        Fleet = [problem.Fleet[0] with { Open = false }, problem.Fleet[1] with { Open = false }],
        Requests = [.. problem.Requests.Select((r, i) => r with { Delivery = windows[i] with { Place = i + 1 } })],
    });

    public static readonly Gen<Problem> Rides = Gen.Select(Point.Array[7], Gen.Int[1, 8].Array[3], Fleet, Gen.Int[10, 40], Gen.Int[0, 20],
        (at, loads, fleet, ride, span) => new Problem
        {
            Name = "rides",
            Travel = Plane(at),
            Fleet = fleet,
            Requests = [.. loads.Select((load, i) => new Request($"{i}", load, new Stop(2 * i + 2))
            {
                Pickup = new Stop(2 * i + 1),
                LongestRide = Math.Max(ride, Distance(at[2 * i + 1], at[2 * i + 2])),
            })],
            Rules = new RideRules { ArrivalSpan = span },
        });

    public static readonly Gen<Problem> TimedRides = Gen.Select(Rides, Window.Array[6], Gen.Bool, (problem, windows, restless) => problem with
    {
        Closes = 200,
        Fleet = [problem.Fleet[0] with { Open = false }, problem.Fleet[1] with { Open = false }],
        Requests = [.. problem.Requests.Select((r, i) => r with { Pickup = windows[2 * i] with { Place = 2 * i + 1 }, Delivery = windows[2 * i + 1] with { Place = 2 * i + 2 } })],
        Rules = problem.Rules with { NoWaitingAboard = restless },
    });

    /// <summary>Pairs within windows by one size of coach, with no other rule of the ride.</summary>
    public static Gen<Problem> Pairs(int count) =>
        Gen.Select(Point.Array[2 * count + 1], Window.Array[2 * count], Gen.Int[1, 8].Array[count], Gen.Int[8, 12], (at, windows, loads, seats) => new Problem
        {
            Name = "pairs",
            Travel = Plane(at),
            Fleet = [new CoachType("c", seats)],
            Closes = 200,
            Requests = [.. loads.Select((load, i) => new Request($"{i}", load, windows[2 * i + 1] with { Place = 2 * i + 2, Closes = windows[2 * i + 1].Closes + 60 })
            {
                Pickup = windows[2 * i] with { Place = 2 * i + 1 },
            })],
        });

    /// <summary>Visits within windows by one size of coach.</summary>
    public static Gen<Problem> VisitsInTime(int count) =>
        Gen.Select(Points(count + 1), Gen.Int[1, 8].Array[count], Gen.Int[0, 90].Array[count], Gen.Int[20, 120].Array[count], Gen.Int[12, 30],
            (travel, loads, opens, widths, seats) => new Problem
            {
                Name = "visits in time",
                Travel = travel,
                Fleet = [new CoachType("c", seats)],
                Closes = 200,
                Requests = [.. loads.Select((load, i) => new Request($"{i}", load, new Stop(i + 1, opens[i], opens[i] + widths[i], 2)))],
            });

    /// <summary>So many places in the plane.</summary>
    public static Gen<Travel> Points(int count) => Point.Array[count].Select(Plane);

    private static Travel Plane((int X, int Y)[] at) => Travel.From(at.Length, (a, b) => Distance(at[a], at[b]));

    private static double Distance((int X, int Y) a, (int X, int Y) b) => Math.Sqrt((a.X - b.X) * (a.X - b.X) + (a.Y - b.Y) * (a.Y - b.Y));
}
