namespace Duban.Dispatch.Routing.Search;

/// <summary>A plan kept aside: the order of every tour, the size of every part, and what it costs.</summary>
internal sealed class Snapshot(Model model)
{
    private readonly List<int[]> tours = [];
    private readonly List<int> lengths = [], slots = [], coaches = [];
    private readonly int[] amount = new int[model.Jobs];

    public double Cost { get; private set; } = double.PositiveInfinity;

    public int Tours { get; private set; }

    public int Absent { get; private set; }

    public IEnumerable<(int Slot, int Coach, ArraySegment<int> Stops)> Stops =>
        Enumerable.Range(0, Tours).Select(t => (slots[t], coaches[t], new ArraySegment<int>(tours[t], 1, lengths[t])));

    public int Amount(int job) => amount[job];

    public void Take(Draft draft)
    {
        (Cost, Tours, Absent) = (draft.Cost, draft.UsedCount, draft.AbsentCount);
        for (var u = 0; u < Tours; u++)
        {
            var tour = draft.Tours[draft.Used[u]];
            if (u == tours.Count)
            {
                tours.Add([]);
                lengths.Add(0);
                slots.Add(0);
                coaches.Add(0);
            }
            if (tours[u].Length < tour.Length + 2) tours[u] = new int[tour.Seq.Length];
            Array.Copy(tour.Seq, tours[u], tour.Length + 2);
            (lengths[u], slots[u], coaches[u]) = (tour.Length, draft.Used[u], tour.Type);
        }
        Array.Copy(draft.Amount, amount, amount.Length);
    }

    public void Take(Snapshot other)
    {
        (Cost, Tours, Absent) = (other.Cost, other.Tours, other.Absent);
        tours.Clear();
        lengths.Clear();
        slots.Clear();
        coaches.Clear();
        for (var u = 0; u < Tours; u++)
        {
            tours.Add([.. other.tours[u]]);
            lengths.Add(other.lengths[u]);
            slots.Add(other.slots[u]);
            coaches.Add(other.coaches[u]);
        }
        Array.Copy(other.amount, amount, amount.Length);
    }

    public void Restore(Draft draft) => draft.Load(Stops, amount);
}
