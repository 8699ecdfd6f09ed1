namespace Duban.Dispatch.Routing.Search;

/// <summary>
/// Where few coaches bind, a walk ends near where it began. So short searches begin from many plans, each made with as few coaches from
/// nothing or by putting some tours together anew, and between two of the plans found others are looked for (memetic search: Nagata and
/// Kobayashi, PPSN 2010). All lengths are shares of the budget.
/// </summary>
internal sealed class Breeding(Searcher searcher, Model model, Neighbours neighbours, Rebuilding rebuilding, Func<Snapshot, FleetPhase> saving, Rng rng)
{
    /// <summary>The most members, and how many there are before children are looked for.</summary>
    private const int Members = 10, Few = 4;

    /// <summary>So many children in a row that take no place end a population; so many beginnings from nothing may fail for each that succeeds.</summary>
    private const int Fruitless = 60, Luckless = 2;

    /// <summary>The heats of a search from a new plan and from a child, in what a stop costs in the first plan.</summary>
    private const double Hot = Searcher.Hot, Warm = 0.1;

    /// <summary>How long a search from a new plan is, one where walks hold to their beginning and so end soon, and one from a child.</summary>
    private const double Growing = 0.02, GrowingHeld = 0.012, Growth = 0.005;

    /// <summary>A walk that keeps all but this share of its legs, however hot it was, holds to its beginning: then the long search at the end is worth little.</summary>
    private const double Held = 0.12, Until = 0.8, UntilHeld = 0.95;

    /// <summary>How long coaches are tried to be saved from nothing; up to twice as long where the last one was saved late.</summary>
    private const double Trying = 0.03;

    private readonly Population population = new(model);
    private readonly RouteExchange exchange = new(model, neighbours);
    private readonly Snapshot found = new(model), grown = new(model);
    private double until = UntilHeld, growing = Growing, trying = Trying, filling, crossing;
    private int begun, failed, fruitless;
    private bool full;

    /// <summary>Ends when its share of the budget is used; the searcher's best plan is then the best of all.</summary>
    public void Run()
    {
        Measure();
        while (searcher.Used < until)
        {
            var at = searcher.Used;
            if (population.Count < 2 || (!full && (population.Count < Few || filling <= crossing)))
            {
                Fill();
                filling += searcher.Used - at;
                full = population.Count >= Members;
            }
            else
            {
                Cross();
                crossing += searcher.Used - at;
            }
            if (fruitless < Fruitless) continue;
            population.KeepBest();
            (fruitless, full) = (0, false);
        }
    }

    /// <summary>Sees whether a walk forgets where it began: that settles how long this goes on.</summary>
    private void Measure()
    {
        searcher.Best.Restore(searcher.Draft);
        Search(growing, Hot);
        if (found.Missing == 0) found.Restore(searcher.Draft);
        var beginning = new Snapshot(model);
        beginning.Take(searcher.Draft);
        Search(growing, Hot);
        if (searcher.Home.Apart(beginning) < Held) growing = GrowingHeld;
        else until = Until;
        population.Join(found);
    }

    private void Search(double share, double heat) => searcher.Settle(found, heat, Math.Min(until, searcher.Used + share));

    /// <summary>One more member, from nothing as long as about one such beginning of three comes to as few coaches.</summary>
    private void Fill()
    {
        var fromNothing = failed <= Luckless * (1 + begun);
        if (!(fromNothing ? Begin() : Rebuild())) return;
        Search(growing, Hot);

        // The best plan is found again from another beginning: with so many coaches there is no more to gain.
        if (fromNothing && found.Missing == 0 && population.Knows(found.Cost) && found.Cost <= population.Least) trying *= 2;
        population.Join(found);
    }

    private bool Begin()
    {
        if (!SaveCoaches())
        {
            failed++;
            return false;
        }
        begun++;
        if (!searcher.TakeFewer(grown)) return true;
        population.Clear();
        (begun, failed, fruitless, full, trying) = (0, 0, 0, false, Trying);
        return true;
    }

    /// <summary>A plan from nothing, with no more coaches than the best; false if that takes too long.</summary>
    private bool SaveCoaches()
    {
        searcher.BuildAnew(searcher.Draft.Slots);
        grown.Take(searcher.Draft);
        var phase = saving(grown);
        if (grown.Tours > phase.Least) phase.Begin();
        var start = searcher.Used;
        var (used, last) = (start, start);
        for (var step = 1; grown.Tours > phase.Least && used < Math.Min(until, start + 2 * trying) && used < Math.Max(start + trying, 2 * last - start); step++)
        {
            var tours = grown.Tours;
            searcher.Iterations++;
            phase.Step(used);
            if (grown.Tours < tours) last = used;
            if (step % Budget.Often == 0) used = searcher.Used;
        }
        grown.Restore(searcher.Draft);
        return grown.Missing == 0 && grown.Tours <= searcher.Most;
    }

    private bool Rebuild()
    {
        (population.Count > 0 ? population.Any(rng) : searcher.Best).Restore(searcher.Draft);
        return rebuilding.Apply(searcher.Draft, rng, ref searcher.Iterations, until);
    }

    private void Cross()
    {
        var (first, second) = population.Pair(rng);
        fruitless++;
        exchange.Apply(searcher.Draft, rng, first, second);
        var whole = rebuilding.Complete(searcher.Draft, rng, ref searcher.Iterations, until, searcher.Most);
        if (!whole || population.Knows(searcher.Draft.Cost)) return;
        Search(Growth, Warm);
        if (population.Succeeds(found, first)) fruitless = 0;
    }
}
