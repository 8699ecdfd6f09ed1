using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Duban.Dispatch.Routing.Search;

/// <summary>
/// One coach's tour with what makes insertion a constant-time question: for each position the distance driven to it, the
/// earliest departure, the latest start that keeps the rest on time, and the load aboard (Savelsbergh 1992).
/// </summary>
internal sealed class Tour
{
    /// <summary>How far behind the end of a tour a scan by vectors may look.</summary>
    private const int Ahead = Lanes.Count;

    /// <summary>What rounding may make of equal times.</summary>
    private const double Tolerance = 1e-9;

    public int[] Seq = new int[16 + Ahead];
    public double[] Leg = new double[16], Depart = new double[16], Latest = new double[16];

    /// <summary>The legs once more for the scan of untimed places: behind the last stand enough that no place is cheap there.</summary>
    public float[] Short = new float[16 + Ahead];
    public double[] Clock = new double[16], Slack = new double[16], LegSlack = new double[16];
    public int[] Mate = new int[16];
    public int[] Aboard = new int[16];
    public int Length, Load, Type, Stamp, FirstDrop, LastDrop;

    /// <summary>Departures hold up to the first, latest starts from the second on; what lies between is found by <see cref="Refresh"/>. 0 = none hold.</summary>
    public int Early, Late;
    public double Distance, Homeward, Cost;

    /// <summary>True if a stop cannot be made in time: where a way over another stop is quicker than the way past it, a shorter tour can be later.</summary>
    public bool IsLate;

    public void Clear(Model model)
    {
        (Length, Load, Type, Distance, Homeward, Cost) = (0, 0, -1, 0, 0, 0);
        (Seq[0], Seq[1], Leg[1], Early) = (0, model.End, model.Distance(0, model.End), 0);
        Short[1] = (float)Leg[1];
        EndShort();
    }

    public void CopyOrder(Model model, Tour other)
    {
        Reserve(other.Length);
        if (model.Brief)
        {
            CopyBrief(other);
            return;
        }
        Array.Copy(other.Seq, Seq, other.Length + 2);
        Array.Copy(other.Leg, Leg, other.Length + 2);
        (Length, Load, Type, Distance, Homeward, Cost) = (other.Length, other.Load, other.Type, other.Distance, other.Homeward, other.Cost);
        (Early, Late) = (other.Early, other.Late);
        if (Early == 0) return;
        Array.Copy(other.Depart, Depart, Length + 2);
        Array.Copy(other.Latest, Latest, Length + 2);
    }

    /// <summary>Puts a node behind a position; the legs stay true.</summary>
    public void Insert(Model model, int after, int node)
    {
        Reserve(Length + 1);
        if (model.Brief)
        {
            InsertBrief(model.Scan!, after, node);
            return;
        }
        Array.Copy(Seq, after + 1, Seq, after + 2, Length + 1 - after);
        Array.Copy(Leg, after + 1, Leg, after + 2, Length + 1 - after);
        if (Early > 0)
        {
            Array.Copy(Depart, after + 1, Depart, after + 2, Length + 1 - after);
            Array.Copy(Latest, after + 1, Latest, after + 2, Length + 1 - after);
            (Early, Late) = (Math.Min(Early, after), Math.Max(Late + 1, after + 2));
        }
        Seq[after + 1] = node;
        Leg[after + 1] = model.Distance(Seq[after], node);
        Leg[after + 2] = model.Distance(node, Seq[after + 2]);
        Length++;
    }

    private void InsertBrief(PlaceScan scan, int after, int node)
    {
        var moved = Length + 1 - after;
        Seq.AsSpan(after + 1, moved).CopyTo(Seq.AsSpan(after + 2));
        var (first, second) = scan.Legs(Seq[after], node, Seq[after + 1]);
        Distance += (double)first + second - Short[after + 1];
        Short.AsSpan(after + 2, moved - 1).CopyTo(Short.AsSpan(after + 3));
        (Seq[after + 1], Short[after + 1], Short[after + 2]) = (node, first, second);
        Length++;
        EndShort();
    }

    /// <summary>Whole vectors at a time: there is room behind the end of every tour.</summary>
    private void CopyBrief(Tour other)
    {
        ref var seq = ref MemoryMarshal.GetArrayDataReference(Seq);
        ref var brief = ref MemoryMarshal.GetArrayDataReference(Short);
        ref var seqOther = ref MemoryMarshal.GetArrayDataReference(other.Seq);
        ref var briefOther = ref MemoryMarshal.GetArrayDataReference(other.Short);
        for (var i = 0; i < other.Length + 2; i += Lanes.Count)
        {
            Vector256.LoadUnsafe(ref seqOther, (nuint)i).StoreUnsafe(ref seq, (nuint)i);
            Vector256.LoadUnsafe(ref briefOther, (nuint)i).StoreUnsafe(ref brief, (nuint)i);
        }
        (Length, Load, Type, Distance, Cost) = (other.Length, other.Load, other.Type, other.Distance, other.Cost);
        EndShort();
    }

