namespace Duban.Dispatch.Routing.Search;

/// <summary>
/// Splitting a group as a move: a part takes the seats left in one tour, the rest goes on as a request of its own; parts that are
/// taken out together become one again (the idea of Dror and Trudeau, Transportation Science 1989, inside ruin and recreate).
/// </summary>
internal sealed class Splitting(Model model)
{
    private const double Share = 0.3;
    private readonly SplitCover cover = new(model);

    /// <summary>Absent parts of one group become one.</summary>
    public void Merge(Draft draft)
    {
        var kept = 0;
        for (var i = 0; i < draft.AbsentCount; i++)
        {
            var job = draft.Absent[i];
            var into = -1;
            for (var k = 0; k < kept && into < 0; k++)
                if (model.ParentOf[draft.Absent[k]] == model.ParentOf[job]) into = draft.Absent[k];
            if (into < 0)
            {
                draft.Absent[kept++] = job;
                continue;
            }
            var people = draft.Amount[job];
            draft.Resize(job, 0);
            draft.Resize(into, draft.Amount[into] + people);
        }
        draft.AbsentCount = kept;
    }

    /// <summary>Marks, half of the time, the other parts of the groups marked for removal, so that they can become one.</summary>
    public void MarkSiblings(Draft draft, Rng rng)
    {
        var marked = draft.DroppedCount;
        for (var i = 0; i < marked; i++)
            foreach (var part in model.PartsOf[model.ParentOf[draft.Dropped(i)]])
                if (draft.Placed[part] >= 0 && !draft.IsDropped(model.First(part)) && rng.Unit() < 0.5) draft.Drop(model.First(part));
    }

    /// <summary>
    /// Seats a group in several tours if that costs less than the whole: now and then, and always where no tour that drives has room
    /// for it, which is how a coach with few people is saved.
    /// </summary>
    public void Try(Draft draft, Rng rng, int job, bool mayOpen)
    {
        var (people, least) = (draft.Amount[job], model.Problem.Requests[model.ParentOf[job]].LeastPart);
        var spare = Spare(draft, job);
        if (spare < 0 || people < 2 * least) return;
        if (people > Math.Min(model.Coaches.MostSeats, SplitCover.MostPeople))
        {
            if (people > model.Coaches.MostSeats || rng.Unit() < Share) InTwo(draft, rng, job, spare, people, least, mayOpen);
            return;
        }
        if (rng.Unit() >= Share && HasRoom(draft, job)) return;
        var parts = cover.Seek(draft, rng, job, spare, Math.Min(people / least, 1 + Spares(draft, job)), least, mayOpen);
        for (var i = 0; i + 1 < parts.Count; i++)
        {
            spare = Spare(draft, job);
            draft.Insertion.Delta(draft.Tours[parts[i].Slot], spare, parts[i].People, out var at);

            // The part before may have taken the last coach of the size that this one counted on.
            if (at < 0) return;
            draft.Resize(spare, parts[i].People);
            draft.Resize(job, draft.Amount[job] - parts[i].People);
            draft.Insert(parts[i].Slot, spare, at);
        }
    }

    private bool HasRoom(Draft draft, int job)
    {
        for (var u = 0; u < draft.UsedCount; u++)
            if (!float.IsPositiveInfinity(draft.Offers.Ask(draft, job, draft.Used[u], out _)) && Sharing.Allows(draft, job, draft.Used[u])) return true;
        return false;
    }

    private int Spares(Draft draft, int job)
    {
        var spares = 0;
        foreach (var part in model.PartsOf[model.ParentOf[job]]) spares += draft.Amount[part] == 0 ? 1 : 0;
        return spares;
    }

    /// <summary>Puts a part of a large group where seats are left, if that and the rest together cost less than the whole.</summary>
    private void InTwo(Draft draft, Rng rng, int job, int spare, int people, int least, bool mayOpen)
    {
        var whole = Cheapest(draft, job, people, -1);
        var (best, slot, size, at, first) = (double.PositiveInfinity, -1, 0, -1, 0.0);
        for (var u = 0; u < draft.UsedCount; u++)
        {
            var tour = draft.Tours[draft.Used[u]];
            var part = Math.Min(people - least, model.Coaches.Seats(tour.Type) - tour.Load);
            if (part < least || !Sharing.Allows(draft, job, draft.Used[u])) continue;
            var rise = draft.Insertion.Delta(tour, spare, part, out var place);
            if (rise >= whole) continue;

            // What the part saves is what its share of the whole would have cost.
            var gain = rise - (double.IsInfinity(whole) ? 0 : whole * part / people);
            if (gain < best) (best, slot, size, at, first) = (gain, draft.Used[u], part, place, rise);
        }
        if (slot < 0 && people > model.Coaches.MostSeats) Overflow(draft, rng, job, spare, Math.Min(people - least, model.Coaches.MostSeats), mayOpen);
        if (slot < 0) return;
        if (first + Cheapest(draft, job, people - size, slot) >= whole && !double.IsInfinity(whole)) return;
        draft.Resize(spare, size);
        draft.Resize(job, people - size);
        draft.Insert(slot, spare, at);
    }

    /// <summary>A group larger than any coach fills one of its own, and what is left of it is looked at again.</summary>
    private void Overflow(Draft draft, Rng rng, int job, int spare, int part, bool mayOpen)
    {
        var slot = draft.Spare(job);
        var rise = draft.Insertion.Delta(draft.Empty, spare, part, out var at);
        if (slot < 0 || double.IsInfinity(rise)) return;
        draft.Resize(job, draft.Amount[job] - part);
        draft.Resize(spare, part);
        draft.Insert(slot, spare, at);
        Try(draft, rng, job, mayOpen);
    }

    private int Spare(Draft draft, int job)
    {
        foreach (var part in model.PartsOf[model.ParentOf[job]])
            if (draft.Amount[part] == 0) return part;
        return -1;
    }

    private double Cheapest(Draft draft, int job, int people, int except)
    {
        var best = draft.Insertion.Delta(draft.Empty, job, people, out _);
        for (var u = 0; u < draft.UsedCount; u++)
            if (draft.Used[u] != except && Sharing.Allows(draft, job, draft.Used[u]))
                best = Math.Min(best, draft.Insertion.Delta(draft.Tours[draft.Used[u]], job, people, out _));
        return best;
    }
}
