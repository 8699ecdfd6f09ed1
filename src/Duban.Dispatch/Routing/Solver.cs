using Duban.Dispatch.Routing.Search;

namespace Duban.Dispatch.Routing;

/// <summary>Plans coaches: the library's front door for routing.</summary>
public static class Solver
{
    /// <summary>Searches for the best plan within the budget; cancelling returns the best so far.</summary>
    public static Plan Solve(Problem problem, SolveOptions? options = null, CancellationToken stop = default)
    {
        options ??= new SolveOptions();
        var model = new Model(problem);
        var budget = new Budget(options.Seconds, options.Iterations, options.Clock, stop);
        var searcher = new Searcher(model, new Neighbours(model, 500), options.Seed, budget);
        searcher.Build();
        if (problem.Objective == Objective.Vehicles)
        {
            searcher.SaveCoaches(Searcher.FleetShare);
            searcher.Anneal(budget.Used(searcher.Iterations), 1, Searcher.Warm);
        }
        else searcher.Anneal(0, 1, Searcher.Hot);
        return PlanWriter.Write(searcher.Draft, searcher.Best, budget.Seconds, searcher.Iterations);
    }
}
