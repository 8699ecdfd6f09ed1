namespace Duban.Dispatch.Routing.Search;

/// <summary>A plan kept aside: the order of every tour, the size of every part, and what it costs.</summary>
internal sealed class Snapshot(Model model)
{
    private readonly List<int[]> tours = [];
    private readonly List<int> lengths = [], slots = [], coaches = [];
    private readonly int[] amount = new int[model.Jobs];

    public double Cost { get; private set; } = double.PositiveInfinity;

    public int Tours { get; private set; }

    /// <summary>The jobs left out although they must be served.</summary>
    public int Missing { get; private set; } = int.MaxValue;

    /// <summary>True if the draft is better: fewer jobs missing, then cheaper.</summary>
    public bool IsWorseThan(Draft draft)
    {
        if (draft.AbsentCount == 0) return Missing > 0 || draft.Cost < Cost - 1e-9;
        var (missing, cost) = (draft.Missing, CostOf(draft));
        return missing < Missing || (missing == Missing && cost < Cost - 1e-9);
    }

    public bool IsWorseThan(Snapshot other) => other.Missing < Missing || (other.Missing == Missing && other.Cost < Cost - 1e-9);

    /// <summary>The share of legs, each told by the stop it leaves, that lead elsewhere in another plan.</summary>
    public double Apart(Snapshot other)
    {
        var next = new int[model.Nodes];
        foreach (var (_, _, stops) in other.Stops)
            for (var k = 0; k < stops.Count; k++) next[stops[k]] = k + 1 < stops.Count ? stops[k + 1] : model.End;
        var apart = 0;
        foreach (var (_, _, stops) in Stops)
            for (var k = 0; k < stops.Count; k++)
                if (next[stops[k]] != (k + 1 < stops.Count ? stops[k + 1] : model.End)) apart++;
        return (double)apart / (model.Nodes - 2);
    }

    private double CostOf(Draft draft)
    {
        var cost = draft.TourCost + draft.ChangeCost;
        for (var i = 0; i < draft.AbsentCount; i++)
            if (!model.Mandatory[draft.Absent[i]]) cost += draft.PriceOf(draft.Absent[i]);
        return cost;
    }

    public IEnumerable<(int Slot, int Coach, ArraySegment<int> Stops)> Stops =>
        Enumerable.Range(0, Tours).Select(t => (slots[t], coaches[t], new ArraySegment<int>(tours[t], 1, lengths[t])));

    public int Amount(int job) => amount[job];

    public void Take(Draft draft)
    {
        (Cost, Tours, Missing) = (CostOf(draft), draft.UsedCount, draft.Missing);
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
        (Cost, Tours, Missing) = (other.Cost, other.Tours, other.Missing);
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
