using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Duban.Dispatch.Routing.Search;

/// <summary>
/// Remembers where each job fits best into each tour. A tour carries a stamp that changes when it changes and comes back when it
/// comes back, so after a rejected step everything remembered is valid again; eight tours are asked by one comparison of vectors.
/// </summary>
internal sealed class Offers
{
    private readonly int width;
    private readonly int[] stamps, places;
    private readonly float[] rises;
    private readonly int[] free;

    public Offers(int jobs, int slots, bool scarce)
    {
        // What stands behind the last slot is never stale and never cheapest.
        width = Lanes.Padded(slots);
        (stamps, places, rises) = (new int[jobs * width], new int[jobs * width], new float[jobs * width]);
        free = scarce ? new int[jobs * width] : [];
        ForgetAll();
    }

    public void Forget(int job) => stamps.AsSpan(job * width, width).Clear();

    public void ForgetAll()
    {
        Array.Clear(stamps);
        Array.Fill(rises, float.PositiveInfinity);
    }

    /// <summary>The cheapest tour for a job; each may be overlooked by chance (<paramref name="blinks"/>) in favour of the next.</summary>
    public (int Slot, int At, double Rise) Cheapest(Draft draft, int job, Blinks blinks)
    {
        Renew(draft, job);
        ref var row = ref MemoryMarshal.GetArrayDataReference(rises);
        row = ref Unsafe.Add(ref row, job * width);
        while (true)
        {
            var least = Vector256.Create(float.PositiveInfinity);
            for (var s = 0; s < draft.Reach; s += Lanes.Count) least = Vector256.Min(least, Vector256.LoadUnsafe(ref row, (nuint)s));
            var rise = Lanes.Least(least);
            if (float.IsPositiveInfinity(rise)) return (-1, -1, double.PositiveInfinity);
            var slot = Where(ref row, rise);
            if (!blinks.Next()) return (slot, places[job * width + slot], rise);

            // An offer overlooked is forgotten, so that the next look at it finds it again.
            (stamps[job * width + slot], rises[job * width + slot]) = (0, float.PositiveInfinity);
        }
    }

    /// <summary>What one tour offers, for problems in which offers are to be looked at one by one.</summary>
    public float Ask(Draft draft, int job, int slot, out int at)
    {
        var i = job * width + slot;
        var coaches = draft.Model.Coaches.Free;
        if (stamps[i] != draft.Stamps[slot] || (free.Length > 0 && free[i] != coaches))
        {
            if (free.Length > 0) free[i] = coaches;
            Measure(draft, job, slot);
        }
        at = places[i];
        return rises[i];
    }

    private void Renew(Draft draft, int job)
    {
        ref var now = ref MemoryMarshal.GetArrayDataReference(draft.Stamps);
        ref var then = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(stamps), job * width);
        for (var s = 0; s < draft.Reach; s += Lanes.Count)
        {
            var same = Vector256.Equals(Vector256.LoadUnsafe(ref now, (nuint)s), Vector256.LoadUnsafe(ref then, (nuint)s));
            for (var stale = ~same.ExtractMostSignificantBits() & 0xFF; stale != 0; stale &= stale - 1)
                Measure(draft, job, s + BitOperations.TrailingZeroCount(stale));
        }
    }

    private void Measure(Draft draft, int job, int slot)
    {
        var (tour, i) = (draft.Tours[slot], job * width + slot);
        var rise = double.PositiveInfinity;
        var at = -1;
        if (tour.Length > 0) rise = draft.Insertion.Delta(tour, job, draft.Amount[job], out at);
        (stamps[i], places[i], rises[i]) = (draft.Stamps[slot], at, (float)rise);
    }

    private static int Where(ref float row, float value)
    {
        var wanted = Vector256.Create(value);
        for (var s = 0; ; s += Lanes.Count)
        {
            var found = Vector256.Equals(wanted, Vector256.LoadUnsafe(ref row, (nuint)s)).ExtractMostSignificantBits();
            if (found != 0) return s + BitOperations.TrailingZeroCount(found);
        }
    }
}
