using System.Numerics;

namespace Duban.Dispatch.Routing.Search;

/// <summary>xoshiro256** of Blackman and Vigna (2021): small, fast, and the same on every machine for a seed.</summary>
internal sealed class Rng
{
    private ulong a, b, c, d;

    public Rng(ulong seed)
    {
        // SplitMix64 spreads neighbouring seeds far apart.
        ulong Spread()
        {
            var z = seed += 0x9E3779B97F4A7C15;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
        (a, b, c, d) = (Spread(), Spread(), Spread(), Spread());
    }

    public ulong Next()
    {
        var result = BitOperations.RotateLeft(b * 5, 7) * 9;
        var t = b << 17;
        c ^= a;
        d ^= b;
        b ^= c;
        a ^= d;
        c ^= t;
        d = BitOperations.RotateLeft(d, 45);
        return result;
    }

    /// <summary>A whole number from 0 to below <paramref name="bound"/>.</summary>
    public int Below(int bound) => (int)(((Next() >> 32) * (ulong)bound) >> 32);

    /// <summary>A number from 0 to below 1.</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1ul << 53));
}
