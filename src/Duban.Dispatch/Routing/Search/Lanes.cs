using System.Runtime.Intrinsics;

namespace Duban.Dispatch.Routing.Search;

/// <summary>What all that is looked through by vectors agrees on.</summary>
internal static class Lanes
{
    /// <summary>How many numbers of four bytes are looked at at once.</summary>
    public const int Count = 8;

    /// <summary>The length of a row that ends on a whole vector.</summary>
    public static int Padded(int slots) => (slots + Count - 1) / Count * Count;

    /// <summary>The least of the lanes.</summary>
    public static float Least(Vector256<float> v)
    {
        var half = Vector128.Min(v.GetLower(), v.GetUpper());
        half = Vector128.Min(half, Vector128.Shuffle(half, Vector128.Create(2, 3, 0, 1)));
        return Vector128.Min(half, Vector128.Shuffle(half, Vector128.Create(1, 0, 3, 2))).ToScalar();
    }
}
