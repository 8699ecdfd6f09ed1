namespace Duban.Dispatch.Routing.Search;

/// <summary>
/// With few coaches a step may leave somebody out. What that weighs is steered so that it is seldom accepted (penalties steered by
/// feasibility: Vidal et al., Operations Research 2012, §4.2), and a walk that does not find back goes home to the last complete plan.
/// </summary>
internal sealed class Completeness
{
    private const int Weighing = 256, Remembering = 64, Patience = 3000;
    private const double AtFirst = 5, Up = 1.15, Down = 0.9, AtHome = 1.5;
    private readonly Model model;
    private readonly Draft draft;
    private readonly double least;
    private bool lacked;
    private int away;

    /// <summary>The last complete plan remembered, at most some steps old when nobody is left out.</summary>
    public Snapshot Home { get; }

    /// <summary>Begins at a plan; leaving somebody out never weighs less than <paramref name="least"/>.</summary>
    public Completeness(Model model, Draft draft, double least)
    {
        (this.model, this.draft, this.least) = (model, draft, least);
        (Home = new Snapshot(model)).Take(draft);
        draft.Weigh(AtFirst * least);
    }

    /// <summary>To be called when the plan has been changed by others.</summary>
    public void Begin()
    {
        Home.Take(draft);
        away = 0;
    }

    /// <summary>To be called before each step.</summary>
    public void Step(int step)
    {
        if (draft.Missing > 0)
        {
            lacked = true;
            if (++away > Patience && Home.Missing == 0) GoHome();
        }
        else
        {
            away = 0;
            if (step % Remembering == 0) Home.Take(draft);
        }
        if (step % Weighing != 0) return;
        draft.Weigh(Math.Clamp(draft.Mandate * (lacked ? Up : Down), least, model.Dearest));
        lacked = false;
    }

    private void GoHome()
    {
        Home.Restore(draft);
        draft.Weigh(Math.Min(model.Dearest, AtHome * draft.Mandate));
        away = 0;
    }
}
