using System.Text.Json;
using System.Text.Json.Nodes;

namespace Duban.Dispatch.Routing.Files;

/// <summary>Writes a plan as JSON: customers by number where every stop has a name of its own, otherwise stops with who boards and alights.</summary>
public static class PlanFile
{
    /// <summary>The plan as one line of JSON.</summary>
    public static string Write(Problem problem, Plan plan, bool valid)
    {
        var flat = StopNames.AreUnique(problem);
        var json = new JsonObject
        {
            ["vehicles"] = plan.Routes.Count,
            ["cost"] = Math.Round(plan.Cost, 4),
            ["routes"] = new JsonArray([.. plan.Routes.Select(r => new JsonArray([.. r.Calls.Select(c => Entry(problem, c, flat))]))]),
            ["seconds"] = Math.Round(plan.Seconds, 3),
            ["valid"] = valid,
            ["unserved"] = new JsonArray([.. plan.Unserved.Select(u => Left(problem, u))]),
        };
        if (problem.Fleet.Count > 1)
            json["coaches"] = new JsonArray([.. plan.Routes.Select(r => JsonValue.Create(problem.Fleet[r.Coach].Name))]);
        return json.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    /// <summary>The name of a reason in files, in snake case.</summary>
    public static string Code(LeftOut reason) => JsonNamingPolicy.SnakeCaseLower.ConvertName(reason.ToString());

    private static JsonNode Entry(Problem problem, Call call, bool flat)
    {
        var name = StopNames.Of(problem, call);
        if (flat) return int.TryParse(name, out var number) ? JsonValue.Create(number) : JsonValue.Create(name)!;
        return new JsonObject
        {
            ["stop"] = name,
            ["group"] = problem.Requests[call.Request].Id,
            [call.Kind == CallKind.Board ? "board" : "alight"] = call.Load,
        };
    }

    private static JsonObject Left(Problem problem, Unserved left) => new()
    {
        ["id"] = problem.Requests[left.Request].Id,
        ["load"] = left.Load,
        ["reason"] = Code(left.Reason),
        ["change"] = double.IsFinite(left.Change) ? Math.Round(left.Change, 2) : null,
    };
}
