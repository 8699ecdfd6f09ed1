namespace Duban.Dispatch.Routing.Checking;

/// <summary>
/// Asks whether a route can be timed, as a system of difference constraints "start of b ≥ start of a + w" solved by the plain
/// algorithm of Bellman and Ford; a positive cycle or a missed closing time is the fault.
/// </summary>
internal sealed class Timing
{
    private const double Tolerance = 1e-6;
    private readonly Problem problem;
    private readonly Stop[] stops;
    private readonly int[] request;
    private readonly double[] legs;
    private readonly List<(int From, int To, double After, FaultKind Rule)> bonds = [];

    public Timing(Problem problem, Route route)
    {
        this.problem = problem;
        stops =
        [
            new Stop(problem.Depot, problem.Opens, problem.Closes),
            .. route.Calls.Select(c => Validator.StopOf(problem, c)),
            new Stop(problem.Depot, problem.Opens, problem.Closes),
        ];
        request = [-1, .. route.Calls.Select(c => c.Request), -1];
        var returns = !problem.Fleet[route.Coach].Open;
        legs = [.. stops.Skip(1).Select((s, i) => i == stops.Length - 2 && !returns ? 0 : problem.Travel.Duration(stops[i].Place, s.Place))];
        Bind(route);
    }

    /// <summary>The rule that cannot be kept, or null; the times found are then in <see cref="Starts"/>.</summary>
    public (FaultKind Kind, int Request, string What)? Fault()
    {
        if (Settle() is { } fault) return fault;
        return problem.Rules.Driver is { } rules ? Drive(rules) : null;
    }

    public double[] Starts { get; private set; } = [];

    private void Bind(Route route)
    {
        for (var i = 0; i + 1 < stops.Length; i++) bonds.Add((i, i + 1, stops[i].Service + legs[i], FaultKind.Window));
        var (open, aboard) = (new Dictionary<int, int>(), 0);
        var alights = new List<int>();
        for (var i = 1; i + 1 < stops.Length; i++)
        {
            var call = route.Calls[i - 1];
            if (call.Kind == CallKind.Board)
            {
                open[call.Request] = i;
                aboard++;
            }
            if (call.Kind == CallKind.Alight)
            {
                alights.Add(i);
                aboard--;
                if (open.TryGetValue(call.Request, out var boarded) && double.IsFinite(problem.Requests[call.Request].LongestRide))
                    bonds.Add((i, boarded, -problem.Requests[call.Request].LongestRide, FaultKind.RideTime));
            }
            if (problem.Rules.NoWaitingAboard && aboard > 0) bonds.Add((i + 1, i, -stops[i].Service - legs[i], FaultKind.Waiting));
        }
        if (alights.Count > 1 && double.IsFinite(problem.Rules.ArrivalSpan))
            bonds.Add((alights[^1], alights[0], -problem.Rules.ArrivalSpan, FaultKind.ArrivalSpan));
    }

    private (FaultKind, int, string)? Settle()
    {
        var start = stops.Select(s => s.Opens).ToArray();
        var broken = FaultKind.Window;
        for (var round = 0; round <= stops.Length + bonds.Count; round++)
        {
            var moved = -1;
            foreach (var (from, to, after, rule) in bonds)
            {
                if (start[to] >= start[from] + after - Tolerance / 10) continue;
                start[to] = start[from] + after;
                moved = to;
                if (rule != FaultKind.Window) broken = rule;
            }
            for (var i = 0; i < stops.Length; i++)
                if (start[i] > stops[i].Closes + Tolerance)
                    return (broken, request[i], $"starts at {start[i]:0.##}, but it closes at {stops[i].Closes:0.##}");
            if (moved < 0)
            {
                Starts = start;
                return null;
            }
            if (round == stops.Length + bonds.Count)
                return (broken, request[moved], broken == FaultKind.RideTime ? "somebody rides too long" : "cannot be timed");
        }
        return null;
    }

    /// <summary>Drives the route minute by law: rests on the road lengthen a leg, and the times are settled anew.</summary>
    private (FaultKind, int, string)? Drive(DriverRules rules)
    {
        if (legs.Sum() > rules.InAll + Tolerance) return (FaultKind.DriverHours, -1, $"drives {legs.Sum():0} in all, {rules.InAll:0} are allowed");
        for (var round = 0; round <= 2 * legs.Length + 2; round++)
        {
            var (spell, night) = (0.0, 0.0);
            var grown = false;
            for (var i = 0; i < legs.Length; i++)
            {
                var bond = bonds[i];
                var ready = Starts[i] + stops[i].Service;
                var travel = bond.After - stops[i].Service;
                var gap = Starts[i + 1] - ready - travel;
                if (i == 0 || gap >= rules.Rest - Tolerance) (spell, night) = (0, 0);
                var clock = i == 0 || gap >= rules.Rest - Tolerance ? Starts[i + 1] - travel : ready;
                var rests = Rests(rules, clock, legs[i], ref spell, ref night);
                if (legs[i] + rests * rules.Rest <= travel + Tolerance) continue;
                bonds[i] = bond with { After = stops[i].Service + legs[i] + rests * rules.Rest };
                Lengthen(i, rests * rules.Rest);
                grown = true;
            }
            if (!grown) return null;
            if (Settle() is not null) return (FaultKind.DriverHours, -1, "the rests due do not fit into the route's times");
        }
        return (FaultKind.DriverHours, -1, "the rests due do not come to an end");
    }

    private void Lengthen(int leg, double rest)
    {
        for (var b = 0; b < bonds.Count; b++)
            if (bonds[b].Rule == FaultKind.Waiting && bonds[b].To == leg) bonds[b] = bonds[b] with { After = -stops[leg].Service - legs[leg] - rest };
    }

    private static int Rests(DriverRules rules, double clock, double left, ref double spell, ref double night)
    {
        const double Step = 1.0;
        var rests = 0;
        while (left > Tolerance)
        {
            var ofDay = clock % rules.Day;
            var dark = ofDay >= rules.NightBegins || ofDay < rules.NightEnds;
            var step = Math.Min(Step, left);
            if (spell + step > rules.OnEnd + Tolerance || (dark && night + step > rules.OnEndByNight + Tolerance))
            {
                rests++;
                clock += rules.Rest;
                (spell, night) = (0, 0);
                continue;
            }
            (clock, left, spell) = (clock + step, left - step, spell + step);
            if (dark) night += step;
        }
        return rests;
    }
}
