namespace Duban.Dispatch.Routing.Search;

/// <summary>
/// Saves coaches by ruin and recreate with jobs left out, preferring to leave out those that are rarely left out
/// (Christiaens and Vanden Berghe, Transportation Science 2020, §5).
/// </summary>
internal sealed class AbsenceCounts(Model model, StringRemoval ruin, Recreate recreate, double temperature)
{
    private readonly int[] absences = new int[model.Jobs];
    private long standing;

    /// <summary>To be called when the plan has been changed by others.</summary>
    public void Begin(Draft draft) => standing = Standing(draft);

    /// <summary>Puts those left out where they cost least, in at most <paramref name="most"/> tours, as far as they find room.</summary>
    public void PutBack(Draft draft, int most)
    {
        draft.Begin();
        recreate.Apply(draft, most, false);
        draft.Commit();
    }

    /// <summary>One step that fills at most <paramref name="most"/> tours.</summary>
    public void Step(Draft draft, Rng rng, int most)
    {
        var (before, absentBefore) = (draft.TourCost, draft.AbsentCount);
        draft.Begin();
        ruin.Apply(draft, rng);
        recreate.Apply(draft, most, false);
        for (var i = 0; i < draft.AbsentCount; i++) absences[draft.Absent[i]]++;
        var now = Standing(draft);
        if (now < standing || (draft.AbsentCount <= absentBefore && draft.TourCost < before - temperature * Math.Log(rng.Unit())))
        {
            draft.Commit();
            standing = now;
        }
        else draft.Rollback();
    }

    /// <summary>How often the jobs of a tour have been left out.</summary>
    public long Of(Tour tour)
    {
        var sum = 0L;
        for (var k = 1; k <= tour.Length; k++) sum += absences[model.JobOf(tour.Seq[k])];
        return sum;
    }

    private long Standing(Draft draft)
    {
        var sum = 0L;
        for (var i = 0; i < draft.AbsentCount; i++) sum += absences[draft.Absent[i]];
        return sum;
    }
}
