using System.Text.Json;
using System.Text.Json.Nodes;
using Duban.Dispatch.Routing.Checking;

namespace Duban.Dispatch.Routing.Files;

/// <summary>Reads a plan: the JSON of <see cref="PlanFile"/>, or the lines "Route #1: 3 7 …" and "Cost …" of CVRPLIB's .sol.</summary>
public static class SolutionFile
{
    /// <summary>Reads the text; calls that name nothing in the problem throw <see cref="BadFileException"/>.</summary>
    public static Plan Read(string text, Problem problem)
    {
        var (routes, coaches, cost) = text.TrimStart().StartsWith('{') ? FromJson(text, problem) : FromLines(text, problem);
        var plan = new Plan { Routes = CoachChoice.Assign(problem, routes, coaches), Cost = 0, Unserved = LeftOutIn(problem, routes) };

        // Files print costs with few decimals; a difference below that is not a false claim.
        var actual = Validator.Cost(problem, plan);
        return plan with { Cost = cost is { } claimed && Math.Abs(claimed - actual) > 0.06 ? claimed : actual };
    }

    private static (List<List<Call>>, List<string>?, double?) FromLines(string text, Problem problem)
    {
        var names = Names(problem);
        var (routes, cost) = (new List<List<Call>>(), (double?)null);
        foreach (var line in Words.Lines(text))
        {
            if (line[0].Text.StartsWith("Cost", StringComparison.OrdinalIgnoreCase)) cost = line[^1].Number("cost");
            if (!line[0].Text.StartsWith("Route", StringComparison.OrdinalIgnoreCase)) continue;
            var colon = Array.FindIndex(line, w => w.Text.EndsWith(':'));
            if (colon < 0) throw line[0].Fault("a route begins with \"Route #1:\"");

            // Plans for files that list every coach have a line for those that stay at home as well.
            if (colon + 1 == line.Length) continue;
            routes.Add([.. line[(colon + 1)..].Select(w =>
                names.TryGetValue(w.Text, out var call) ? call : throw w.Fault($"there is no customer {w.Text}"))]);
        }
        return routes.Count > 0 ? (routes, null, cost) : throw new BadFileException(1, 1, "the file holds no route");
    }

    private static (List<List<Call>>, List<string>?, double?) FromJson(string text, Problem problem)
    {
        JsonNode? json;
        try
        {
            json = JsonNode.Parse(text);
        }
        catch (JsonException e)
        {
            throw new BadFileException((int)(e.LineNumber ?? 0) + 1, (int)(e.BytePositionInLine ?? 0) + 1, "this is not JSON");
        }
        if (json?["routes"] is not JsonArray array) throw new BadFileException(1, 1, "\"routes\" is missing");
        var names = Names(problem);
        var groups = problem.Requests.Select((r, i) => (r.Id, i)).ToLookup(p => p.Id, p => p.i);
        var routes = array.Select((route, r) => (route as JsonArray ?? throw JsonPlaces.Fault(text, $"routes[{r}]", "a route is a list"))
            .Select((entry, c) => Call(entry, names, groups) ?? throw JsonPlaces.Fault(text, $"routes[{r}][{c}]", $"there is no such stop: {entry?.ToJsonString()}"))
            .ToList()).ToList();
        var coaches = (json["coaches"] as JsonArray)?.Select(c => c?.ToString() ?? "").ToList();
        return (routes, coaches?.Count == routes.Count ? coaches : null, json["cost"]?.GetValueKind() == JsonValueKind.Number ? json["cost"]!.GetValue<double>() : null);
    }

    private static Call? Call(JsonNode? entry, Dictionary<string, Call> names, ILookup<string, int> groups)
    {
        if (entry is not JsonObject stop) return names.TryGetValue(entry?.ToString() ?? "", out var call) ? call : null;
        var (board, alight) = (stop["board"], stop["alight"]);
        var people = board ?? alight;
        if (people?.GetValueKind() != JsonValueKind.Number || !groups.Contains(stop["group"]?.ToString() ?? "")) return null;
        return new Call(groups[stop["group"]!.ToString()].First(), board is null ? CallKind.Alight : CallKind.Board, (int)people.GetValue<double>());
    }

    private static Dictionary<string, Call> Names(Problem problem) =>
        StopNames.Calls(problem).GroupBy(c => StopNames.Of(problem, c)).Where(g => g.Count() == 1).ToDictionary(g => g.Key, g => g.First());

    private static List<Unserved> LeftOutIn(Problem problem, List<List<Call>> routes)
    {
        var served = routes.SelectMany(r => r).Where(c => c.Kind != CallKind.Alight).ToLookup(c => c.Request);
        return [.. from r in Enumerable.Range(0, problem.Requests.Count)
                   let left = problem.Requests[r].Load - served[r].Sum(c => c.Load)
                   where problem.Requests[r].Price is not null && left > 0
                   select new Unserved(r, left, LeftOut.Distance, double.NaN)];
    }
}
