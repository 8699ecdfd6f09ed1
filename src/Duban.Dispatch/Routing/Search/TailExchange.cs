namespace Duban.Dispatch.Routing.Search;

/// <summary>
/// Two tours change their ends, behind a visit of the one and before a near visit of the other (2-opt*: Potvin and Rousseau,
/// Journal of the Operational Research Society 1995); where both ways are equally long, also head to head. Strings of ruin and
/// recreate are too short to carry a long end over whole. With windows, earliest departures and latest starts tell in constant time
/// whether both stay on time; pairs change ends only where nobody is aboard. Not where rides have rules, or sizes of coach are scarce
/// and windows bind.
/// </summary>
internal sealed class TailExchange(Model model, Neighbours neighbours, int atLeast = TailExchange.Long)
{
    private const int Near = 20;

    /// <summary>In a tour of so many stops hardly any that is near in space is near in time as well, so all its places are looked at.</summary>
    public const int Long = 25;
    private readonly bool turns = model.Far == model.FarBack && !model.Timed && !model.Paired && !model.Coaches.SomeOpen && !model.Coaches.AllOpen;

    /// <summary>False where more than seats and windows binds a tour.</summary>
    public static bool Suits(Model model) => !model.Rich && !model.SharingRules && (!model.Coaches.Limited || model.Brief);

    /// <summary>Makes one exchange drawn by chance if the plan then costs less than <paramref name="limit"/>; the step is open afterwards if it returns true.</summary>
    public bool Try(Draft draft, Rng rng, double limit)
    {
        if (!NearTours.Draw(model, neighbours, draft, rng, Near, out var drawn)) return false;
        var (i, j, first, second) = drawn;
        var (one, two) = (draft.Tours[first], draft.Tours[second]);
        var (a, b) = (one.Find(i), two.Find(j));
        if (model.Timed && two.Length >= atLeast) return TryBest(draft, first, a, second, limit);
        var turned = turns && (rng.Next() & 1) == 0;
        if (model.Brief && model.Coaches.Types > 1) return TryPriced(draft, first, a, second, turned ? b : b - 1, turned, limit);

        // Straight: i goes on with j, and what stood before j with what followed i. Turned: i goes on with j and all before it, backwards.
        var (next, other) = (one.Seq[a + 1], two.Seq[turned ? b + 1 : b - 1]);
        var rise = model.Distance(i, j) - one.LegTo(model, a + 1)
            + (turned ? model.Distance(next, other) - two.LegTo(model, b + 1) : model.Distance(other, next) - two.LegTo(model, b));
        if (!turned) b--;
        var empties = one.Length == a && b == (turned ? two.Length : 0);
        if (!empties && NearTours.LeastCost(model, draft, one, two, rise) >= limit) return false;
        if (model.Timed && !(InTime(one, a, two, b) && InTime(two, b, one, a))) return false;
        if (!HaveRoom(draft, one, a, two, b, turned)) return false;
        draft.Begin();
        draft.ExchangeTails(first, a, second, b, turned);
        if (draft.Cost < limit) return true;
        draft.Rollback();
        return false;
    }

    /// <summary>Behind position a of the first tour, with the best place of the second.</summary>
    private bool TryBest(Draft draft, int first, int a, int second, double limit)
    {
        var (one, two) = (draft.Tours[first], draft.Tours[second]);
        var rise = Best(draft, one, a, two, out var b);
        if (b < 0) return false;
        var empties = one.Length == a && b == 0;
        if (!empties && NearTours.LeastCost(model, draft, one, two, rise) >= limit) return false;
        draft.Begin();
        draft.ExchangeTails(first, a, second, b, false);
        if (draft.Cost < limit) return true;
        draft.Rollback();
        return false;
    }

