using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Duban.Dispatch.Routing.Search;

/// <summary>
/// Offers for visits without windows. Only the way is remembered; seats are looked up when asked, and a tour that has changed is
/// looked at anew only once it has room for the visit: in a full plan that is seldom true of any but those this step took from.
/// </summary>
internal sealed class Detours
{
    private readonly Model model;
    private readonly int width;
    private readonly int[] stamps;
    private readonly float[] ways;

    public Detours(Model model, int slots)
    {
        (this.model, width) = (model, Lanes.Padded(slots));
        (stamps, ways) = (new int[model.Jobs * width], new float[model.Jobs * width]);
    }

    public void ForgetAll() => Array.Clear(stamps);

    /// <summary>The cheapest tour for a job; each may be overlooked by chance (<paramref name="blinks"/>) in favour of the next.</summary>
    public (int Slot, int At, double Rise) Cheapest(Draft draft, int job, Blinks blinks)
    {
        Renew(draft, job);
        var (slot, rise) = Least(draft, job);
        if (slot >= 0 && blinks.Next())
        {
            ref var way = ref ways[job * width + slot];
            var overlooked = way;
            way = float.PositiveInfinity;
            (slot, rise) = Least(draft, job);
            way = overlooked;
        }
        return slot < 0 ? (-1, -1, double.PositiveInfinity) : (slot, model.Scan!.Where(draft.Tours[slot], job + 1, ways[job * width + slot]), rise);
    }

    private (int Slot, double Rise) Least(Draft draft, int job) => model.Coaches.Types == 1 ? Shortest(draft, job) : LeastPriced(draft, job);

    private (int Slot, double Rise) Shortest(Draft draft, int job)
    {
        ref var row = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(ways), job * width);
        ref var loads = ref MemoryMarshal.GetArrayDataReference(draft.Loads);
        var room = Vector256.Create(model.Coaches.MostSeats - draft.Amount[job]);
        var (least, at) = (Vector256.Create(float.PositiveInfinity), Vector256<int>.Zero);
        for (var s = 0; s < draft.Reach; s += Lanes.Count)
        {
            var way = Vector256.LoadUnsafe(ref row, (nuint)s);
            var better = Vector256.LessThan(way, least) & Vector256.LessThanOrEqual(Vector256.LoadUnsafe(ref loads, (nuint)s), room).AsSingle();
            least = Vector256.ConditionalSelect(better, way, least);
            at = Vector256.ConditionalSelect(better.AsInt32(), Vector256.Create(s), at);
        }
        var detour = Lanes.Least(least);
        if (float.IsPositiveInfinity(detour)) return (-1, detour);
        var lane = BitOperations.TrailingZeroCount(Vector256.Equals(least, Vector256.Create(detour)).ExtractMostSignificantBits());
        return (at[lane] + lane, detour * model.Coaches.LeastPerDistance);
    }

    private (int Slot, double Rise) LeastPriced(Draft draft, int job)
    {
        var people = draft.Amount[job];
        var (slot, best) = (-1, double.PositiveInfinity);
        for (var u = 0; u < draft.UsedCount; u++)
        {
            var s = draft.Used[u];
            var way = ways[job * width + s];
            var tour = draft.Tours[s];
            if (way * model.Coaches.LeastPerDistance >= best) continue;
            var rise = draft.Insertion.Rise(tour, tour.Load + people, way, 0);
            if (rise < best) (slot, best) = (s, rise);
        }
        return (slot, best);
    }

    private void Renew(Draft draft, int job)
    {
        ref var now = ref MemoryMarshal.GetArrayDataReference(draft.Stamps);
        ref var then = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(stamps), job * width);
        ref var loads = ref MemoryMarshal.GetArrayDataReference(draft.Loads);
        var room = Vector256.Create(model.Coaches.MostSeats - draft.Amount[job]);
        for (var s = 0; s < draft.Reach; s += Lanes.Count)
        {
            var same = Vector256.Equals(Vector256.LoadUnsafe(ref now, (nuint)s), Vector256.LoadUnsafe(ref then, (nuint)s));
            var roomy = Vector256.LessThanOrEqual(Vector256.LoadUnsafe(ref loads, (nuint)s), room);
            for (var stale = Vector256.AndNot(roomy, same).ExtractMostSignificantBits(); stale != 0; stale &= stale - 1)
                Measure(draft, job, s + BitOperations.TrailingZeroCount(stale));
        }
    }

    private void Measure(Draft draft, int job, int slot)
    {
        var i = job * width + slot;
        (stamps[i], ways[i]) = (draft.Stamps[slot], model.Scan!.Shortest(draft.Tours[slot], job + 1));
    }
}
