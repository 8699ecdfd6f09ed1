namespace Duban.Dispatch.Routing.Files;

/// <summary>Gives routes read from a file their coaches: by name, or the smallest loads the cheapest that hold them.</summary>
internal static class CoachChoice
{
    public static IReadOnlyList<Route> Assign(Problem problem, List<List<Call>> routes, List<string>? names)
    {
        var left = problem.Fleet.Select(c => c.Available).ToArray();
        var chosen = new int[routes.Count];
        foreach (var r in Enumerable.Range(0, routes.Count).OrderByDescending(r => Peak(routes[r])))
        {
            chosen[r] = names is null ? Cheapest(problem, routes[r], left) : problem.Fleet.ToList().FindIndex(c => c.Name == names[r]);
            if (chosen[r] >= 0) left[chosen[r]]--;
        }
        return [.. routes.Select((calls, r) => new Route(chosen[r], calls))];
    }

    private static int Cheapest(Problem problem, List<Call> calls, int[] left)
    {
        var fit = Enumerable.Range(0, problem.Fleet.Count)
            .Where(t => left[t] > 0 && problem.Fleet[t].Seats >= Peak(calls))
            .OrderBy(t => Checking.Validator.Cost(problem, new Plan { Routes = [new Route(t, calls)], Cost = 0 }))
            .ToList();

        // Where nothing fits, the validator is to name the fault, so any coach will do.
        return fit.Count > 0 ? fit[0] : 0;
    }

    private static int Peak(List<Call> calls)
    {
        var (aboard, peak) = (0, 0);
        foreach (var call in calls)
        {
            aboard += call.Kind == CallKind.Alight ? -call.Load : call.Load;
            peak = Math.Max(peak, aboard);
        }
        return peak;
    }
}
