namespace Duban.Dispatch.Routing.Search;

/// <summary>
/// A problem as flat arrays. Node 0 is the start, the last node the end of every tour; request r is visited at node r + 1, or
/// boards at node 2r + 1 and alights at node 2r + 2. Behind the requests stand spare parts for groups that may be split.
/// </summary>
internal sealed class Model
{
    public readonly Problem Problem;
    public readonly bool Paired, Timed, Rich, Split, SharingRules;
    public readonly int Requests, Jobs, Nodes, End, Span;
    public readonly int[] Row, Load, ParentOf, Together, Apart;
    public readonly int[][] PartsOf;
    public readonly double[] Open, Close, Service, Longest, Price;
    public readonly double[] Far, Slow, FarBack, SlowBack;
    public readonly double Dearest;
    public readonly bool[] Mandatory;

    /// <summary>Finds places for visits where there are no windows; null for all else.</summary>
    public readonly PlaceScan? Scan;

    /// <summary>
    /// For visits without windows, all coaches open or all returning: a tour keeps its legs in single precision alone, and its length and
    /// load are told from what changes, not summed anew.
    /// </summary>
    public readonly bool Brief;

    /// <summary>The coaches still to be had; each thread counts its own.</summary>
    public Coaches Coaches { get; private set; }

    /// <summary>The same arrays for another thread.</summary>
    public Model ForAnotherThread()
    {
        var copy = (Model)MemberwiseClone();
        copy.Coaches = new Coaches(Problem);
        return copy;
    }

    public Model(Problem problem)
    {
        (Problem, Paired) = (problem, problem.IsPaired);
        Requests = problem.Requests.Count;
        Split = Paired && problem.Requests.Any(r => Parts(r) > 1);
        ParentOf = [.. Near(problem), .. Enumerable.Range(0, Requests).SelectMany(r => Enumerable.Repeat(r, Parts(problem.Requests[r]) - 1))];
        Jobs = ParentOf.Length;
        Nodes = (Paired ? 2 * Jobs : Jobs) + 2;
        End = Nodes - 1;
        (Row, Open, Close, Service) = (new int[Nodes], new double[Nodes], new double[Nodes], new double[Nodes]);
        (Load, Longest, Price, Mandatory) = (new int[Jobs], new double[Jobs], new double[Jobs], new bool[Jobs]);
        (Together, Apart) = (Labels(r => r.Together), Labels(r => r.Apart));
        SharingRules = Split || Together.Concat(Apart).Any(l => l >= 0);
        PartsOf = [.. ParentOf.Select((parent, job) => (parent, job)).GroupBy(p => p.parent).OrderBy(g => g.Key).Select(g => g.Select(p => p.job).ToArray())];
        Coaches = new Coaches(problem);

        var stops = new Stop[Nodes];
        stops[0] = new Stop(problem.Depot, problem.Opens, problem.Closes);
        stops[End] = new Stop(problem.Travel.Places, problem.Opens, problem.Closes);
        for (var j = 0; j < Jobs; j++)
        {
            var request = problem.Requests[ParentOf[j]];
            if (request.Pickup is null == Paired) throw new ArgumentException("Requests are either all visits or all pairs.", nameof(problem));
            if (Paired) (stops[2 * j + 1], stops[2 * j + 2]) = (request.Pickup!, request.Delivery);
            else stops[j + 1] = request.Delivery;
            (Load[j], Longest[j], Mandatory[j]) = (request.Load, request.LongestRide, request.Price is null);
        }
        for (var i = 0; i < Nodes; i++)
            (Row[i], Open[i], Close[i], Service[i]) = (Paired ? stops[i].Place : i, stops[i].Opens, stops[i].Closes, stops[i].Service);

        // Visits get a matrix by node, pairs share one by place: many groups board at one village.
        Span = Paired ? problem.Travel.Places + 1 : Nodes;
        int Place(int row) => Paired ? row == Span - 1 ? problem.Depot : row : row == End ? problem.Depot : stops[row].Place;
        var home = Coaches.AllOpen;
        (Far, FarBack) = Tables((a, b) => b == Span - 1 && home ? 0 : problem.Travel.Distance(Place(a), Place(b)));
        (Slow, SlowBack) = Tables((a, b) => b == Span - 1 && home ? 0 : problem.Travel.Duration(Place(a), Place(b)));

        // One table that serves for both stays in the cache.
        if (Slow.AsSpan().SequenceEqual(Far)) (Slow, SlowBack) = (Far, FarBack);

        Timed = stops.Any(s => s.Closes < double.PositiveInfinity || s.Opens > problem.Opens);
        if (!Paired && !Timed) Scan = new PlaceScan(Far, FarBack, Span);
        Brief = Scan is { OnGrid: true } && !Coaches.SomeOpen;
        Rich = Paired && (Longest.Any(double.IsFinite) || double.IsFinite(problem.Rules.ArrivalSpan)
            || (problem.Rules.NoWaitingAboard && Timed) || problem.Rules.Driver is not null);
        Dearest = Jobs == 0 ? 1 : Enumerable.Range(0, Jobs).Max(Alone) * 10 + 1;
        for (var j = 0; j < Jobs; j++) Price[j] = problem.Requests[ParentOf[j]].Price ?? Dearest;
    }

