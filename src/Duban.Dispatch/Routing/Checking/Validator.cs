namespace Duban.Dispatch.Routing.Checking;

/// <summary>
/// Checks a plan against its problem from first principles. It shares no code with the search: every returned plan passes here,
/// in tests and in production.
/// </summary>
public static class Validator
{
    private const double Tolerance = 1e-6;

    /// <summary>All faults of the plan; none if it may be driven.</summary>
    public static IReadOnlyList<Fault> Check(Problem problem, Plan plan)
    {
        var faults = new List<Fault>();
        for (var r = 0; r < plan.Routes.Count; r++) CheckRoute(problem, plan.Routes[r], r, faults);
        if (faults.Any(f => f.Kind == FaultKind.Unknown)) return faults;
        CheckServed(problem, plan, faults);
        CheckFleet(problem, plan, faults);
        CheckSharing(problem, plan, faults);
        var cost = Cost(problem, plan);
        if (Math.Abs(cost - plan.Cost) > Tolerance * Math.Max(1, Math.Abs(cost)))
            faults.Add(new Fault(FaultKind.Cost, -1, -1, $"the plan claims a cost of {plan.Cost}, but it costs {cost}"));
        return faults;
    }

    /// <summary>What the plan's coaches cost, in money.</summary>
    public static double Cost(Problem problem, Plan plan) => plan.Routes.Sum(route =>
    {
        var coach = problem.Fleet[route.Coach];
        var places = route.Calls.Select(c => StopOf(problem, c).Place).Prepend(problem.Depot).ToList();
        if (!coach.Open) places.Add(problem.Depot);
        return coach.Fixed + coach.PerDistance * places.Zip(places.Skip(1), problem.Travel.Distance).Sum();
    });

    internal static Stop StopOf(Problem problem, Call call) =>
        call.Kind == CallKind.Board ? problem.Requests[call.Request].Pickup! : problem.Requests[call.Request].Delivery;

    private static void CheckRoute(Problem problem, Route route, int number, List<Fault> faults)
    {
        void Add(FaultKind kind, int request, string what) => faults.Add(new Fault(kind, number, request, what));
        if (route.Coach < 0 || route.Coach >= problem.Fleet.Count)
        {
            Add(FaultKind.Unknown, -1, $"there is no coach type {route.Coach}");
            return;
        }
        foreach (var call in route.Calls)
            if (call.Request < 0 || call.Request >= problem.Requests.Count || call.Load < 0
                || (problem.Requests[call.Request].Pickup is null) != (call.Kind == CallKind.Visit))
            {
                Add(FaultKind.Unknown, call.Request, $"there is no such call: {call}");
                return;
            }
        CheckLoad(problem, route, Add);
        CheckOrder(route, Add);
        if (new Timing(problem, route).Fault() is { } fault) Add(fault.Kind, fault.Request, fault.What);
    }

    private static void CheckLoad(Problem problem, Route route, Action<FaultKind, int, string> add)
    {
        var seats = problem.Fleet[route.Coach].Seats;
        var aboard = 0;
        foreach (var call in route.Calls)
        {
            aboard += call.Kind == CallKind.Alight ? -call.Load : call.Load;
            if (aboard <= seats) continue;
            add(FaultKind.Seats, call.Request, $"{aboard} aboard, but {seats} seats");
            return;
        }
    }

    private static void CheckOrder(Route route, Action<FaultKind, int, string> add)
    {
        foreach (var calls in route.Calls.Where(c => c.Kind != CallKind.Visit).GroupBy(c => c.Request))
        {
            var list = calls.ToList();
            for (var i = 0; i < list.Count; i++)
                if (list[i].Kind != (i % 2 == 0 ? CallKind.Board : CallKind.Alight) || list[i].Load != list[i - i % 2].Load)
                    add(FaultKind.Order, calls.Key, "boarding and alighting do not alternate with equal loads");
            if (list.Count % 2 == 1) add(FaultKind.Order, calls.Key, "it boards or alights only");
        }
    }

    private static void CheckServed(Problem problem, Plan plan, List<Fault> faults)
    {
        var parts = plan.Routes.SelectMany((route, number) => route.Calls.Where(c => c.Kind != CallKind.Alight).Select(c => (c, number))).ToLookup(p => p.c.Request);
        var leftOut = plan.Unserved.GroupBy(u => u.Request).ToDictionary(g => g.Key, g => g.Sum(u => u.Load));
        for (var r = 0; r < problem.Requests.Count; r++)
        {
            var request = problem.Requests[r];
            var served = parts[r].ToList();
            var people = served.Sum(p => p.c.Load) + leftOut.GetValueOrDefault(r);
            if (people != request.Load) faults.Add(new Fault(FaultKind.Served, -1, r, $"{people} of {request.Load} are accounted for"));
            if (served.Count == 0 && !leftOut.ContainsKey(r)) faults.Add(new Fault(FaultKind.Served, -1, r, "it is neither served nor named as left out"));
            if (served.Count > 1 && request.LeastPart <= 0) faults.Add(new Fault(FaultKind.Split, -1, r, "it may not be split"));
            if (served.Count > 1 && served.Min(p => p.c.Load) < request.LeastPart)
                faults.Add(new Fault(FaultKind.Split, -1, r, $"a part is smaller than {request.LeastPart}"));
        }
    }

    private static void CheckFleet(Problem problem, Plan plan, List<Fault> faults)
    {
        foreach (var type in plan.Routes.GroupBy(r => r.Coach))
            if (type.Count() > problem.Fleet[type.Key].Available)
                faults.Add(new Fault(FaultKind.Coaches, -1, -1, $"{type.Count()} coaches \"{problem.Fleet[type.Key].Name}\" run, {problem.Fleet[type.Key].Available} can be had"));
        if (problem.MostCoaches > 0 && plan.Routes.Count > problem.MostCoaches)
            faults.Add(new Fault(FaultKind.Coaches, -1, -1, $"{plan.Routes.Count} coaches run, {problem.MostCoaches} may"));
    }

    private static void CheckSharing(Problem problem, Plan plan, List<Fault> faults)
    {
        var rides = plan.Routes.SelectMany((route, number) => route.Calls.Select(c => (Request: problem.Requests[c.Request], Index: c.Request, number))).ToList();
        foreach (var group in rides.Where(r => r.Request.Together is not null).GroupBy(r => r.Request.Together))
            if (group.Select(r => r.number).Distinct().Count() > 1)
                faults.Add(new Fault(FaultKind.Sharing, -1, group.First().Index, $"groups {group.Key} should share one coach"));
        foreach (var coach in rides.Where(r => r.Request.Apart is not null).GroupBy(r => r.number))
            if (coach.Select(r => r.Request.Apart).Distinct().Count() > 1)
                faults.Add(new Fault(FaultKind.Sharing, coach.Key, coach.First().Index, "groups that should ride apart share a coach"));
    }
}
