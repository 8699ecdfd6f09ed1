namespace Duban.Dispatch.Routing.Search;

/// <summary>
/// A pool of jobs left out, last in first out: the newest is put in where there is room, or else where the lightest set of others
/// makes room for it; those go into the pool and the plan is stirred. A job weighs as often as it found no room, so that what is
/// hard to place is left alone (Nagata and Bräysy, Operations Research Letters 2009; for pairs Nagata and Kobayashi, PPSN 2010).
/// </summary>
internal sealed class EjectionPool
{
    private const int MostEjected = 5;
    private readonly Model model;
    private readonly Ejection ejection;
    private readonly Stirring stirring;
    private readonly int[] weight;

    public EjectionPool(Model model, Neighbours neighbours)
    {
        (this.model, ejection, stirring) = (model, Ejection.For(model), new Stirring(model, neighbours));
        weight = new int[model.Jobs];
        Array.Fill(weight, 1);
    }

    /// <summary>False where a tour is bound by more than windows and seats, or where jobs may be left out for a price.</summary>
    public static bool Suits(Model model) => !model.Rich && !model.SharingRules && !model.Coaches.Limited && model.Mandatory.All(m => m);

    /// <summary>Deals with the newest of those left out.</summary>
    public void Step(Draft draft, Rng rng)
    {
        draft.Begin();
        var settled = Advance(draft, rng);
        draft.Commit();
        if (!settled) stirring.Apply(draft, rng);
    }

    /// <summary>True if the newest of those left out found room without others leaving.</summary>
    private bool Advance(Draft draft, Rng rng)
    {
        var job = draft.TakeNewestAbsent();
        if (Settle(draft, rng, job)) return true;
        weight[job]++;
        ejection.Begin();
        var shift = rng.Below(draft.UsedCount);
        for (var u = 0; u < draft.UsedCount; u++)
            ejection.Seek(draft, draft.Used[(u + shift) % draft.UsedCount], job, weight, MostEjected, rng);
        if (ejection.Slot < 0) LeaveBelow(draft, rng, job);
        else Eject(draft, job);
        return false;
    }

    /// <summary>Puts a job that finds no room at all somewhere down the pool, so that others have their turn.</summary>
    private static void LeaveBelow(Draft draft, Rng rng, int job)
    {
        draft.Leave(job);
        var (top, other) = (draft.AbsentCount - 1, rng.Below(draft.AbsentCount));
        (draft.Absent[top], draft.Absent[other]) = (draft.Absent[other], draft.Absent[top]);
    }

    /// <summary>Puts the job into a tour with room for it, chosen by chance.</summary>
    private bool Settle(Draft draft, Rng rng, int job)
    {
        var (found, chosen, place) = (0, -1, -1);
        for (var u = 0; u < draft.UsedCount; u++)
        {
            var slot = draft.Used[u];
            draft.Insertion.Delta(draft.Tours[slot], job, draft.Amount[job], out var at);
            if (at < 0 || rng.Below(++found) > 0) continue;
            (chosen, place) = (slot, at);
        }
        if (chosen >= 0) draft.Insert(chosen, job, place);
        return chosen >= 0;
    }

    private void Eject(Draft draft, int job)
    {
        var order = ejection.Order;
        var tour = draft.Tours[ejection.Slot];
        for (int k = 1, at = 0; k <= tour.Length; k++)
        {
            while (at < order.Length && model.JobOf(order[at]) == job) at++;
            if (at < order.Length && order[at] == tour.Seq[k]) at++;
            else draft.Drop(tour.Seq[k]);
        }
        draft.Remove();

        // Without the ejected the others may come late until the job is in: then nothing is left to put it into.
        if (draft.Tours[ejection.Slot].Length != order.Length - (model.Paired ? 2 : 1))
        {
            draft.Leave(job);
            return;
        }
        var first = 0;
        while (model.JobOf(order[first]) != job) first++;
        if (!model.Paired)
        {
            draft.Insert(ejection.Slot, job, first);
            return;
        }
        var second = first + 1;
        while (model.JobOf(order[second]) != job) second++;
        draft.Insert(ejection.Slot, job, PairInsertion.At(first, second - 1));
    }
}
