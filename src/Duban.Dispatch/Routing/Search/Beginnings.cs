namespace Duban.Dispatch.Routing.Search;

/// <summary>
/// Which coach serves which part of the map is settled early and seldom undone where sizes differ or windows bind: several short
/// searches begin from nothing (multi-start: Martí, Handbook of Metaheuristics 2003), if each is long enough to settle.
/// </summary>
internal sealed class Beginnings(Searcher searcher, Model model)
{
    /// <summary>The share that a search has, and the steps for each job that it needs to be worth it.</summary>
    private const double Share = 0.12, ShareScarce = 0.06;
    private const int Settling = 1000, SettlingSized = 300;

    /// <summary>For visits and several sizes of coach: the steps for each visit that a search has, its least share, and that of the first.</summary>
    private const int Steps = 800;
    private const double Least = 0.02, First = 0.04;
    private readonly bool sized = SizedExchange.Suits(model);

    /// <summary>Begins searches until a share of the budget is used; true if there were several.</summary>
    public bool Run(double until)
    {
        if ((model.Paired && !model.Split) || !(model.Coaches.Limited || model.Timed || sized)) return false;
        var (most, round) = (searcher.Most, 1);
        for (; searcher.Used < until; round++)
        {
            var settled = searcher.Iterations + (model.Coaches.Limited || sized ? SettlingSized : Settling) * model.Requests;
            searcher.Cool(End(until));
            if (searcher.Iterations < settled) break;

            // With every seat taken a coach fewer is often cheaper, but no step of a walk that has one more leads there.
            if (model.Split) searcher.Most = round % 2 == 1 && searcher.Best.Missing == 0 ? Math.Max(1, searcher.Best.Tours - 1) : most;
            searcher.BuildAnew(searcher.Most);
        }
        searcher.Most = most;
        return round > 1;
    }

    /// <summary>When a search begun now ends: none is left too short.</summary>
    private double End(double until)
    {
        var used = searcher.Used;
        if (!sized) return Math.Min(until, used + (model.Coaches.Limited && !model.Split ? ShareScarce : Share));
        var length = searcher.Iterations == 0 ? First : Math.Clamp(Steps * model.Requests * used / searcher.Iterations, Least, Share);
        return used + 1.5 * length < until ? used + length : until;
    }
}
