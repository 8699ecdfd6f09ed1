namespace Duban.Dispatch.Routing.Search;

/// <summary>
/// A pickup and its delivery: for each place of the pickup the delivery moves along the tour while load and latest starts
/// allow it (Ropke and Pisinger, Transportation Science 2006); rules of the ride are asked only of places that would be chosen.
/// </summary>
internal sealed class PairInsertion : Insertion
{
    private const double Overlooked = 0.3;
    private readonly RideCheck? rides;
    private readonly RideSlack? slack;
    private Rng? blinking;

    public PairInsertion(Model model)
        : base(model)
    {
        if (!model.Rich) return;
        slack = new RideSlack(model);
        if (model.Timed || model.Problem.Rules.Driver is not null) rides = new RideCheck(model);
    }

    public override double Delta(Tour tour, int job, int people, out int at)
    {
        at = -1;
        var (model, coaches) = (Model, Model.Coaches);
        if (people > coaches.MostSeats) return double.PositiveInfinity;
        var (far, back, row, span) = (model.Far, model.FarBack, model.Row, model.Span);
        var (seq, leg, aboard, length) = (tour.Seq, tour.Leg, tour.Aboard, tour.Length);
        var (board, alight) = (2 * job + 1, 2 * job + 2);
        var (up, down) = (row[board] * span, row[alight] * span);
        var per = coaches.LeastPerDistance;
        var room = coaches.MostSeats - people;
        var best = double.PositiveInfinity;
        for (var i = 0; i <= length; i++)
        {
            if (aboard[i] > room) continue;
            var (a, b) = (row[seq[i]], row[seq[i + 1]]);
            if (model.Timed && tour.Depart[i] > model.Close[board]) break;
            var clock = model.Timed ? Start(tour.Depart[i], model.SlowBack[up + a], board) : 0;
            if (clock > model.Close[board]) continue;
            clock += model.Service[board];

            var toBoard = back[up + a];
            var both = toBoard + far[up + row[alight]] + far[down + b] - leg[i + 1];
            var first = toBoard + far[up + b] - leg[i + 1];
            var together = Least(both, i == length ? far[down + b] - tour.Homeward : 0) * per < best;
            if (!together && first * per >= best) continue;
            if (slack is not null)
            {
                slack.Begin(tour, i, board);
                if (slack.Hopeless) continue;
            }
            var peak = Math.Max(tour.Load, aboard[i] + people);
            if (together && InTime(tour, i, clock, model.Slow[up + row[alight]], alight)
                && (slack is null || slack.Allows(alight)) && !Overlooks())
            {
                var rise = Rise(tour, peak, both, i == length ? far[down + b] : tour.Homeward);
                if (rise < best && (rides is null || rides.Holds(tour, i, board, i, alight))) (best, at) = (rise, At(i, i));
            }

            if (first * per >= best) continue;
            slack?.LookAlong();
            if (model.Timed) clock += model.Slow[up + b];
            for (var j = i + 1; j <= length; j++)
            {
                if (aboard[j] > room || (slack is not null && slack.TooLong(j))) break;
                peak = Math.Max(peak, aboard[j] + people);
                var node = seq[j];
                if (model.Timed)
                {
                    if (clock > tour.Latest[j]) break;
                    clock = Math.Max(clock, model.Open[node]) + model.Service[node];
                }
                var (u, v) = (row[node], row[seq[j + 1]]);
                var detour = first + back[down + u] + far[down + v] - leg[j + 1];
                if (Least(detour, j == length ? far[down + v] - tour.Homeward : 0) * per < best && InTime(tour, j, clock, model.SlowBack[down + u], alight)
                    && (slack is null || slack.Allows(j, alight)) && !Overlooks())
                {
                    var rise = Rise(tour, peak, detour, j == length ? far[down + v] : tour.Homeward);
                    if (rise < best && (rides is null || rides.Holds(tour, i, board, j, alight))) (best, at) = (rise, At(i, j));
                }
                if (model.Timed) clock += model.Slow[u * span + v];
            }
        }
        return best;
    }

    public override double Blink(Tour tour, int job, int people, Rng rng, out int at)
    {
        blinking = rng;
        var rise = Delta(tour, job, people, out at);
        blinking = null;
        return rise;
    }

    public override void Apply(Tour tour, int job, int at)
    {
        var (first, second) = (at & 0xFFFF, at >> 16);
        tour.Insert(Model, second, 2 * job + 2);
        tour.Insert(Model, first, 2 * job + 1);
    }

    /// <summary>One number for the positions behind which a pair boards and alights, both counted before it is there.</summary>
    public static int At(int boards, int alights) => boards | alights << 16;

    private bool Overlooks() => blinking is { } rng && rng.Unit() < Overlooked;

    // A coach that stays at its last stop does not pay for a longer way home: at the end of a tour the detour alone bounds nothing.
    private double Least(double detour, double homeward) => Model.Coaches.SomeOpen ? Math.Min(detour, detour - homeward) : detour;

    private double Start(double depart, double drive, int node) => Math.Max(depart + drive, Model.Open[node]);

    private bool InTime(Tour tour, int after, double clock, double drive, int alight)
    {
        if (!Model.Timed) return true;
        var start = Start(clock, drive, alight);
        return start <= Model.Close[alight]
            && start + Model.Service[alight] + Model.Slow[Model.Row[alight] * Model.Span + Model.Row[tour.Seq[after + 1]]] <= tour.Latest[after + 1];
    }
}
