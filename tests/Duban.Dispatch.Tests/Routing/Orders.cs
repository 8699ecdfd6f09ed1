using Duban.Dispatch.Routing;
using Duban.Dispatch.Routing.Checking;
using Duban.Dispatch.Routing.Search;

namespace Duban.Dispatch.Tests.Routing;

/// <summary>The orders of a draft's tours, and the plan that they are in the caller's terms.</summary>
internal static class Orders
{
    /// <summary>The stops of every tour, in order.</summary>
    public static List<int[]> Of(Draft draft) => [.. draft.Used.Take(draft.UsedCount).Select(s => draft.Tours[s].Seq[1..(draft.Tours[s].Length + 1)])];

    /// <summary>A plan that one size of coach drives, with what it costs.</summary>
    public static Plan PlanOf(Problem problem, Model model, List<int[]> orders)
    {
        var plan = new Plan { Cost = 0, Routes = [.. orders.Select(o => new Route(0, [.. o.Select(n => CallAt(model, n))]))] };
        return plan with { Cost = Validator.Cost(problem, plan) };
    }

    private static Call CallAt(Model model, int node) => new(
        model.ParentOf[model.JobOf(node)], !model.Paired ? CallKind.Visit : model.IsBoarding(node) ? CallKind.Board : CallKind.Alight, model.Load[model.JobOf(node)]);
}
