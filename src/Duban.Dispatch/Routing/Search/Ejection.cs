namespace Duban.Dispatch.Routing.Search;

/// <summary>
/// Finds the set of jobs of least weight whose leaving a tour lets another job in (the ejection of Nagata and Bräysy, Operations
/// Research Letters 2009). Instead of trying set after set, labels run along the tour: each is a way to have come so far, and one
/// that is later and weighs more than another is dropped (the dominance of Feillet et al., Networks 2004).
/// </summary>
internal abstract class Ejection(Model model)
{
    private const int MostLabels = 200, MostAll = 6000;
    protected readonly Model Model = model;
    protected Label[] Labels = new Label[256];
    private int[] first = new int[64], order = new int[64];
    private int count, ties, orderLength, slot;
    private Rng rng = null!;

    /// <summary>One way to have come to a stop.</summary>
    protected struct Label
    {
        /// <summary>When the stop is left.</summary>
        public double Depart;

        /// <summary>One bit for each ejected job whose pickup is behind and whose delivery is ahead.</summary>
        public ulong Pending;

        /// <summary>The sum of the counters of the ejected, the load (what it is of is the heir's affair), and how many they are.</summary>
        public int Weight, Load, Ejected;

        /// <summary>The position of the stop, the label it was reached from, and the next label of the same stop.</summary>
        public int At, From, Next;

        /// <summary>The stops of the new job made just before this one: bit 0 the first or only one, bit 1 the delivery.</summary>
        public byte Put;
    }

    public static Ejection For(Model model) => model.Paired ? new PairEjection(model) : new VisitEjection(model);

    /// <summary>The weight of the lightest set since <see cref="Begin"/>.</summary>
    public int Weight { get; private set; }

    /// <summary>The tour it belongs to; -1 = none was found.</summary>
    public int Slot { get; private set; }

    /// <summary>That tour's stops with the job in it and the ejected gone.</summary>
    public ReadOnlySpan<int> Order => order.AsSpan(0, orderLength);

    /// <summary>The tour looked at.</summary>
    protected Tour Tour { get; private set; } = null!;

    /// <summary>The job to be let in.</summary>
    protected int Job { get; private set; }

    /// <summary>Forgets what was found before.</summary>
    public void Begin() => (Weight, Slot, ties) = (int.MaxValue, -1, 0);

    /// <summary>Looks for a lighter set in one tour; at most <paramref name="most"/> jobs leave. Among sets of one weight chance decides.</summary>
    public void Seek(Draft draft, int slot, int job, int[] weight, int most, Rng rng)
    {
        (Tour, Job, this.slot, this.rng, count) = (draft.Tours[slot], job, slot, rng, 0);
        var heads = 3 * (Tour.Length + 2);
        if (first.Length < heads) first = new int[2 * heads];
        Array.Fill(first, -1, 0, heads);
        Run(draft.Amount, weight, most);
    }

    protected abstract void Run(int[] amount, int[] weight, int most);

    protected int First(int at, int state) => first[3 * at + state];

    /// <summary>Keeps a label unless another of its stop is at least as good in all respects.</summary>
    protected void Add(int state, in Label label)
    {
        ref var head = ref first[3 * label.At + state];
        var (held, heaviest) = (0, -1);
        for (var l = head; l >= 0; l = Labels[l].Next)
        {
            ref readonly var other = ref Labels[l];
            if (other.Pending == label.Pending && other.Weight <= label.Weight && other.Depart <= label.Depart
                && other.Load <= label.Load && other.Ejected <= label.Ejected) return;
            held++;
            if (heaviest < 0 || other.Weight > Labels[heaviest].Weight) heaviest = l;
        }
        if (count == MostAll) return;
        if (held == MostLabels)
        {
            if (label.Weight >= Labels[heaviest].Weight) return;
            var after = Labels[heaviest].Next;
            Labels[heaviest] = label;
            Labels[heaviest].Next = after;
            return;
        }
        if (count == Labels.Length) Array.Resize(ref Labels, 2 * count);
        Labels[count] = label;
        Labels[count].Next = head;
        head = count++;
    }

    /// <summary>A way that ends well: after the label <paramref name="from"/> come the stops put in and the tour from position <paramref name="at"/> on.</summary>
    protected void Take(int from, int at, byte put, int weight)
    {
        if (weight > Weight) return;
        ties = weight < Weight || Slot < 0 ? 1 : ties + 1;
        if (ties > 1 && rng.Below(ties) > 0) return;
        (Weight, Slot) = (weight, slot);
        if (order.Length < Tour.Length + 4) order = new int[2 * Tour.Length + 8];
        var end = order.Length;
        for (var k = Tour.Length; k >= at; k--) order[--end] = Tour.Seq[k];
        Prepend(put);
        for (var l = from; Labels[l].At > 0; l = Labels[l].From)
        {
            order[--end] = Tour.Seq[Labels[l].At];
            Prepend(Labels[l].Put);
        }
        orderLength = order.Length - end;
        Array.Copy(order, end, order, 0, orderLength);

        void Prepend(byte stops)
        {
            if ((stops & 2) != 0) order[--end] = Model.Last(Job);
            if ((stops & 1) != 0) order[--end] = Model.First(Job);
        }
    }
}