    /// <summary>Visits in an order in which near ones stand near each other, so that a tour's distances lie close in memory.</summary>
    private static int[] Near(Problem problem)
    {
        int[] order = [.. Enumerable.Range(0, problem.Requests.Count)];
        if (problem.IsPaired) return order;
        var at = problem.Depot;
        double Away(int request) => problem.Travel.Distance(at, problem.Requests[request].Delivery.Place);
        for (var i = 0; i < order.Length; i++)
        {
            var nearest = i;
            for (var k = i + 1; k < order.Length; k++)
                if (Away(order[k]) < Away(order[nearest])) nearest = k;
            (order[i], order[nearest]) = (order[nearest], order[i]);
            at = problem.Requests[order[i]].Delivery.Place;
        }
        return order;
    }

    /// <summary>A job's first node: its boarding, or the only one of a visit.</summary>
    public int First(int job) => Paired ? 2 * job + 1 : job + 1;

    /// <summary>A job's last node: its alighting, or the only one of a visit.</summary>
    public int Last(int job) => Paired ? 2 * job + 2 : job + 1;

    public int JobOf(int node) => Paired ? (node - 1) >> 1 : node - 1;

    public bool IsBoarding(int node) => (node & 1) == 1;

    /// <summary>The way out and home for one job alone, at the dearest coach.</summary>
    public double Alone(int job)
    {
        var (first, last) = (First(job), Last(job));
        return Coaches.Dearest(Distance(0, first) + Distance(first, last) + Distance(last, End));
    }

    public double Distance(int a, int b) => Brief ? Scan!.Way(a, b) : Far[Row[a] * Span + Row[b]];

    public double Duration(int a, int b) => Slow[Row[a] * Span + Row[b]];

    /// <summary>Whole groups larger than every coach are split as far as needed; otherwise into at most three parts.</summary>
    private int Parts(Request request) =>
        request.LeastPart <= 0 || request.Pickup is null ? 1
        : Math.Max(1, Math.Min(request.Load / request.LeastPart, Math.Max(3, 1 + request.Load / Problem.Fleet.Max(c => c.Seats))));

    private int[] Labels(Func<Request, string?> label)
    {
        var names = Problem.Requests.Select(label).Where(l => l is not null).Distinct().ToList();
        return [.. ParentOf.Select(r => names.IndexOf(label(Problem.Requests[r])))];
    }

    private (double[], double[]) Tables(Func<int, int, double> rule)
    {
        var there = new double[Span * Span];
        var symmetric = true;
        for (var a = 0; a < Span; a++)
            for (var b = 0; b < Span; b++)
                there[a * Span + b] = rule(a, b);
        for (var a = 0; a < Span && symmetric; a++)
            for (var b = 0; b < a && symmetric; b++)
                symmetric = there[a * Span + b] == there[b * Span + a];
        if (symmetric) return (there, there);
        var back = new double[Span * Span];
        for (var a = 0; a < Span; a++)
            for (var b = 0; b < Span; b++)
                back[b * Span + a] = there[a * Span + b];
        return (there, back);
    }
}
