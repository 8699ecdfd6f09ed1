namespace Duban.Dispatch.Routing.Search;

/// <summary>
/// Takes some tours near each other apart, but for one job each, and puts their jobs back by the means that save coaches, so that a
/// search which few coaches hold in one place goes on from another (iterated local search: Lourenço, Martin and Stützle 2003).
/// </summary>
internal sealed class Rebuilding(Model model, Neighbours neighbours, AbsenceCounts counts, EjectionPool pool, Budget budget)
{
    private const int Fewest = 2, Most = 6, Steps = 600, Cycle = 128, Ejecting = 32;

    /// <summary>False if somebody is still left out after so many steps, or when a share of the budget is used.</summary>
    public bool Apply(Draft draft, Rng rng, ref long iterations, double until)
    {
        var most = draft.UsedCount;
        TakeApart(draft, rng);
        return Repair(draft, rng, ref iterations, until, most);
    }

    /// <summary>Puts all who are left out into at most so many tours, greedily first; false as in <see cref="Apply"/>.</summary>
    public bool Complete(Draft draft, Rng rng, ref long iterations, double until, int most)
    {
        counts.PutBack(draft, most);
        return Repair(draft, rng, ref iterations, until, most);
    }

    private bool Repair(Draft draft, Rng rng, ref long iterations, double until, int most)
    {
        counts.Begin(draft);
        for (var step = 0; step < Steps && draft.AbsentCount > 0; step++)
        {
            if (step % Budget.Often == 0 && budget.Used(iterations) >= until) return false;
            iterations++;
            if (step % Cycle == Ejecting) counts.Begin(draft);
            if (step % Cycle < Ejecting) pool.Step(draft, rng);
            else counts.Step(draft, rng, most);
        }
        return draft.AbsentCount == 0;
    }

    private void TakeApart(Draft draft, Rng rng)
    {
        draft.Begin();
        var (left, seen) = (rng.Below(Most - Fewest + 1) + Fewest, new HashSet<int>());
        foreach (var near in neighbours.Of(1 + rng.Below(model.Nodes - 2)))
        {
            var kept = model.JobOf(near);
            var slot = draft.Placed[kept];
            if (slot < 0 || !seen.Add(slot)) continue;
            var tour = draft.Tours[slot];
            for (var k = 1; k <= tour.Length; k++)
                if (model.JobOf(tour.Seq[k]) != kept) draft.Drop(tour.Seq[k]);
            if (--left == 0) break;
        }
        draft.Remove();
        draft.Commit();
    }
}