    /// <summary>Where coaches have several sizes both tours are priced before they are put together, each by the best coach for it.</summary>
    private bool TryPriced(Draft draft, int first, int a, int second, int b, bool turned, double limit)
    {
        var (one, two) = (draft.Tours[first], draft.Tours[second]);
        var (head, way) = Head(draft, one, a);
        var (start, wayOther) = Head(draft, two, b);
        var (tail, wayOn) = (one.Load - head, one.Distance - way - one.Short[a + 1]);
        var (end, wayOnOther) = (two.Load - start, two.Distance - wayOther - two.Short[b + 1]);
        var (i, j) = (one.Seq[a], two.Seq[turned ? b : b + 1]);
        var (next, other) = (one.Seq[a + 1], two.Seq[turned ? b + 1 : b]);
        var (load, loadOther) = turned ? (head + start, tail + end) : (head + end, start + tail);
        if (Math.Max(load, loadOther) > model.Coaches.MostSeats) return false;
        var distance = way + model.Distance(i, j) + (turned ? wayOther : wayOnOther);
        var distanceOther = model.Distance(other, next) + (turned ? wayOn + wayOnOther : wayOther + wayOn);
        if (one.Length == a && b == (turned ? two.Length : 0)) loadOther = Coaches.Nobody;
        var cost = model.Coaches.CheapestTwo(load, distance, loadOther, distanceOther, one.Type, two.Type, out var type, out var otherType);
        if (draft.Cost - one.Cost - two.Cost + cost >= limit) return false;
        draft.Begin();
        draft.ExchangeTails(first, a, second, b, turned, type, otherType);
        if (draft.Cost < limit) return true;
        draft.Rollback();
        return false;
    }

    /// <summary>The load and the way of a tour up to a position.</summary>
    private static (int Load, double Way) Head(Draft draft, Tour tour, int to)
    {
        var (load, way) = (0, 0.0);
        for (var k = 1; k <= to; k++) (load, way) = (load + draft.Amount[tour.Seq[k] - 1], way + tour.Short[k]);
        return (load, way);
    }

    /// <summary>The least rise in distance where what follows position a of the one changes places with what follows a position of the other, -1 if none may.</summary>
    public double Best(Draft draft, Tour one, int a, Tour two, out int at)
    {
        at = -1;
        var best = double.PositiveInfinity;
        if (model.Paired && one.Aboard[a] != 0) return best;
        var (i, next, seats) = (one.Seq[a], one.Seq[a + 1], model.Coaches.MostSeats);
        var (head, start) = (model.Paired ? 0 : Load(draft, one, a), 0);

        // Two ends with nothing in them would change nothing.
        var last = a == one.Length ? two.Length - 1 : two.Length;
        for (var b = 0; b <= last && two.Depart[b] <= one.Latest[a + 1]; b++)
        {
            var node = two.Seq[b];
            if (!model.Paired && b > 0) start += draft.Amount[model.JobOf(node)];
            var rise = model.Distance(i, two.Seq[b + 1]) + model.Distance(node, next) - one.Leg[a + 1] - two.Leg[b + 1];
            if (rise >= best || !InTime(one, a, two, b) || !InTime(two, b, one, a)) continue;
            if (model.Paired ? two.Aboard[b] != 0 : Math.Max(head + two.Load - start, start + one.Load - head) > seats) continue;
            (best, at) = (rise, b);
        }
        return best;
    }

    /// <summary>True if a tour that leaves its position a goes on in time with what follows position b of the other.</summary>
    private bool InTime(Tour one, int a, Tour two, int b) => one.Depart[a] + model.Duration(one.Seq[a], two.Seq[b + 1]) <= two.Latest[b + 1];

    private bool HaveRoom(Draft draft, Tour one, int a, Tour two, int b, bool turned)
    {
        if (model.Paired) return one.Aboard[a] == 0 && two.Aboard[b] == 0;
        var (head, start) = (Load(draft, one, a), Load(draft, two, b));
        var (x, y) = turned ? (head + start, one.Load - head + two.Load - start) : (head + two.Load - start, start + one.Load - head);
        return Math.Max(x, y) <= model.Coaches.MostSeats;
    }

    private static int Load(Draft draft, Tour tour, int to)
    {
        var load = 0;
        for (var k = 1; k <= to; k++) load += draft.Amount[tour.Seq[k] - 1];
        return load;
    }
}
