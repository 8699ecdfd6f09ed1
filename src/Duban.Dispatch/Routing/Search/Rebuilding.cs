namespace Duban.Dispatch.Routing.Search;

/// <summary>
/// Takes two tours near each other apart, or in turn all of them, but for one job each, and puts their jobs back by the means that save
/// coaches, so that a search which few coaches hold in one place goes on from another (iterated local search: Lourenço, Martin and
/// Stützle 2003; multi-start: Martí, Handbook of Metaheuristics 2003).
/// </summary>
internal sealed class Rebuilding(Model model, Neighbours neighbours, AbsenceCounts counts, EjectionPool pool, Budget budget)
{
    private const int Tours = 2, Steps = 300, StepsForAll = 3000, Check = 16, Cycle = 128, Ejecting = 32;

    /// <summary>Two tours, or <paramref name="all"/>. False if somebody is still left out after so many steps, or when a share of the budget is used.</summary>
    public bool Apply(Draft draft, Rng rng, ref long iterations, double until, bool all)
    {
        var most = draft.UsedCount;
        if (all) TakeAllApart(draft, rng, most);
        else TakeApart(draft, rng);
        var steps = all ? StepsForAll : Steps;
        for (var step = 0; step < steps && draft.AbsentCount > 0; step++)
        {
            if (step % Check == 0 && budget.Used(iterations) >= until) return false;
            iterations++;
            if (step % Cycle == Ejecting) counts.Begin(draft);
            if (step % Cycle < Ejecting) pool.Step(draft, rng);
            else counts.Step(draft, rng, most);
        }
        return draft.AbsentCount == 0;
    }

    /// <summary>Keeps one job of each tour, drawn by chance, and puts back greedily what finds room.</summary>
    private void TakeAllApart(Draft draft, Rng rng, int most)
    {
        draft.Begin();
        for (var u = 0; u < draft.UsedCount; u++)
        {
            var tour = draft.Tours[draft.Used[u]];
            var kept = model.JobOf(tour.Seq[1 + rng.Below(tour.Length)]);
            for (var k = 1; k <= tour.Length; k++)
                if (model.JobOf(tour.Seq[k]) != kept) draft.Drop(tour.Seq[k]);
        }
        draft.Remove();
        draft.Commit();
        counts.Begin(draft);
        counts.Step(draft, rng, most);
    }

    private void TakeApart(Draft draft, Rng rng)
    {
        draft.Begin();
        var (taken, first) = (0, -1);
        foreach (var near in neighbours.Of(1 + rng.Below(model.Nodes - 2)))
        {
            var kept = model.JobOf(near);
            var slot = draft.Placed[kept];
            if (slot < 0 || slot == first) continue;
            var tour = draft.Tours[slot];
            for (var k = 1; k <= tour.Length; k++)
                if (model.JobOf(tour.Seq[k]) != kept) draft.Drop(tour.Seq[k]);
            first = slot;
            if (++taken == Tours) break;
        }
        draft.Remove();
        draft.Commit();
    }
}
