namespace Duban.Dispatch.Routing.Search;

/// <summary>
/// Greedy insertion with blinks: each absent job goes where it costs least, now and then overlooking an offer
/// (Christiaens and Vanden Berghe, Transportation Science 2020, §4.2).
/// </summary>
internal sealed class Recreate(Model model, Rng rng, Splitting? splitting)
{
    private const double BlinkRate = 0.01, PlaceBlinkRate = 0.05;
    private const int FewPairs = 30;

    // Offers hold a tour's best place; some good orders are reached only through another. Without rules of the ride that pays for few pairs only.
    private readonly bool blinksAtPlaces = model.Rich || (model.Paired && model.Jobs <= FewPairs);
    private readonly Queue queue = new(model);

    /// <summary>For visits without windows, what a coach of their own costs them at the least, seldom little enough to be looked at closely.</summary>
    private readonly double[] leastAlone = !model.Brief ? [] :
        [.. Enumerable.Range(1, model.Jobs).Select(node => model.Coaches.LeastPerDistance * (model.Distance(0, node) + model.Distance(node, model.End)))];
    private readonly Blinks blinks = new(rng, BlinkRate);
    private readonly int[] pool = new int[model.Jobs];

    /// <summary>
    /// Tries to place all absent jobs; at most <paramref name="most"/> tours; a new tour where it is cheaper only if <paramref name="freely"/>.
    /// It stops where the plan costs <paramref name="limit"/> already, for then the step will be taken back.
    /// </summary>
    public void Apply(Draft draft, int most, bool freely, double limit = double.PositiveInfinity)
    {
        splitting?.Merge(draft);
        var count = draft.AbsentCount;
        Array.Copy(draft.Absent, pool, count);
        draft.TakeAllAbsent();
        queue.Sort(pool.AsSpan(0, count), rng);
        for (var i = 0; i < count; i++)
        {
            var job = pool[i];
            splitting?.Try(draft, rng, job, draft.UsedCount < most);
            Place(draft, job, most, freely);
            if (draft.Cost >= limit) return;
        }
    }

    private void Place(Draft draft, int job, int most, bool freely)
    {
        var (slot, at, best) = Best(draft, job);
        if (slot >= 0 && blinksAtPlaces && rng.Unit() < PlaceBlinkRate)
        {
            var rise = draft.Insertion.Blink(draft.Tours[slot], job, draft.Amount[job], rng, out var elsewhere);
            if (elsewhere >= 0) (at, best) = (elsewhere, rise + draft.PriceOfMove(job, slot));
        }
        if (draft.UsedCount < most && (slot < 0 || (freely && (leastAlone.Length == 0 || leastAlone[job] < best))))
        {
            var alone = draft.Insertion.Delta(draft.Empty, job, draft.Amount[job], out var first);
            var spare = alone < best ? draft.Spare(job) : -1;
            if (spare >= 0 && alone + draft.PriceOfMove(job, spare) < best && Sharing.Allows(draft, job, -1))
                (slot, at, best) = (spare, first, alone + draft.PriceOfMove(job, spare));
        }
        if (slot >= 0 && (model.Mandatory[job] || best < draft.PriceOf(job))) draft.Insert(slot, job, at);
        else draft.Leave(job);
    }

    private (int Slot, int At, double Rise) Best(Draft draft, int job)
    {
        if (!model.SharingRules && !draft.ChangesArePriced)
        {
            if (draft.Detours is { } detours) return detours.Cheapest(draft, job, blinks);
            if (!model.Coaches.Limited) return draft.Offers.Cheapest(draft, job, blinks);
        }
        var (slot, at, best) = (-1, -1, double.PositiveInfinity);
        for (var u = 0; u < draft.UsedCount; u++)
        {
            var s = draft.Used[u];
            var rise = draft.Offers.Ask(draft, job, s, out var place) + draft.PriceOfMove(job, s);
            if (rise >= best || blinks.Next()) continue;
            if (model.SharingRules && !Sharing.Allows(draft, job, s)) continue;
            (slot, at, best) = (s, place, rise);
        }
        return (slot, at, best);
    }
}
