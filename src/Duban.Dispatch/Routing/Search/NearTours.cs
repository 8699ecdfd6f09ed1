namespace Duban.Dispatch.Routing.Search;

/// <summary>Two tours that pass near each other, drawn by chance: a visit of the one, and a near visit that stands in the other.</summary>
/// <param name="Visit">The visit of the first tour.</param>
/// <param name="NearVisit">One of its nearest, in the second tour.</param>
/// <param name="First">The first tour.</param>
/// <param name="Second">The second tour.</param>
internal readonly record struct NearTours(int Visit, int NearVisit, int First, int Second)
{
    /// <summary>Draws one; false where the pair stands in one tour, or one of them in none.</summary>
    public static bool Draw(Model model, Neighbours neighbours, Draft draft, Rng rng, int nearest, out NearTours drawn)
    {
        drawn = default;
        var i = 1 + rng.Below(model.Nodes - 2);
        var near = neighbours.Of(i);
        if (near.Length < 2) return false;
        var j = near[1 + rng.Below(Math.Min(nearest, near.Length - 1))];
        drawn = new(i, j, draft.Placed[model.JobOf(i)], draft.Placed[model.JobOf(j)]);
        return drawn.First >= 0 && drawn.Second >= 0 && drawn.First != drawn.Second;
    }

    /// <summary>What a plan costs at the least after an exchange between two tours that makes the way longer by so much.</summary>
    public static double LeastCost(Model model, Draft draft, Tour one, Tour two, double rise)
    {
        // Where there are several sizes of coach a longer way may still be a cheaper one, but not by much.
        var saved = model.Coaches.Types == 1 ? 0 : 0.1 * (one.Cost + two.Cost);
        return draft.Cost + rise * model.Coaches.LeastPerDistance - saved;
    }
}
