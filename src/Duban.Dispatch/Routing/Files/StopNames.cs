using Duban.Dispatch.Routing.Checking;

namespace Duban.Dispatch.Routing.Files;

/// <summary>What stops are called in files.</summary>
internal static class StopNames
{
    public static string Of(Problem problem, Call call)
    {
        if (call.Kind == CallKind.Visit) return problem.Requests[call.Request].Id;
        var stop = Validator.StopOf(problem, call);
        return stop.Name ?? $"{stop.Place}";
    }

    public static bool AreUnique(Problem problem)
    {
        var seen = new HashSet<string>();
        return Calls(problem).All(c => seen.Add(Of(problem, c)));
    }

    /// <summary>Every call that a plan of whole groups has.</summary>
    public static IEnumerable<Call> Calls(Problem problem)
    {
        for (var r = 0; r < problem.Requests.Count; r++)
        {
            var request = problem.Requests[r];
            if (request.Pickup is null) yield return new Call(r, CallKind.Visit, request.Load);
            else
            {
                yield return new Call(r, CallKind.Board, request.Load);
                yield return new Call(r, CallKind.Alight, request.Load);
            }
        }
    }
}
