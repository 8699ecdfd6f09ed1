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

    /// <summary>For each job, eight stamps and the eight ways that belong to them in turn, so that one line of memory holds both.</summary>
    private readonly int[] rows;

    public Detours(Model model, int slots)
    {
        (this.model, width) = (model, 2 * Lanes.Padded(slots));
        rows = new int[model.Jobs * width];
    }

    public void ForgetAll() => Array.Clear(rows);

    /// <summary>The cheapest tour for a job; each may be overlooked by chance (<paramref name="blinks"/>) in favour of the next.</summary>
    public (int Slot, int At, double Rise) Cheapest(Draft draft, int job, Blinks blinks)
    {
        ref var row = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(rows), job * width);
        var (slot, rise) = Least(draft, job, ref row);
        if (slot >= 0 && blinks.Next())
        {
            ref var way = ref Unsafe.Add(ref row, At(slot));
            var overlooked = way;
            way = Never;
            (slot, rise) = Least(draft, job, ref row);
            way = overlooked;
        }
        return slot < 0 ? (-1, -1, double.PositiveInfinity) : (slot, model.Scan!.Where(draft.Tours[slot], job + 1, Way(ref row, slot)), rise);
    }

    private static readonly int Never = BitConverter.SingleToInt32Bits(float.PositiveInfinity);

    /// <summary>Which of two equally cheap tours is taken, whether they have changed or not.</summary>
    private static bool Before(int slot, int other)
    {
        var (lane, otherLane) = (slot % Lanes.Count, other % Lanes.Count);
        return lane < otherLane || (lane == otherLane && slot < other);
    }

    private static int At(int slot) => 2 * slot - slot % Lanes.Count + Lanes.Count;

    private static float Way(ref int row, int slot) => BitConverter.Int32BitsToSingle(Unsafe.Add(ref row, At(slot)));

    private (int Slot, double Rise) Least(Draft draft, int job, ref int row) =>
        model.Coaches.Types == 1 ? Shortest(draft, job, ref row) : LeastPriced(draft, job, ref row);

    private (int Slot, double Rise) Shortest(Draft draft, int job, ref int row)
    {
        ref var now = ref MemoryMarshal.GetArrayDataReference(draft.Stamps);
        ref var loads = ref MemoryMarshal.GetArrayDataReference(draft.Loads);
        var room = Vector256.Create(model.Coaches.MostSeats - draft.Amount[job]);
        var (least, at) = (Vector256.Create(float.PositiveInfinity), Vector256<int>.Zero);
        var (anew, slot) = (float.PositiveInfinity, -1);
        for (var s = 0; s < draft.Reach; s += Lanes.Count)
        {
            var same = Vector256.Equals(Vector256.LoadUnsafe(ref now, (nuint)s), Vector256.LoadUnsafe(ref row, 2 * (nuint)s));
            var roomy = Vector256.LessThanOrEqual(Vector256.LoadUnsafe(ref loads, (nuint)s), room);
            var way = Vector256.LoadUnsafe(ref row, 2 * (nuint)s + (nuint)Lanes.Count).AsSingle();
            var better = Vector256.LessThan(way, least) & (same & roomy).AsSingle();
            least = Vector256.ConditionalSelect(better, way, least);
            at = Vector256.ConditionalSelect(better.AsInt32(), Vector256.Create(s), at);
            for (var stale = Vector256.AndNot(roomy, same).ExtractMostSignificantBits(); stale != 0; stale &= stale - 1)
            {
                var changed = s + BitOperations.TrailingZeroCount(stale);
                var measured = Measure(draft, job, changed, ref row);
                if (measured < anew || (measured == anew && Before(changed, slot))) (anew, slot) = (measured, changed);
            }
        }
        var detour = Lanes.Least(least);
        if (anew < detour) return (slot, anew * model.Coaches.LeastPerDistance);
        if (float.IsPositiveInfinity(detour)) return (-1, detour);
        var lane = BitOperations.TrailingZeroCount(Vector256.Equals(least, Vector256.Create(detour)).ExtractMostSignificantBits());
        var known = at[lane] + lane;
        return (anew == detour && Before(slot, known) ? slot : known, detour * model.Coaches.LeastPerDistance);
    }

    /// <summary>Where coaches have several sizes, of the tours with room in their own coach or in one that can be had the one whose price rises least.</summary>
    private (int Slot, double Rise) LeastPriced(Draft draft, int job, ref int row)
    {
        ref var now = ref MemoryMarshal.GetArrayDataReference(draft.Stamps);
        ref var loads = ref MemoryMarshal.GetArrayDataReference(draft.Loads);
        ref var spare = ref MemoryMarshal.GetArrayDataReference(draft.SpareSeats);
        var (people, least) = (draft.Amount[job], model.Coaches.LeastPerDistance);
        var (exchanged, room) = (Vector256.Create(model.Coaches.MostFreeSeats - people), Vector256.Create(people));
        var (slot, best) = (-1, double.PositiveInfinity);
        for (var s = 0; s < draft.Reach; s += Lanes.Count)
        {
            var roomy = Vector256.LessThanOrEqual(Vector256.LoadUnsafe(ref loads, (nuint)s), exchanged)
                | Vector256.GreaterThanOrEqual(Vector256.LoadUnsafe(ref spare, (nuint)s), room);
            var asked = roomy.ExtractMostSignificantBits();
            if (asked == 0) continue;
            var same = Vector256.Equals(Vector256.LoadUnsafe(ref now, (nuint)s), Vector256.LoadUnsafe(ref row, 2 * (nuint)s)).ExtractMostSignificantBits();
            for (; asked != 0; asked &= asked - 1)
            {
                var lane = BitOperations.TrailingZeroCount(asked);
                var way = (same >> lane & 1) != 0 ? Way(ref row, s + lane) : Measure(draft, job, s + lane, ref row);
                if (way * least >= best) continue;
                var tour = draft.Tours[s + lane];
                var rise = draft.Insertion.Rise(tour, tour.Load + people, way, 0);
                if (rise < best) (slot, best) = (s + lane, rise);
            }
        }
        return (slot, best);
    }

    private float Measure(Draft draft, int job, int slot, ref int row)
    {
        var way = model.Scan!.Shortest(draft.Tours[slot], job + 1);
        var at = At(slot);
        (Unsafe.Add(ref row, at - Lanes.Count), Unsafe.Add(ref row, at)) = (draft.Stamps[slot], BitConverter.SingleToInt32Bits(way));
        return way;
    }
}
