using System.Numerics;
using System.Runtime.Intrinsics;

namespace Duban.Dispatch.Routing.Search;

/// <summary>
/// The cheapest place for a visit in a tour without windows, eight places at a time and without a branch that could be guessed
/// wrongly. Distances are of single precision here, on a grid so coarse that sums and differences of them are exact as well; it is
/// finer than a quarter of a millionth of the longest way. The plan's price is told from the distances themselves.
/// </summary>
internal sealed class PlaceScan
{
    /// <summary>A way takes one bit less than single precision has, so that it holds the sum of two.</summary>
    private const int Bits = 23;

    /// <summary>The steps of the grid that the way to the nearest other place takes at the least, on the mean of the places.</summary>
    private const double Fine = 100;
    private readonly float[] to, from;
    private readonly int span;

    public PlaceScan(double[] far, double[] back, int span)
    {
        this.span = span;
        var longest = far.Max();
        var grid = longest > 0 ? Math.ScaleB(1, Math.ILogB(longest) + 1 - Bits) : 1;

        // Where a way that is closed is told by a huge number, the grid would be too coarse for those that are open.
        OnGrid = double.IsFinite(longest) && grid * Fine <= Nearest(far, span);
        float OnIt(double d) => OnGrid ? (float)(Math.Round(d / grid) * grid) : (float)d;
        to = [.. far.Select(OnIt)];
        from = ReferenceEquals(far, back) ? to : [.. back.Select(OnIt)];
    }

    /// <summary>True where the grid is fine enough for all distances, so that all lie on it.</summary>
    public bool OnGrid { get; }

    /// <summary>The way to the nearest place elsewhere, on the mean of all; infinite where nothing is elsewhere.</summary>
    private static double Nearest(double[] far, int span)
    {
        var (sum, count) = (0.0, 0);
        for (var a = 0; a < span; a++)
        {
            var nearest = double.PositiveInfinity;
            foreach (var d in far.AsSpan(a * span, span)) if (d > 0 && d < nearest) nearest = d;
            if (double.IsFinite(nearest)) (sum, count) = (sum + nearest, count + 1);
        }
        return count == 0 ? double.PositiveInfinity : sum / count;
    }

    /// <summary>The distance from one node to another.</summary>
    public float Way(int a, int b) => to[a * span + b];

    /// <summary>The legs to a node and from it, out of the rows that were just scanned.</summary>
    public (float First, float Second) Legs(int before, int node, int after) => (from[node * span + before], to[node * span + after]);

    /// <summary>The least detour that a node makes in a tour.</summary>
    public unsafe float Shortest(Tour tour, int node)
    {
        var best = Vector256.Create(float.PositiveInfinity);
        fixed (float* there = &to[node * span], back = &from[node * span], leg = tour.Short)
        fixed (int* seq = tour.Seq)
        {
            if (to != from)
                for (var i = 0; i <= tour.Length; i += Lanes.Count)
                    best = Vector256.Min(best, Fetch(back, seq + i) + Fetch(there, seq + i + 1) - Vector256.Load(leg + i + 1));
            else
            {
                // Where the way there is the way back, each distance is fetched once and serves both its neighbours.
                var carried = there[seq[0]];
                for (var i = 0; i <= tour.Length; i += Lanes.Count)
                {
                    var onward = Fetch(there, seq + i + 1);
                    var before = Vector256.Shuffle(onward, Vector256.Create(7, 0, 1, 2, 3, 4, 5, 6)).WithElement(0, carried);
                    carried = there[seq[i + Lanes.Count]];
                    best = Vector256.Min(best, before + onward - Vector256.Load(leg + i + 1));
                }
            }
        }
        return Lanes.Least(best);
    }

    /// <summary>The first position behind which a node makes a detour that <see cref="Shortest"/> found.</summary>
    public unsafe int Where(Tour tour, int node, float detour)
    {
        var wanted = Vector256.Create(detour);
        fixed (float* there = &to[node * span], back = &from[node * span], leg = tour.Short)
        fixed (int* seq = tour.Seq)
        {
            for (var i = 0; i <= tour.Length; i += Lanes.Count)
            {
                var ways = Fetch(back, seq + i) + Fetch(there, seq + i + 1) - Vector256.Load(leg + i + 1);
                var found = Vector256.Equals(ways, wanted).ExtractMostSignificantBits();
                if (found != 0) return i + BitOperations.TrailingZeroCount(found);
            }
        }
        return tour.Length;
    }

    private static unsafe Vector256<float> Fetch(float* row, int* seq) =>
        Vector256.Create(row[seq[0]], row[seq[1]], row[seq[2]], row[seq[3]], row[seq[4]], row[seq[5]], row[seq[6]], row[seq[7]]);
}
