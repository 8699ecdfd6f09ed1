namespace Duban.Dispatch.Routing.Search;

/// <summary>
/// Names the reason why a job was left out: it is put at every place of every tour, and of a coach of its own, with the rules
/// relaxed, and the place with the fewest and smallest obstacles speaks.
/// </summary>
internal sealed class WhyLeftOut(Draft draft)
{
    private readonly Model model = draft.Model;
    private readonly RideCheck rides = new(draft.Model);
    private int[] order = new int[64];
    private double[] time = new double[64];

    public (LeftOut Reason, double Change) Ask(int job)
    {
        var best = new Obstacles(0, 0, 0, 0, 0, 1, 0);
        var (count, weight) = (int.MaxValue, double.PositiveInfinity);
        void Consider(Obstacles found)
        {
            var heavy = found.Weight(model.Coaches.MostSeats, Measure(job), model.Price[job]);
            if (found.Count > count || (found.Count == count && heavy >= weight)) return;
            (best, count, weight) = (found, found.Count, heavy);
        }
        for (var u = 0; u < draft.UsedCount; u++) Everywhere(draft.Used[u], job, Consider);
        Everywhere(-1, job, Consider);
        return best.First;
    }

    private void Everywhere(int slot, int job, Action<Obstacles> consider)
    {
        var tour = slot < 0 ? draft.Empty : draft.Tours[slot];
        var sharing = Sharing.Allows(draft, job, slot) ? 0 : 1;
        var coaches = slot < 0 && (draft.UsedCount >= model.Coaches.Limit || model.Coaches.Free == 0) ? 1 : 0;
        for (var i = 0; i <= tour.Length; i++)
            for (var j = i; j <= (model.Paired ? tour.Length : i); j++)
                consider(Look(tour, job, i, j) with { Sharing = sharing, Coaches = coaches });
    }

    private Obstacles Look(Tour tour, int job, int i, int j)
    {
        var length = Arrange(tour, job, i, j);
        var (distance, seats) = (0.0, Crowding(job, length));
        for (var k = 1; k < length; k++) distance += model.Distance(order[k - 1], order[k]);
        var found = new Obstacles { Seats = seats, Window = Lateness(length), Ride = Excess(length) };
        if (found.Count > 0) return found;
        if (model.Rich && !rides.Holds(tour, i, model.First(job), j, model.Last(job)))
            return model.Problem.Rules.Driver is null ? found with { Window = Waiting(length) } : found with { Driver = Overtime(length) };
        var load = Math.Max(tour.Load, draft.Amount[job]);
        var rise = model.Coaches.Cheapest(load, distance, 0, -1, out _) - tour.Cost;
        return model.Mandatory[job] ? found : found with { Money = Math.Max(0, rise - draft.PriceOf(job)) };
    }

    private int Arrange(Tour tour, int job, int i, int j)
    {
        if (order.Length < tour.Length + 4) (order, time) = (new int[2 * tour.Length + 8], new double[2 * tour.Length + 8]);
        var length = 0;
        for (var k = 0; k <= tour.Length + 1; k++)
        {
            order[length++] = tour.Seq[k];
            if (k == i) order[length++] = model.First(job);
            if (k == j && model.Paired) order[length++] = model.Last(job);
        }
        return length;
    }

    private double Crowding(int job, int length)
    {
        var (aboard, peak) = (0, 0);
        for (var k = 1; k < length - 1; k++)
        {
            var people = draft.Amount[model.JobOf(order[k])];
            aboard += model.Paired && !model.IsBoarding(order[k]) ? -people : people;
            peak = Math.Max(peak, aboard);
        }
        return Math.Max(0, peak - model.Coaches.MostSeats);
    }

    private double Lateness(int length)
    {
        var worst = 0.0;
        time[0] = model.Open[0];
        for (var k = 1; k < length; k++)
        {
            var arrival = time[k - 1] + model.Service[order[k - 1]] + model.Duration(order[k - 1], order[k]);
            time[k] = Math.Max(model.Open[order[k]], arrival);
            worst = Math.Max(worst, time[k] - model.Close[order[k]]);
        }
        return worst > 1e-9 ? worst : 0;
    }

    /// <summary>By how much somebody rides too long even if the coach never waits, or the deliveries lie too far apart.</summary>
    private double Excess(int length)
    {
        if (!model.Rich) return 0;
        var (worst, first, last, clock) = (0.0, double.NaN, double.NaN, 0.0);
        for (var k = 1; k < length - 1; k++)
        {
            clock += model.Service[order[k - 1]] + model.Duration(order[k - 1], order[k]);
            time[k] = clock;
            if (model.IsBoarding(order[k])) continue;
            var boarded = k - 1;
            while (order[boarded] != order[k] - 1) boarded--;
            worst = Math.Max(worst, clock - time[boarded] - model.Longest[model.JobOf(order[k])]);
            if (double.IsNaN(first)) first = clock;
            last = clock;
        }
        if (last - first - model.Problem.Rules.ArrivalSpan is var span && span > worst) worst = span;
        return worst > 1e-9 ? worst : 0;
    }

    /// <summary>Windows that fit one by one but not together with the ride: the waits on the way.</summary>
    private double Waiting(int length)
    {
        Lateness(length);
        var waits = 0.0;
        for (var k = 2; k < length - 1; k++)
            waits += Math.Max(0, time[k] - time[k - 1] - model.Service[order[k - 1]] - model.Duration(order[k - 1], order[k]));
        return Math.Max(waits, 1e-6);
    }

    private double Overtime(int length)
    {
        var wheel = 0.0;
        for (var k = 1; k < length; k++) wheel += model.Duration(order[k - 1], order[k]);
        var rules = model.Problem.Rules.Driver!;
        return wheel > rules.InAll ? wheel - rules.InAll : rules.Rest;
    }

    private double Measure(int job)
    {
        var (first, last) = (model.First(job), model.Last(job));
        return Math.Max(1e-9, model.Duration(0, first) + model.Duration(first, last) + model.Duration(last, model.End));
    }
}
