namespace Duban.Dispatch.Routing.Search;

/// <summary>
/// Where coaches have several sizes two tours change a stretch of each, keeping their coaches or changing them as well: of all
/// lengths the cheapest within the seats (CROSS-exchange: Taillard, Badeau, Gendreau, Guertin and Potvin, Transportation Science
/// 1997). Greedy insertion fills the larger coach where it stands; here it goes over to the other part of the map together with the
/// people it has seats for.
/// </summary>
internal sealed class SizedExchange(Model model, Neighbours neighbours)
{
    private const int Near = 10, Longest = 12;
    private readonly double[] inner = new double[Longest + 1], innerOther = new double[Longest + 1];
    private readonly int[] load = new int[Longest + 1], loadOther = new int[Longest + 1];

    /// <summary>False where a tour's way and load alone do not tell what it costs.</summary>
    public static bool Suits(Model model) => model.Brief && model.Coaches.Types > 1 && !model.SharingRules;

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
        var cost = Best(draft, one, a, two, b, out var length, out var lengthOther, out var type, out var otherType);
        if (draft.Cost - one.Cost - two.Cost + cost >= limit) return false;
        draft.Begin();
        draft.ExchangeStretches(first, a, length, second, b, lengthOther, type, otherType);
        if (draft.Cost < limit) return true;
        draft.Rollback();
        return false;
    }

    /// <summary>
    /// The least that both tours cost together where so many stops behind position a of the one change places with so many, at least
    /// one, behind position b of the other, and the coaches that drive them then; infinite if none may.
    /// </summary>
    public double Best(Draft draft, Tour one, int a, Tour two, int b, out int length, out int lengthOther, out int type, out int otherType)
    {
        var (mine, theirs) = (Follow(draft, one, a, inner, load), Follow(draft, two, b, innerOther, loadOther));
        var coaches = model.Coaches;
        var (seats, seatsOther) = (coaches.Seats(one.Type), coaches.Seats(two.Type));
        var (per, perOther, hire, hireOther) = (coaches.PerDistance(one.Type), coaches.PerDistance(two.Type), coaches.Hire(one.Type), coaches.Hire(two.Type));
        var best = double.PositiveInfinity;
        (length, lengthOther, type, otherType) = (0, 0, one.Type, two.Type);
        var (from, head) = (two.Seq[b], one.Seq[a + 1]);
        var (way, wayOther) = (one.Distance - one.Short[a + 1] + model.Distance(one.Seq[a], two.Seq[b + 1]), two.Distance - two.Short[b + 1]);
        var over = model.Distance(from, head);
        for (var y = 1; y <= theirs; y++)
        {
            var (last, next) = (two.Seq[b + y], two.Seq[b + y + 1]);
            var (part, partOther) = (way + innerOther[y], wayOther - innerOther[y] - two.Short[b + y + 1]);
            var plain = model.Distance(from, next);
            for (var x = 0; x <= mine; x++)
            {
                var (people, peopleOther) = (one.Load - load[x] + loadOther[y], two.Load - loadOther[y] + load[x]);
                var (stay, change) = (people <= seats && peopleOther <= seatsOther, people <= seatsOther && peopleOther <= seats);
                if (!stay && !change) continue;
                var distance = part - inner[x] - (x == 0 ? 0 : one.Short[a + x + 1]) + model.Distance(last, one.Seq[a + x + 1]);
                var distanceOther = partOther + (x == 0 ? plain : over + inner[x] + model.Distance(one.Seq[a + x], next));
                var empties = x == 0 && y == two.Length;
                var cost = stay ? per * distance + hire + (empties ? 0 : perOther * distanceOther + hireOther) : double.PositiveInfinity;
                if (cost < best) (best, length, lengthOther, type, otherType) = (cost, x, y, one.Type, empties ? -1 : two.Type);
                cost = change ? perOther * distance + hireOther + (empties ? 0 : per * distanceOther + hire) : double.PositiveInfinity;
                if (cost < best) (best, length, lengthOther, type, otherType) = (cost, x, y, two.Type, empties ? -1 : one.Type);
            }
        }
        return best;
    }

    /// <summary>Adds up loads and inner legs of the stretches behind a position; returns how long the longest is.</summary>
    private static int Follow(Draft draft, Tour tour, int at, double[] inner, int[] load)
    {
        var most = Math.Min(Longest, tour.Length - at);
        for (var k = 1; k <= most; k++)
        {
            load[k] = load[k - 1] + draft.Amount[tour.Seq[at + k] - 1];
            inner[k] = k == 1 ? 0 : inner[k - 1] + tour.Short[at + k];
        }
        return most;
    }
}
