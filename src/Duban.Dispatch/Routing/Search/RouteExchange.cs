namespace Duban.Dispatch.Routing.Search;

/// <summary>
/// Makes a plan out of two: some tours of the first give way to tours of the second that serve nearly the same jobs. Who would ride
/// twice stays in one of the two, and who rides nowhere any more is left out (selective route exchange: Nagata and Kobayashi, PPSN 2010).
/// </summary>
internal sealed class RouteExchange(Model model, Neighbours neighbours)
{
    private readonly Side mine = new(model), theirs = new(model);
    private readonly List<int[]> orders = [];
    private readonly List<(int Slot, int Coach, ArraySegment<int> Stops)> child = [];
    private readonly List<int> free = [];
    private int[] shared = [];

    /// <summary>Puts the child in the draft's place.</summary>
    public void Apply(Draft draft, Rng rng, Snapshot first, Snapshot second)
    {
        mine.Read(first);
        theirs.Read(second);
        Count();
        Choose(rng);
        while (Match(mine, theirs) || Match(theirs, mine))
        {
            // After each change fewer jobs would ride twice, so it ends.
        }
        child.Clear();
        free.Clear();
        free.AddRange(mine.Tours(chosen: true).Select(t => t.Slot));
        var stays = rng.Below(2) == 0;
        foreach (var tour in mine.Tours(chosen: false)) Keep(tour.Slot, tour.Coach, tour.Stops, job => stays || !theirs.Chosen(job));
        foreach (var (slot, coach, stops) in theirs.Tours(chosen: true))
            Keep(FreeSlot(slot), coach, stops, job => !stays || mine.Chosen(job) || !mine.Serves(job));
        draft.Load(child, draft.Amount);
    }

    private void Count()
    {
        var (rows, columns) = (mine.Count, theirs.Count);
        if (shared.Length < rows * columns) shared = new int[rows * columns];
        Array.Clear(shared);
        for (var job = 0; job < model.Jobs; job++)
            if (mine.Serves(job) && theirs.Serves(job)) shared[mine.TourOf(job) * columns + theirs.TourOf(job)]++;
    }

    /// <summary>A number of the first plan's tours that pass near a stop drawn by chance, and as many of the second's that share most with them.</summary>
    private void Choose(Rng rng)
    {
        var many = 1 + rng.Below(Math.Max(1, Math.Min(mine.Count, theirs.Count) - 1));
        var left = many;
        foreach (var node in neighbours.Of(1 + rng.Below(model.Nodes - 2)))
        {
            var job = model.JobOf(node);
            if (!mine.Serves(job) || mine.Chosen(job)) continue;
            mine.Take(mine.TourOf(job));
            if (--left == 0) break;
        }
        Weigh(theirs, mine);
        for (; left < many; left++) theirs.TakeWorthiest();
    }

    /// <summary>One tour of a side changes for another, if more jobs are then shared by what leaves and what comes.</summary>
    private bool Match(Side side, Side other)
    {
        Weigh(side, other);
        return side.Change();
    }

    /// <summary>A tour is worth the jobs it shares with the other side's chosen tours; one that comes is worth less by all it brings.</summary>
    private void Weigh(Side side, Side other)
    {
        var rows = side == mine;
        for (var t = 0; t < side.Count; t++)
        {
            side.Worth[t] = rows ? 0 : -side.Jobs[t];
            for (var o = 0; o < other.Count; o++)
                if (other.IsChosen[o]) side.Worth[t] += shared[rows ? t * other.Count + o : o * side.Count + t];
        }
    }

    /// <summary>A tour keeps its slot where that has become free, for yesterday's plan may have put a price on moving.</summary>
    private int FreeSlot(int own)
    {
        var at = Math.Max(0, free.IndexOf(own));
        var slot = free[at];
        free.RemoveAt(at);
        return slot;
    }

    private void Keep(int slot, int coach, ArraySegment<int> stops, Func<int, bool> rides)
    {
        if (child.Count == orders.Count) orders.Add(new int[model.Nodes]);
        var (order, length) = (orders[child.Count], 0);
        foreach (var node in stops)
            if (rides(model.JobOf(node))) order[length++] = node;
        if (length > 0) child.Add((slot, coach, new(order, 0, length)));
    }

    /// <summary>One of the two plans: which tour serves each job, and which tours are chosen.</summary>
    private sealed class Side(Model model)
    {
        private readonly int[] tourOf = new int[model.Jobs];
        private readonly List<(int Slot, int Coach, ArraySegment<int> Stops)> tours = [];

        public int Count => tours.Count;

        public bool[] IsChosen { get; private set; } = [];

        public int[] Jobs { get; private set; } = [];

        public int[] Worth { get; private set; } = [];

        public int TourOf(int job) => tourOf[job];

        public bool Serves(int job) => tourOf[job] >= 0;

        public bool Chosen(int job) => tourOf[job] >= 0 && IsChosen[tourOf[job]];

        public IEnumerable<(int Slot, int Coach, ArraySegment<int> Stops)> Tours(bool chosen) => tours.Where((_, t) => IsChosen[t] == chosen);

        public void Read(Snapshot plan)
        {
            tours.Clear();
            Array.Fill(tourOf, -1);
            if (Jobs.Length < plan.Tours) (IsChosen, Jobs, Worth) = (new bool[plan.Tours], new int[plan.Tours], new int[plan.Tours]);
            Array.Clear(IsChosen);
            Array.Clear(Jobs);
            foreach (var tour in plan.Stops)
            {
                foreach (var node in tour.Stops)
                {
                    var job = model.JobOf(node);
                    if (tourOf[job] < 0) Jobs[Count]++;
                    tourOf[job] = Count;
                }
                tours.Add(tour);
            }
        }

        public void Take(int tour) => IsChosen[tour] = true;

        public void TakeWorthiest() => Take(Worthiest());

        /// <summary>The worthiest tour takes the place of the least worthy chosen one; false where it is worth no more.</summary>
        public bool Change()
        {
            var (least, most) = (-1, Worthiest());
            for (var t = 0; t < Count; t++)
                if (IsChosen[t] && (least < 0 || Worth[t] < Worth[least])) least = t;
            if (most < 0 || least < 0 || Worth[most] <= Worth[least]) return false;
            (IsChosen[least], IsChosen[most]) = (false, true);
            return true;
        }

        private int Worthiest()
        {
            var most = -1;
            for (var t = 0; t < Count; t++)
                if (!IsChosen[t] && (most < 0 || Worth[t] > Worth[most])) most = t;
            return most;
        }
    }
}
