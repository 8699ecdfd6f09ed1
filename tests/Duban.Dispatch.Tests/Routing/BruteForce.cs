using Duban.Dispatch.Routing;
using Duban.Dispatch.Routing.Checking;

namespace Duban.Dispatch.Tests.Routing;

/// <summary>The best plan by trying every partition and every order; only the validator says what is allowed.</summary>
internal static class BruteForce
{
    /// <summary>The least cost of serving everybody in whole groups; infinite if it cannot be done.</summary>
    public static double Cost(Problem problem)
    {
        var n = problem.Requests.Count;
        var byCoach = new double[problem.Fleet.Count, 1 << n];
        for (var type = 0; type < problem.Fleet.Count; type++)
            for (var set = 1; set < 1 << n; set++)
                byCoach[type, set] = Orders(problem, set).Select(calls => Alone(problem, type, calls)).DefaultIfEmpty(double.PositiveInfinity).Min();
        return Partition(problem, byCoach, (1 << n) - 1, [.. problem.Fleet.Select(c => c.Available)]);
    }

    private static double Partition(Problem problem, double[,] byCoach, int left, int[] available)
    {
        if (left == 0) return 0;
        var lowest = left & -left;
        var best = double.PositiveInfinity;
        for (var set = left; set > 0; set = (set - 1) & left)
        {
            if ((set & lowest) == 0) continue;
            for (var type = 0; type < available.Length; type++)
            {
                if (available[type] == 0 || byCoach[type, set] >= best) continue;
                available[type]--;
                best = Math.Min(best, byCoach[type, set] + Partition(problem, byCoach, left & ~set, available));
                available[type]++;
            }
        }
        return best;
    }

    private static double Alone(Problem problem, int type, List<Call> calls)
    {
        var chosen = calls.Select(c => c.Request).ToHashSet();
        var plan = new Plan { Routes = [new Route(type, calls)], Cost = 0 };
        plan = plan with { Cost = Validator.Cost(problem, plan) };
        return Validator.Check(problem, plan).All(f => f.Kind == FaultKind.Served && !chosen.Contains(f.Request)) ? plan.Cost : double.PositiveInfinity;
    }

    private static IEnumerable<List<Call>> Orders(Problem problem, int set)
    {
        var calls = new List<Call>();
        for (var r = 0; r < problem.Requests.Count; r++)
        {
            if ((set >> r & 1) == 0) continue;
            var load = problem.Requests[r].Load;
            if (problem.IsPaired) calls.AddRange([new Call(r, CallKind.Board, load), new Call(r, CallKind.Alight, load)]);
            else calls.Add(new Call(r, CallKind.Visit, load));
        }
        return Permutations(calls, []);
    }

    private static IEnumerable<List<Call>> Permutations(List<Call> left, List<Call> done)
    {
        if (left.Count == 0) yield return [.. done];
        foreach (var call in left.ToList())
        {
            if (call.Kind == CallKind.Alight && !done.Contains(call with { Kind = CallKind.Board })) continue;
            left.Remove(call);
            done.Add(call);
            foreach (var order in Permutations(left, done)) yield return order;
            done.RemoveAt(done.Count - 1);
            left.Add(call);
        }
    }
}
