using Duban.Dispatch.Routing.Checking;

namespace Duban.Dispatch.Routing.Search;

/// <summary>Begins from a plan that exists: routes that may still be driven stay as they are, the jobs of others are inserted anew.</summary>
internal static class Yesterday
{
    public static void Load(Draft draft, Plan plan)
    {
        var model = draft.Model;
        var amount = new int[model.Jobs];
        for (var r = 0; r < model.Requests; r++) amount[r] = model.Load[r];
        var taken = new int[model.Requests];
        var tours = new List<(int, int, ArraySegment<int>)>();
        foreach (var (route, slot) in plan.Routes.Select((r, i) => (r, i)).Take(draft.Slots))
        {
            if (!MayBeDriven(model.Problem, route)) continue;
            var stops = new List<int>();
            var riding = new Dictionary<int, int>();
            foreach (var call in route.Calls)
            {
                if (call.Kind != CallKind.Alight)
                {
                    var (parts, next) = (model.PartsOf[call.Request], taken[call.Request]++);
                    if (next >= parts.Length) continue;
                    var job = parts[next];
                    riding[call.Request] = job;
                    amount[job] = call.Load;
                }
                if (!riding.TryGetValue(call.Request, out var rides)) continue;
                stops.Add(call.Kind == CallKind.Board ? model.First(rides) : model.Last(rides));
            }
            if (stops.Count > 0) tours.Add((slot, route.Coach, stops.ToArray()));
        }
        Complete(model, taken, amount);
        draft.Load(tours, amount);
    }

    /// <summary>What the plan does not carry of a group becomes a part that is still to be placed.</summary>
    private static void Complete(Model model, int[] taken, int[] amount)
    {
        for (var r = 0; r < model.Requests; r++)
        {
            if (taken[r] == 0) continue;
            var riding = model.PartsOf[r].Take(taken[r]).Sum(j => amount[j]);
            var rest = model.PartsOf[r].Skip(taken[r]).FirstOrDefault(-1);
            if (rest >= 0) amount[rest] = model.Problem.Requests[r].Load - riding;
        }
    }

    private static bool MayBeDriven(Problem problem, Route route) =>
        Validator.Check(problem, new Plan { Routes = [route], Cost = 0 })
            .All(f => f.Kind is FaultKind.Served or FaultKind.Cost or FaultKind.Split);
}