    /// <summary>Strikes out the nodes that are <paramref name="gone"/>.</summary>
    public void StrikeOut(Model model, bool[] gone)
    {
        var (kept, last) = (0, 0);
        var (early, late) = (Early, Late);
        for (var k = 1; k <= Length; k++)
        {
            var node = Seq[k];
            if (gone[node])
            {
                (early, late) = (Math.Min(early, kept), kept + 1);
                continue;
            }
            Seq[++kept] = node;
            Leg[kept] = last == k - 1 ? Leg[k] : model.Distance(Seq[kept - 1], node);
            last = k;
            if (early > 0) (Depart[kept], Latest[kept]) = (Depart[k], Latest[k]);
        }
        Seq[kept + 1] = model.End;
        Leg[kept + 1] = last == Length ? Leg[last + 1] : model.Distance(Seq[kept], model.End);
        if (early > 0) Depart[kept + 1] = Depart[Length + 1];
        (Length, Early, Late) = (kept, early, late);
    }

    /// <summary>Strikes out so many nodes that are <paramref name="gone"/>.</summary>
    public void StrikeBrief(PlaceScan scan, bool[] gone, int count)
    {
        var (k, kept, distance) = (1, 0, Distance);
        while (count > 0)
        {
            while (!gone[Seq[k]])
            {
                if (kept < k - 1) (Seq[kept + 1], Short[kept + 1]) = (Seq[k], Short[k]);
                (k, kept) = (k + 1, kept + 1);
            }
            for (; count > 0 && gone[Seq[k]]; k++, count--) distance -= Short[k];

            // The leg over the gap stands before the stop behind it.
            var over = scan.Way(Seq[kept], Seq[k]);
            distance += over - Short[k];
            Short[k] = over;
        }
        var rest = Length + 2 - k;
        Seq.AsSpan(k, rest).CopyTo(Seq.AsSpan(kept + 1));
        Short.AsSpan(k, rest).CopyTo(Short.AsSpan(kept + 1));
        (Length, Distance) = (kept + rest - 1, distance);
        EndShort();
    }

    private void EndShort() => Vector256.Create(float.NegativeInfinity).StoreUnsafe(ref MemoryMarshal.GetArrayDataReference(Short), (nuint)Length + 2);

    /// <summary>Takes over another tour's stops from one position to another.</summary>
    public void Append(Tour other, int from, int to)
    {
        Reserve(Length + Math.Max(0, to - from + 1));
        for (var k = from; k <= to; k++) Seq[++Length] = other.Seq[k];
    }

    /// <summary>Takes over another tour's stops from one position down to another.</summary>
    public void AppendTurned(Tour other, int from, int to)
    {
        Reserve(Length + Math.Max(0, from - to + 1));
        for (var k = from; k >= to; k--) Seq[++Length] = other.Seq[k];
    }

    /// <summary>The leg that ends at a position.</summary>
    public double LegTo(Model model, int at) => model.Brief ? Short[at] : Leg[at];

    /// <summary>True if both drive the same order with the same coach.</summary>
    public bool IsSame(Tour other) =>
        Length == other.Length && Type == other.Type && Seq.AsSpan(1, Length).SequenceEqual(other.Seq.AsSpan(1, Length));

    public int Find(int node)
    {
        var at = 1;
        while (Seq[at] != node) at++;
        return at;
    }

    /// <summary>Recomputes all but the legs, type and cost; <paramref name="amount"/> holds the load of each job.</summary>
    public void Refresh(Model model, int[] amount)
    {
        if (model.Brief) return;
        var load = 0;
        (Distance, Homeward) = (Driven(), Leg[Length + 1]);
        if (model.Paired)
        {
            var peak = 0;
            Aboard[0] = 0;
            for (var i = 1; i <= Length; i++)
            {
                var people = amount[(Seq[i] - 1) >> 1];
                load += (Seq[i] & 1) == 1 ? people : -people;
                Aboard[i] = load;
                peak = Math.Max(peak, load);
            }
            Load = peak;
        }
        else
        {
            foreach (var node in Seq.AsSpan(1, Length)) load += amount[node - 1];
            Load = load;
            if (!model.Timed) Shorten();
        }
        if (model.Timed) Times(model);
        if (model.Rich) Rides(model);
    }

    /// <summary>Ends the tour behind what was appended, and measures its legs.</summary>
    public void Close(Model model)
    {
        var (far, row, span) = (model.Far, model.Row, model.Span);
        (Seq[Length + 1], Early) = (model.End, 0);
        if (model.Brief)
        {
            CloseBrief(model.Scan!);
            return;
        }
        for (var i = 1; i <= Length + 1; i++) Leg[i] = far[row[Seq[i - 1]] * span + row[Seq[i]]];
    }

