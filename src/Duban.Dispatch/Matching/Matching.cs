namespace Duban.Dispatch.Matching;

/// <summary>Who gets which post.</summary>
/// <param name="PostOf">Each seeker's post; -1 = none.</param>
/// <param name="Total">The sum of the fits.</param>
/// <param name="Bound">What the total cannot exceed under the same rules; not a number where none was computed.</param>
public sealed record Matching(int[] PostOf, double Total, double Bound)
{
    /// <summary>How far the total may be below the best, as a share.</summary>
    public double Gap => Bound > 0 ? Math.Max(0, Bound - Total) / Bound : 0;

    internal static double Sum(Market market, int[] postOf)
    {
        var total = 0.0;
        for (var s = 0; s < postOf.Length; s++)
            if (postOf[s] >= 0) total += market.Fit(s, postOf[s]);
        return total;
    }
}
