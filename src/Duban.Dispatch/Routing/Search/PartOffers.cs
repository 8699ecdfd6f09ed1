namespace Duban.Dispatch.Routing.Search;

/// <summary>
/// Remembers what a part of a group costs in each tour, in the seats of its own coach and in those of the largest: a covering knapsack
/// asks every tour each time, and few of them have changed. Valid while the tour's stamp, the seats and the coaches at hand are the same.
/// </summary>
internal sealed class PartOffers(Model model, int slots)
{
    private readonly Memory[] memory = new Memory[2 * model.Requests * slots];

    private record struct Memory(int Stamp, int Seats, int Coaches, double Rise);

    public void ForgetAll() => Array.Clear(memory);

    /// <summary>The rise that so many people of a group make in a tour; <paramref name="part"/> is any part of it that is not placed.</summary>
    public double Ask(Draft draft, int part, int slot, int seats, bool largest)
    {
        ref var known = ref memory[2 * (model.ParentOf[part] * slots + slot) + (largest ? 1 : 0)];
        var (stamp, coaches) = (draft.Stamps[slot], model.Coaches.Free);
        if (known.Stamp != stamp || known.Seats != seats || known.Coaches != coaches)
            known = new Memory(stamp, seats, coaches, draft.Insertion.Delta(draft.Tours[slot], part, seats, out _));
        return known.Rise;
    }
}
