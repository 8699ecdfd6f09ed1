namespace Duban.Dispatch.Routing.Search;

/// <summary>Groups that must or must not share a coach; two parts of one group never do, for they would be one part.</summary>
internal static class Sharing
{
    /// <summary>True if the job may ride in a tour (-1 = one of its own).</summary>
    public static bool Allows(Draft draft, int job, int slot)
    {
        var model = draft.Model;
        if (!model.SharingRules) return true;
        if (slot >= 0)
            foreach (var part in model.PartsOf[model.ParentOf[job]])
                if (draft.Placed[part] == slot) return false;
        var (together, apart) = (model.Together[job], model.Apart[job]);
        if (together >= 0)
            for (var other = 0; other < model.Jobs; other++)
                if (model.Together[other] == together && draft.Placed[other] >= 0 && draft.Placed[other] != slot) return false;
        if (apart < 0 || slot < 0) return true;
        var tour = draft.Tours[slot];
        for (var k = 1; k <= tour.Length; k++)
        {
            var label = model.Apart[model.JobOf(tour.Seq[k])];
            if (label >= 0 && label != apart) return false;
        }
        return true;
    }
}
