namespace Duban.Dispatch.Routing.Search;

/// <summary>
/// Saves one coach after the other: a tour is emptied, and its jobs have to find room in the others, by absence counts and by an
/// ejection pool in turn, for each finds what the other does not.
/// </summary>
internal sealed class FleetPhase
{
    /// <summary>The share of the budget that a turn takes; the pool has two turns of three.</summary>
    private const double Turn = 0.01;
    private readonly Model model;
    private readonly Draft draft;
    private readonly Snapshot best;
    private readonly Rng rng;
    private readonly AbsenceCounts counts;
    private readonly EjectionPool? pool;
    private bool ejecting;
    private int most;

    public FleetPhase(Model model, Neighbours neighbours, Draft draft, Snapshot best, Rng rng, AbsenceCounts counts, Budget budget)
    {
        (this.model, this.draft, this.best, this.rng, this.counts) = (model, draft, best, rng, counts);
        if (EjectionPool.Suits(model))
        {
            pool = new EjectionPool(model, neighbours);
            Rebuilding = new Rebuilding(model, neighbours, counts, pool, budget);
        }
        (Least, most) = (LeastTours(), draft.Slots);
    }

    /// <summary>No plan has fewer tours: the load needs them. A tour of pairs may empty and fill again, so there the bound is one.</summary>
    public int Least { get; }

    /// <summary>A way to another plan of as many tours; null where the ejection pool does not suit.</summary>
    public Rebuilding? Rebuilding { get; }

    /// <summary>To be called when the plan has been changed by others.</summary>
    public void Begin()
    {
        if (draft.AbsentCount == 0) Empty();
        counts.Begin(draft);
    }

    /// <summary>One step of the way that has its turn at a share of the budget.</summary>
    public void Step(double used)
    {
        var turn = pool is not null && (int)(used / Turn) % 3 < 2;
        if (turn != ejecting)
        {
            ejecting = turn;
            counts.Begin(draft);
        }
        if (ejecting) pool!.Step(draft, rng);
        else counts.Step(draft, rng, most);
        if (draft.AbsentCount > 0) return;
        best.Take(draft);
        if (best.Tours > Least) Begin();
    }

    private void Empty()
    {
        most = draft.UsedCount - 1;
        var (fewest, slot) = (long.MaxValue, -1);
        for (var u = 0; u < draft.UsedCount; u++)
        {
            var sum = counts.Of(draft.Tours[draft.Used[u]]);
            if (sum < fewest) (fewest, slot) = (sum, draft.Used[u]);
        }
        draft.Begin();
        var chosen = draft.Tours[slot];
        for (var k = 1; k <= chosen.Length; k++) draft.Drop(chosen.Seq[k]);
        draft.Remove();
        draft.Commit();
    }

    private int LeastTours() => model.Paired ? 1
        : (int)Math.Max(1, (model.Problem.Requests.Sum(r => (long)r.Load) + model.Coaches.MostSeats - 1) / model.Coaches.MostSeats);
}
