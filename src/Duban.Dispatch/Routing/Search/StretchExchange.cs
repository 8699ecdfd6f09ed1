namespace Duban.Dispatch.Routing.Search;

/// <summary>
/// Two tours change a stretch of each, drawn so that a near visit of the other follows a visit of the one; of all lengths the
/// best that keeps both on time and within their seats (CROSS-exchange: Taillard, Badeau, Gendreau, Guertin and Potvin,
/// Transportation Science 1997). What ruin and recreate takes out it puts back job by job; here a stretch keeps its order. Pairs stay
/// together: a stretch ends where all who board in it have alighted.
/// </summary>
internal sealed class StretchExchange(Model model, Neighbours neighbours)
{
    private const int Near = 10, Longest = 12, Torn = int.MaxValue / 2;
    private readonly double[] leaves = new double[Longest + 1], leavesOther = new double[Longest + 1];
    private readonly int[] load = new int[Longest + 1], loadOther = new int[Longest + 1], boarded = new int[model.Jobs];
    private int walk;

    /// <summary>
    /// Makes the best exchange for one pair drawn by chance if the plan then costs less than <paramref name="limit"/>; the step is open afterwards if it
    /// returns true.
    /// </summary>
    public bool Try(Draft draft, Rng rng, double limit)
    {
        if (!NearTours.Draw(model, neighbours, draft, rng, Near, out var drawn)) return false;
        var (i, j, first, second) = drawn;
        var (one, two) = (draft.Tours[first], draft.Tours[second]);
        var (a, b) = (one.Find(i), two.Find(j) - 1);
        var rise = Best(draft, one, a, two, b, out var length, out var lengthOther);
        if (lengthOther == 0) return false;
        var empties = two.Length == lengthOther && length == 0;
        if (!empties && NearTours.LeastCost(model, draft, one, two, rise) >= limit) return false;
        draft.Begin();
        draft.ExchangeStretches(first, a, length, second, b, lengthOther);
        if (draft.Cost < limit) return true;
        draft.Rollback();
        return false;
    }

    /// <summary>
    /// The least rise in distance where so many stops behind position a of the one change places with so many, at least one, behind
    /// position b of the other; <paramref name="lengthOther"/> is 0 if none may.
    /// </summary>
    public double Best(Draft draft, Tour one, int a, Tour two, int b, out int length, out int lengthOther)
    {
        var mine = Follow(draft, two, b, one, a, leaves, load);
        var theirs = Follow(draft, one, a, two, b, leavesOther, loadOther);
        var seats = model.Coaches.MostSeats;
        var (room, roomOther) = model.Paired ? (seats - one.Aboard[a], seats - two.Aboard[b]) : (seats - one.Load, seats - two.Load);
        var best = double.PositiveInfinity;
        (length, lengthOther) = (0, 0);
        var (from, to, head) = (two.Seq[b], two.Seq[b + 1], one.Seq[a + 1]);
        var always = model.Distance(one.Seq[a], to) - one.Leg[a + 1] - two.Leg[b + 1];
        var over = model.Distance(from, head);
        for (var y = 1; y <= theirs; y++)
        {
            if (loadOther[y] == Torn) continue;
            var (last, next) = (two.Seq[b + y], two.Seq[b + y + 1]);
            var part = always - two.Leg[b + y + 1];
            for (var x = 0; x <= mine; x++)
            {
                var onward = one.Seq[a + x + 1];
                var rise = part + model.Distance(last, onward)
                    + (x == 0 ? model.Distance(from, next) : over + model.Distance(one.Seq[a + x], next) - one.Leg[a + x + 1]);
                if (rise >= best) continue;
                if (model.Paired ? loadOther[y] > room || load[x] > roomOther : loadOther[y] - load[x] > room || load[x] - loadOther[y] > roomOther) continue;
                if (model.Timed && (leavesOther[y] + model.Duration(last, onward) > one.Latest[a + x + 1]
                    || leaves[x] + model.Duration(x == 0 ? from : one.Seq[a + x], next) > two.Latest[b + y + 1])) continue;
                (best, length, lengthOther) = (rise, x, y);
            }
        }
        return best;
    }

    /// <summary>Drives what follows position a behind position b of the other tour; returns how many stops may go there.</summary>
    private int Follow(Draft draft, Tour ahead, int b, Tour tour, int a, double[] leaves, int[] load)
    {
        var (most, before) = (Math.Min(Longest, tour.Length - a), ahead.Seq[b]);
        var (aboard, fullest, pairs) = (0, 0, 0);
        leaves[0] = model.Timed ? ahead.Depart[b] : 0;
        walk++;
        for (var k = 1; k <= most; k++)
        {
            var node = tour.Seq[a + k];
            if (model.Timed)
            {
                var start = Math.Max(model.Open[node], leaves[k - 1] + model.Duration(before, node));
                if (start > model.Close[node]) return k - 1;
                leaves[k] = start + model.Service[node];
                before = node;
            }
            var job = model.JobOf(node);
            if (!model.Paired)
            {
                load[k] = load[k - 1] + draft.Amount[job];
                continue;
            }

            if (model.IsBoarding(node))
            {
                (boarded[job], aboard, pairs) = (walk, aboard + draft.Amount[job], pairs + 1);
                fullest = Math.Max(fullest, aboard);
            }
            else
            {
                // Who boarded before the stretch cannot alight in it.
                if (boarded[job] != walk) return k - 1;
                (aboard, pairs) = (aboard - draft.Amount[job], pairs - 1);
            }
            load[k] = pairs == 0 ? fullest : Torn;
        }
        return most;
    }
}
