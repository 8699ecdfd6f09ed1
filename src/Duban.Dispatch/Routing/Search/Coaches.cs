namespace Duban.Dispatch.Routing.Search;

/// <summary>Prices a tour by the cheapest coach that can be had and holds its largest load.</summary>
internal sealed class Coaches
{
    /// <summary>The load of a tour that is empty: a visit may have no load.</summary>
    public const int Nobody = -1;

    public readonly int Types, MostSeats, Limit;
    public readonly bool AllOpen, SomeOpen, Limited;
    public readonly double LeastPerDistance;
    private readonly int[] seats, available, used;
    private readonly double[] hire, per;
    private readonly bool[] open;

    public Coaches(Problem problem)
    {
        var fleet = problem.Fleet;
        if (fleet.Count is < 1 or > 31) throw new ArgumentException("A fleet has from 1 to 31 sizes of coach.", nameof(problem));
        Types = fleet.Count;
        (seats, available, used) = ([.. fleet.Select(c => c.Seats)], [.. fleet.Select(c => c.Available)], new int[Types]);
        (hire, per, open) = ([.. fleet.Select(c => c.Fixed)], [.. fleet.Select(c => c.PerDistance)], [.. fleet.Select(c => c.Open)]);
        (MostSeats, LeastPerDistance) = (seats.Max(), per.Min());
        (AllOpen, SomeOpen) = (open.All(o => o), open.Any(o => o) && !open.All(o => o));
        var all = available.Sum(a => (long)a);
        Limit = (int)Math.Min(all, problem.MostCoaches > 0 ? problem.MostCoaches : int.MaxValue);
        Limited = Types > 1 && available.Any(a => a < problem.Requests.Count);
        for (var t = 0; t < Types; t++) if (available[t] > 0) Free |= 1 << t;
        MostFreeSeats = MostSeatsOf(Free);
    }

    /// <summary>The most seats of all types of which one more can be had.</summary>
    public int MostFreeSeats { get; private set; }

    /// <summary>One bit for each type of which one more can be had.</summary>
    public int Free { get; private set; }

    public void Take(int type)
    {
        if (++used[type] != available[type]) return;
        Free &= ~(1 << type);
        MostFreeSeats = MostSeatsOf(Free);
    }

    public void Return(int type)
    {
        if (used[type]-- != available[type]) return;
        Free |= 1 << type;
        MostFreeSeats = Math.Max(MostFreeSeats, seats[type]);
    }

    private int MostSeatsOf(int types)
    {
        var most = 0;
        for (var t = 0; t < Types; t++) if ((types >> t & 1) != 0) most = Math.Max(most, seats[t]);
        return most;
    }

    public void ReturnAll()
    {
        for (var t = 0; t < Types; t++)
            while (used[t] > 0) Return(t);
    }

    public double Dearest(double distance)
    {
        var dearest = 0.0;
        for (var t = 0; t < Types; t++) dearest = Math.Max(dearest, hire[t] + per[t] * distance);
        return dearest;
    }

    public int Seats(int type) => seats[type];

    public double Hire(int type) => hire[type];

    public double PerDistance(int type) => per[type];

    /// <summary>What a tour costs with a type; infinite if it does not hold the load.</summary>
    public double Price(int type, Tour tour) => seats[type] < tour.Load ? double.PositiveInfinity
        : hire[type] + per[type] * (SomeOpen && open[type] ? tour.Distance - tour.Homeward : tour.Distance);

    /// <summary>
    /// The cheapest coaches for two tours that give theirs back, out of those and what else can be had; infinite if there are none.
    /// If the other is empty (<see cref="Nobody"/>) it gets none (-1).
    /// </summary>
    public double CheapestTwo(int load, double distance, int loadOther, double distanceOther, int type, int typeOther, out int first, out int second)
    {
        var allowed = Free | 1 << type | 1 << typeOther;
        (first, second) = (-1, -1);
        if (loadOther == Nobody) return Cheapest(load, distance, 0, allowed, out first);
        var best = double.PositiveInfinity;
        for (var t = 0; t < Types; t++)
        {
            if ((allowed >> t & 1) == 0 || seats[t] < load) continue;
            var left = available[t] - used[t] + (t == type ? 1 : 0) + (t == typeOther ? 1 : 0);
            var cost = hire[t] + per[t] * distance;
            if (cost >= best) continue;
            cost += Cheapest(loadOther, distanceOther, 0, left > 1 ? allowed : allowed & ~(1 << t), out var other);
            if (cost < best) (best, first, second) = (cost, t, other);
        }
        return best;
    }

    /// <summary>The cheapest of the types in <paramref name="allowed"/>; infinite if none holds the load.</summary>
    public double Cheapest(int load, double distance, double homeward, int allowed, out int type)
    {
        var best = double.PositiveInfinity;
        type = -1;
        for (var t = 0; t < Types; t++)
        {
            if ((allowed >> t & 1) == 0 || seats[t] < load) continue;
            var cost = hire[t] + per[t] * (SomeOpen && open[t] ? distance - homeward : distance);
            if (cost >= best) continue;
            (best, type) = (cost, t);
        }
        return best;
    }
}
