namespace Duban.Dispatch.Routing.Search;

/// <summary>A single visit: constant time for each position by the slack kept in the tour (Savelsbergh, ORSA Journal on Computing 1992).</summary>
internal sealed class VisitInsertion(Model model) : Insertion(model)
{
    public override double Delta(Tour tour, int job, int people, out int at)
    {
        at = -1;
        var load = tour.Load + people;
        if (load > Model.Coaches.MostSeats) return double.PositiveInfinity;
        var detour = Model.Timed ? Timed(tour, job + 1, out at, out var last) : Untimed(tour, job + 1, out at, out last);
        if (!Model.Coaches.SomeOpen)
            return at < 0 ? double.PositiveInfinity : Rise(tour, load, detour, 0);

        // The end of the tour is cheaper for a coach that stays there, so it is priced on its own.
        var inner = at < 0 || at == tour.Length ? double.PositiveInfinity : Rise(tour, load, detour, tour.Homeward);
        var home = Model.Distance(job + 1, Model.End);
        var outer = double.IsInfinity(last) ? last : Rise(tour, load, last, home);
        if (outer < inner) at = tour.Length;
        return Math.Min(inner, outer);
    }

    public override void Apply(Tour tour, int job, int at) => tour.Insert(Model, at, job + 1);

    private double Untimed(Tour tour, int node, out int at, out double last)
    {
        if (Model.Coaches.SomeOpen)
        {
            var (seq, end) = (tour.Seq, tour.Length + 1);
            last = Model.Distance(seq[end - 1], node) + Model.Distance(node, seq[end]) - tour.Leg[end];
            (var inner, at) = Inner(tour, node);
            return inner;
        }
        last = 0;
        var detour = Model.Scan!.Shortest(tour, node);
        at = Model.Scan.Where(tour, node, detour);
        return detour;
    }

    /// <summary>The best place but the last.</summary>
    private (double, int) Inner(Tour tour, int node)
    {
        var to = Model.Far.AsSpan(node * Model.Span, Model.Span);
        var from = Model.FarBack.AsSpan(node * Model.Span, Model.Span);
        var (best, at) = (double.PositiveInfinity, -1);
        for (var i = 0; i < tour.Length; i++)
        {
            var detour = from[tour.Seq[i]] + to[tour.Seq[i + 1]] - tour.Leg[i + 1];
            if (detour < best) (best, at) = (detour, i);
        }
        return (best, at);
    }

    private double Timed(Tour tour, int node, out int at, out double last)
    {
        var (seq, leg, depart, latest) = (tour.Seq, tour.Leg, tour.Depart, tour.Latest);
        var row = node * Model.Span;
        var to = Model.Far.AsSpan(row, Model.Span);
        var from = Model.FarBack.AsSpan(row, Model.Span);
        var slowTo = Model.Slow.AsSpan(row, Model.Span);
        var slowFrom = Model.SlowBack.AsSpan(row, Model.Span);
        var (open, close, service) = (Model.Open[node], Model.Close[node], Model.Service[node]);
        var best = double.PositiveInfinity;
        var someOpen = Model.Coaches.SomeOpen;
        (at, last) = (-1, double.PositiveInfinity);

        // Before a stop that must begin earlier than this visit can be left there is no place.
        var (first, left) = (0, open + service);
        while (first <= tour.Length && latest[first + 1] < left) first++;
        for (var i = first; i <= tour.Length; i++)
        {
            if (depart[i] > close) break;
            var (a, b) = (seq[i], seq[i + 1]);
            var detour = from[a] + to[b] - leg[i + 1];
            var atEnd = someOpen && i == tour.Length;
            if (detour >= best && !atEnd) continue;
            var start = depart[i] + slowFrom[a];
            if (start < open) start = open;
            if (start > close || start + service + slowTo[b] > latest[i + 1]) continue;
            if (atEnd) last = detour;
            else (best, at) = (detour, i);
        }
        return best;
    }
}
