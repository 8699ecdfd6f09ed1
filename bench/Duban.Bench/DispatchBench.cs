using System.Globalization;
using System.Text.Json.Nodes;
using Duban.Dispatch.Routing;
using Duban.Dispatch.Routing.Checking;
using Duban.Dispatch.Routing.Files;

namespace Duban.Bench;

/// <summary>Routing on a folder of benchmark files: medians over seeds beside the best-known solutions of its bks.json.</summary>
public static class DispatchBench
{
    /// <summary>Prints one line for each file; every plan is validated.</summary>
    public static void Run(string folder, double seconds, int seeds, int threads)
    {
        var known = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "bks.json")))!.AsObject();
        foreach (var path in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
        {
            if (Path.GetExtension(path) is not (".vrp" or ".txt") && !Path.GetFileName(path).StartsWith("county", StringComparison.Ordinal)) continue;
            var best = known[Path.GetFileNameWithoutExtension(path)];

            // Solomon's files are the ones whose best-known solution names no number of vehicles.
            var dimacs = path.EndsWith(".txt", StringComparison.Ordinal) && best?["veh"] is null;
            foreach (var least in path.EndsWith(".json", StringComparison.Ordinal) ? new[] { 0, 1 } : [0])
            {
                var problem = InstanceFile.Read(File.ReadAllText(path), new ReadOptions { Dimacs = dimacs, LeastPart = least });
                Console.WriteLine(Line(Path.GetFileNameWithoutExtension(path) + (least > 0 ? " split" : ""), problem, best, seconds, seeds, threads));
            }
        }
    }

    private static string Line(string name, Problem problem, JsonNode? best, double seconds, int seeds, int threads)
    {
        var plans = Enumerable.Range(1, seeds)
            .Select(seed => Solver.Solve(problem, new SolveOptions { Seconds = seconds, Seed = (ulong)seed, Threads = threads }))
            .OrderBy(p => problem.Objective == Objective.Vehicles ? p.Routes.Count : 0)
            .ThenBy(p => p.Cost)
            .ToList();
        var faults = plans.Sum(p => Validator.Check(problem, p).Count);
        var median = plans[plans.Count / 2];
        var gap = best is null ? "" : ((median.Cost / best["cost"]!.GetValue<double>() - 1) * 100).ToString("+0.00;-0.00", CultureInfo.InvariantCulture) + " %";
        var vehicles = best?["veh"] is { } veh ? $"{median.Routes.Count} ({median.Routes.Count - veh.GetValue<int>():+0;-0;+0})" : $"{median.Routes.Count}";
        return $"{name} | {vehicles} vehicles | {median.Cost:0.00} | {gap} | {median.Iterations / median.Seconds:0} steps/s | {(faults == 0 ? "valid" : "INVALID")}";
    }
}