    /// <summary>The load is to be added up by whoever has appended the stops.</summary>
    private void CloseBrief(PlaceScan scan)
    {
        (Distance, Load) = (0, 0);
        for (var i = 1; i <= Length + 1; i++) Distance += Short[i] = scan.Way(Seq[i - 1], Seq[i]);
        EndShort();
    }

    /// <summary>The sum of the legs, four running sums at a time: one would wait for itself.</summary>
    private double Driven()
    {
        ref var leg = ref MemoryMarshal.GetArrayDataReference(Leg);
        var (sums, i) = (Vector256<double>.Zero, 1);
        for (; i + Vector256<double>.Count <= Length + 2; i += Vector256<double>.Count) sums += Vector256.LoadUnsafe(ref leg, (nuint)i);
        var sum = Vector256.Sum(sums);
        for (; i <= Length + 1; i++) sum += Leg[i];
        return sum;
    }

    private void Shorten()
    {
        ref var leg = ref MemoryMarshal.GetArrayDataReference(Leg);
        ref var brief = ref MemoryMarshal.GetArrayDataReference(Short);
        var i = 1;
        for (; i + Lanes.Count <= Length + 2; i += Lanes.Count)
            Vector256.Narrow(Vector256.LoadUnsafe(ref leg, (nuint)i), Vector256.LoadUnsafe(ref leg, (nuint)i + 4)).StoreUnsafe(ref brief, (nuint)i);
        for (; i <= Length + 1; i++) Short[i] = (float)Leg[i];
        EndShort();
    }

    /// <summary>Beyond what has changed the times are looked at only until they are what they were.</summary>
    private void Times(Model model)
    {
        var (slow, row, span, open, close, service) = (model.Slow, model.Row, model.Span, model.Open, model.Close, model.Service);
        if (Early == 0) Late = Length + 2;
        (Depart[0], IsLate) = (open[0], false);
        for (var i = Early + 1; i <= Length + 1; i++)
        {
            var node = Seq[i];
            var start = Math.Max(open[node], Depart[i - 1] + slow[row[Seq[i - 1]] * span + row[node]]);
            var leaves = start + service[node];
            IsLate |= start > close[node] + Tolerance;
            if (i >= Late && leaves == Depart[i]) break;
            Depart[i] = leaves;
        }
        Latest[Length + 1] = close[model.End];
        for (var i = Math.Min(Late - 1, Length); i >= 1; i--)
        {
            var node = Seq[i];
            var latest = Math.Min(close[node], Latest[i + 1] - slow[row[node] * span + row[Seq[i + 1]]] - service[node]);
            if (i <= Early && latest == Latest[i]) break;
            Latest[i] = latest;
        }
        (Early, Late) = (Length, 1);
    }

    /// <summary>The rides without waiting: when each stop is reached, and by how much each ride and each leg may still grow.</summary>
    private void Rides(Model model)
    {
        (FirstDrop, LastDrop, Clock[0]) = (-1, -1, 0);
        for (var i = 1; i <= Length + 1; i++)
        {
            Clock[i] = Clock[i - 1] + model.Service[Seq[i - 1]] + model.Slow[model.Row[Seq[i - 1]] * model.Span + model.Row[Seq[i]]];
            LegSlack[i] = double.PositiveInfinity;
            Mate[i] = -1;
        }
        LegSlack[0] = double.PositiveInfinity;
        for (var i = 1; i <= Length; i++)
        {
            if ((Seq[i] & 1) == 1) continue;
            if (FirstDrop < 0) FirstDrop = i;
            LastDrop = i;
            var boarded = i - 1;
            while (Seq[boarded] != Seq[i] - 1) boarded--;
            Mate[i] = boarded;
            Slack[i] = model.Longest[(Seq[i] - 1) >> 1] - (Clock[i] - Clock[boarded]);
            for (var k = boarded; k < i; k++) LegSlack[k] = Math.Min(LegSlack[k], Slack[i]);
        }
    }

    private void Reserve(int length)
    {
        if (length + 2 <= Leg.Length) return;
        var size = 2 * (length + 2);
        Array.Resize(ref Seq, size + Ahead);
        Array.Resize(ref Short, size + Ahead);
        Array.Resize(ref Leg, size);
        Array.Resize(ref Depart, size);
        Array.Resize(ref Latest, size);
        Array.Resize(ref Aboard, size);
        Array.Resize(ref Clock, size);
        Array.Resize(ref Slack, size);
        Array.Resize(ref LegSlack, size);
        Array.Resize(ref Mate, size);
    }
}
