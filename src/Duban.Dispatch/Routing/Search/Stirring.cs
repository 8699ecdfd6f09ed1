namespace Duban.Dispatch.Routing.Search;

/// <summary>
/// Changes a plan by chance, whatever it costs, so that room arises elsewhere: a job moves into a tour that passes nearby, or two jobs
/// of such tours change places (the perturbation of Nagata and Bräysy, Operations Research Letters 2009).
/// </summary>
internal sealed class Stirring(Model model, Neighbours neighbours)
{
    private const int Moves = 60, Reach = 40;
    private const double Exchanges = 0.5;

    /// <summary>Tries a number of moves.</summary>
    public void Apply(Draft draft, Rng rng)
    {
        for (var move = 0; move < Moves; move++)
        {
            var node = 1 + rng.Below(model.Nodes - 2);
            var near = neighbours.Of(node);
            var other = near[rng.Below(Math.Min(Reach, near.Length))];
            var (job, mate) = (model.JobOf(node), model.JobOf(other));
            var (from, to) = (draft.Placed[job], draft.Placed[mate]);
            if (from < 0 || to < 0 || from == to) continue;
            if (rng.Unit() < Exchanges) Exchange(draft, job, mate, from, to);
            else Move(draft, job, from, to);
        }
    }

    private void Move(Draft draft, int job, int from, int to)
    {
        if (draft.Tours[from].Length <= (model.Paired ? 2 : 1)) return;
        draft.Insertion.Delta(draft.Tours[to], job, draft.Amount[job], out var at);
        if (at < 0) return;
        draft.Begin();
        if (!draft.Take(job))
        {
            draft.Rollback();
            return;
        }
        draft.Insert(to, job, at);
        draft.Commit();
    }

    private static void Exchange(Draft draft, int job, int mate, int from, int to)
    {
        draft.Begin();
        if (draft.Take(job) && draft.Take(mate) && Place(draft, job, to) && Place(draft, mate, from)) draft.Commit();
        else draft.Rollback();
    }

    private static bool Place(Draft draft, int job, int slot)
    {
        draft.Insertion.Delta(draft.Tours[slot], job, draft.Amount[job], out var at);
        if (at >= 0) draft.Insert(slot, job, at);
        return at >= 0;
    }
}
