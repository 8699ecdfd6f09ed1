namespace Duban.Dispatch.Routing.Search;

/// <summary>Turns the search's arrays into a plan in the caller's terms.</summary>
internal static class PlanWriter
{
    public static Plan Write(Draft draft, Snapshot best, int continued, double seconds, long iterations)
    {
        var model = draft.Model;
        best.Restore(draft);
        var why = new WhyLeftOut(draft);
        var left = draft.Absent.AsSpan(0, draft.AbsentCount).ToArray().Select(job =>
        {
            var (reason, change) = why.Ask(job);
            return new Unserved(model.ParentOf[job], draft.Amount[job], reason, change);
        });
        var routes = best.Stops.Select(t => new Route(t.Coach, [.. t.Stops.Select(node => Call(model, best, node))]) { Continues = t.Slot < continued ? t.Slot : -1 }).ToList();
        return new Plan
        {
            Routes = routes,
            Unserved = [.. left.OrderBy(u => u.Request)],
            Cost = routes.Sum(r => Cost(model.Problem, r)),
            Seconds = seconds,
            Iterations = iterations,
        };
    }

    private static Call Call(Model model, Snapshot best, int node)
    {
        var job = model.JobOf(node);
        var kind = !model.Paired ? CallKind.Visit : model.IsBoarding(node) ? CallKind.Board : CallKind.Alight;
        return new Call(model.ParentOf[job], kind, best.Amount(job));
    }

    private static double Cost(Problem problem, Route route)
    {
        var coach = problem.Fleet[route.Coach];
        var (at, distance) = (problem.Depot, 0.0);
        foreach (var call in route.Calls)
        {
            var request = problem.Requests[call.Request];
            var place = (call.Kind == CallKind.Board ? request.Pickup! : request.Delivery).Place;
            distance += problem.Travel.Distance(at, place);
            at = place;
        }
        if (!coach.Open) distance += problem.Travel.Distance(at, problem.Depot);
        return coach.Fixed + coach.PerDistance * distance;
    }
}
