using Duban.Dispatch.Routing.Search;

namespace Duban.Dispatch.Routing;

/// <summary>Plans coaches: the library's front door for routing.</summary>
public static class Solver
{
    private const int MostNeighbours = 500;

    /// <summary>Searches for the best plan within the budget; cancelling returns the best so far.</summary>
    public static Plan Solve(Problem problem, SolveOptions? options = null, CancellationToken stop = default)
    {
        options ??= new SolveOptions();
        if (problem.Requests.Count == 0) return new Plan { Routes = [], Cost = 0 };
        var budget = new Budget(options.Seconds, options.Iterations, options.Clock, stop);
        var model = new Model(problem);
        var neighbours = new Neighbours(model, MostNeighbours);
        var searchers = Enumerable.Range(0, Math.Max(1, options.Threads))
            .Select(i => new Searcher(i == 0 ? model : model.ForAnotherThread(), neighbours, options.Seed + 1_000_003ul * (ulong)i, budget))
            .ToArray();
        if (options.Report is { } report) searchers[0].Report = NowAndThen(report, searchers[0], budget);
        var islands = new Islands(searchers, problem.Objective);
        islands.Run(options.Start, options.PriceOfChange);
        var best = islands.Best;
        return PlanWriter.Write(best.Draft, best.Best, options.Start?.Routes.Count ?? 0, budget.Seconds, searchers.Sum(s => s.Iterations));
    }

    private static Action<double> NowAndThen(Action<Progress> report, Searcher searcher, Budget budget)
    {
        var next = 0.0;
        return used =>
        {
            if (budget.Seconds < next) return;
            next = budget.Seconds + 0.25;
            report(new Progress(used, searcher.Best.Tours, searcher.Best.Cost, searcher.Best.Missing));
        };
    }
}
