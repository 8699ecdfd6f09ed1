using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Duban.Dispatch.Routing.Search;

/// <summary>
/// Offers for visits without windows. Only the way is remembered; seats are looked up when asked. A tour that has changed is looked
/// at anew where it passes a near neighbour of the visit, where this step changed it, or where what is remembered of it would win;
/// the others stay as they were remembered, a few of them renewed each time (granular neighbourhoods: Toth and Vigo, INFORMS
/// Journal on Computing 2003; the look at the winner alone is Minoux's lazy greedy, 1978).
/// </summary>
internal sealed class Detours
{
    private const int Near = 16, Renewed = 2;
    private readonly Model model;
    private readonly Neighbours neighbours;
    private readonly int width;
    private readonly int[] stamps;
    private readonly float[] ways;
    private int turn;

    public Detours(Model model, Neighbours neighbours, int slots)
    {
        (this.model, this.neighbours, width) = (model, neighbours, Lanes.Padded(slots));
        (stamps, ways) = (new int[model.Jobs * width], new float[model.Jobs * width]);
    }

    public void ForgetAll() => Array.Clear(stamps);

    /// <summary>The cheapest tour for a job; each may be overlooked by chance (<paramref name="blinks"/>) in favour of the next.</summary>
    public (int Slot, int At, double Rise) Cheapest(Draft draft, int job, Blinks blinks)
    {
        Renew(draft, job);
        var (overlooked, way) = (-1, 0f);
        while (true)
        {
            var (slot, rise) = model.Coaches.Types == 1 ? Shortest(draft, job) : LeastPriced(draft, job);
            var i = job * width + slot;
            if (slot >= 0 && stamps[i] != draft.Stamps[slot])
            {
                Measure(draft, job, slot);
                continue;
            }
            if (slot >= 0 && overlooked < 0 && blinks.Next())
            {
                (overlooked, way, ways[i]) = (i, ways[i], float.PositiveInfinity);
                continue;
            }
            if (overlooked >= 0) ways[overlooked] = way;
            return slot < 0 ? (-1, -1, double.PositiveInfinity) : (slot, model.Scan!.Where(draft.Tours[slot], job + 1, ways[i]), rise);
        }
    }

    private (int Slot, double Rise) Shortest(Draft draft, int job)
    {
        ref var row = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(ways), job * width);
        ref var loads = ref MemoryMarshal.GetArrayDataReference(draft.Loads);
        var room = Vector256.Create(model.Coaches.MostSeats - draft.Amount[job]);
        var least = Vector256.Create(float.PositiveInfinity);
        for (var s = 0; s < draft.Reach; s += Lanes.Count)
            least = Vector256.Min(least, Roomy(ref row, ref loads, room, s));
        var detour = Lanes.Least(least);
        if (float.IsPositiveInfinity(detour)) return (-1, detour);
        var wanted = Vector256.Create(detour);
        for (var s = 0; ; s += Lanes.Count)
            if (Vector256.Equals(wanted, Roomy(ref row, ref loads, room, s)).ExtractMostSignificantBits() is var found and not 0)
                return (s + BitOperations.TrailingZeroCount(found), detour * model.Coaches.LeastPerDistance);
    }

    private static Vector256<float> Roomy(ref float row, ref int loads, Vector256<int> room, int s) => Vector256.ConditionalSelect(
        Vector256.LessThanOrEqual(Vector256.LoadUnsafe(ref loads, (nuint)s), room).AsSingle(),
        Vector256.LoadUnsafe(ref row, (nuint)s),
        Vector256.Create(float.PositiveInfinity));

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
        var now = draft.Stamps;
        var then = stamps.AsSpan(job * width, width);
        foreach (var node in neighbours.Of(job + 1)[..Math.Min(Near, model.Nodes - 2)])
        {
            var slot = draft.Placed[node - 1];
            if (slot >= 0 && then[slot] != now[slot]) Measure(draft, job, slot);
        }
        for (var i = 0; i < draft.TouchedCount; i++)
            if (then[draft.Touched(i)] != now[draft.Touched(i)]) Measure(draft, job, draft.Touched(i));
        for (var i = 0; i < Renewed && draft.Reach > 0; i++)
        {
            if (++turn >= draft.Reach) turn = 0;
            if (then[turn] != now[turn]) Measure(draft, job, turn);
        }
    }

    private void Measure(Draft draft, int job, int slot)
    {
        var i = job * width + slot;
        (stamps[i], ways[i]) = (draft.Stamps[slot], model.Scan!.Shortest(draft.Tours[slot], job + 1));
    }
}
