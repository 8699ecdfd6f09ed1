namespace Duban.Dispatch.Routing.Search;

/// <summary>One thread's search: ruin and recreate under simulated annealing, with a phase before it that saves coaches.</summary>
internal sealed class Searcher
{
    /// <summary>The first temperature of a search, in what a stop costs in the first plan.</summary>
    public const double Hot = 0.35;
    private const double Cold = 0.012;

    /// <summary>Where coaches have several sizes a stop's cost has their hire in it, so the end is colder than by the way alone.</summary>
    private const double ColdSized = 0.006;

    /// <summary>What exchanging coaches may save at the most, in stops: a step dearer by more is not asked.</summary>
    private const double Hope = 2;

    /// <summary>The heat at which a search goes on once more from the best plan, and the share of the budget until the next time.</summary>
    private const double Warm = 0.035, Cycle = 0.05;

    /// <summary>Saving coaches is given up after this share of the budget, or after this multiple of the share at which the last one was saved.</summary>
    private const double GivenUp = 0.3, Patience = 3;

    /// <summary>The same share where more plans are begun from nothing later, each of which may save a coach as well.</summary>
    private const double GivenUpAtFirst = 0.12;


    public readonly Draft Draft;
    public readonly Snapshot Best;

    /// <summary>The steps made so far.</summary>
    public long Iterations;
    private readonly Model model;
    private readonly Rng rng;
    private readonly Budget budget;
    private readonly StringRemoval ruin;
    private readonly Recreate recreate;
    private readonly TailExchange? tails;
    private readonly StretchExchange? stretches;
    private readonly SizedExchange? sized;
    private readonly Neighbours neighbours;
    private readonly bool freely, scarce, scarceVisits;
    private readonly Cooling cooling;
    private FleetPhase? fleet;
    private double saved;
    private bool cycles;
    private Completeness? completeness;
    private Snapshot kept;

    public Searcher(Model model, Neighbours neighbours, ulong seed, Budget budget)
    {
        (this.model, this.neighbours, this.budget) = (model, neighbours, budget);
        rng = new Rng(seed);
        (Draft, Best) = (new Draft(model, rng), new Snapshot(model));
        kept = Best;
        var splitting = model.Split ? new Splitting(model) : null;
        (ruin, recreate) = (new StringRemoval(model, neighbours, splitting), new Recreate(model, rng, splitting));
        tails = TailExchange.Suits(model) ? new TailExchange(model, neighbours) : null;

        // Without windows stretches were worth no more than the time they take.
        if (tails is not null && model.Timed) stretches = new StretchExchange(model, neighbours);
        if (SizedExchange.Suits(model)) sized = new SizedExchange(model, neighbours);
        (Most, freely) = (Draft.Slots, model.Problem.Objective == Objective.Distance);
        (scarce, scarceVisits) = (model.Coaches.Limited, model.Coaches.Limited && sized is not null);
        cooling = new Cooling(sized is null ? Cold : ColdSized);
    }

    /// <summary>The share of the budget that is used.</summary>
    public double Used => budget.Used(Iterations);

    /// <summary>No plan may have more tours.</summary>
    public int Most { get; set; }

    /// <summary>Told now and then how much of the budget is used.</summary>
    public Action<double>? Report { get; set; }

    /// <summary>The first plan; the temperature is measured by what a stop costs in it.</summary>
    public void Build(Plan? start, double priceOfChange)
    {
        if (start is not null)
        {
            Yesterday.Load(Draft, start);
            Draft.SettleAtHome(priceOfChange);
        }
        Draft.Begin();
        recreate.Apply(Draft, Most, freely);
        Draft.Commit();
        Best.Take(Draft);
        cooling.Scale = Math.Max(1e-9, Draft.TourCost / Math.Max(1, model.Nodes - 2 - Draft.AbsentCount));
    }

    /// <summary>Goes on from the best plan of another thread.</summary>
    public void Adopt(Searcher other)
    {
        other.Best.Restore(Draft);
        Best.Take(other.Best);
        completeness?.Begin();
        (Most, saved) = (Math.Min(Most, other.Most), Math.Max(saved, other.saved));
    }

    /// <summary>Anneals until a share of the budget is used; called again, it goes on where it stopped.</summary>
    public void Anneal(double until)
    {
        var used = Used;
        if (!cooling.HasBegun) cooling.Begin(used, 1, Hot);
        if (!freely || scarceVisits) completeness ??= new Completeness(model, Draft, cooling.Scale);
        if (cycles && used >= cooling.Ends) GoOnFromBest(used);
        var temperature = cooling.At(used);
        for (var step = 1; used < until; step++)
        {
            if (step % Budget.Often == 0)
            {
                used = Used;
                if (cycles && used >= cooling.Ends) GoOnFromBest(used);
                temperature = cooling.At(used);
                Report?.Invoke(used);
            }
            completeness?.Step(step);
            Iterations++;
            Step(temperature);
            if (tails is not null && tails.Try(Draft, rng, Limit(temperature))) Accept();
            if (stretches is not null && stretches.Try(Draft, rng, Limit(temperature))) Accept();
            if (sized is not null && sized.Try(Draft, rng, Limit(temperature))) Accept();
        }
    }

    /// <summary>
    /// Warmed a little and cooled again and again, the best plan gets better where a search from the full heat ends no better than
    /// another from nothing (thermal cycling: Möbius, Neklioudov, Díaz-Sánchez, Hoffmann, Fachat and Schreiber, Physical Review Letters 1997).
    /// </summary>
    private void GoOnFromBest(double used)
    {
        Best.Restore(Draft);
        completeness?.Begin();
        cooling.Begin(used, used + 1.5 * Cycle < 1 ? used + Cycle : 1, Warm);
    }

    private void Step(double temperature)
    {
        var limit = Limit(temperature);
        Draft.Begin();
        ruin.Apply(Draft, rng);
        var hope = scarceVisits ? limit + Hope * cooling.Scale : scarce ? double.PositiveInfinity : limit;
        recreate.Apply(Draft, Most, freely, hope);
        if (scarce && Draft.Cost < hope) CoachExchange.Apply(Draft);
        if (Draft.Cost < limit) Accept();
        else Draft.Rollback();
    }

    /// <summary>What a plan must cost less than to be gone on with (Metropolis and others, Journal of Chemical Physics 1953).</summary>
    private double Limit(double temperature) => Draft.Cost - temperature * Math.Log(rng.Unit());

    private void Accept()
    {
        Draft.Commit();
        if (kept.IsWorseThan(Draft)) kept.Take(Draft);
    }

    /// <summary>Saves coaches until a share of the budget is used, or until there can be no fewer.</summary>
    public void SaveCoaches(double until)
    {
        fleet ??= Saving(Best);
        var givenUp = fleet.Rebuilding is null ? GivenUp : GivenUpAtFirst;
        Best.Restore(Draft);
        if (Best.Tours > fleet.Least) fleet.Begin();
        var used = Used;
        for (var step = 1; used < until && used < Math.Max(givenUp, Patience * saved) && Best.Tours > fleet.Least; step++)
        {
            Iterations++;
            var before = Best.Tours;
            fleet.Step(used);
            if (Best.Tours < before) saved = used;
            if (step % Budget.Often != 0) continue;
            used = Used;
            Report?.Invoke(used);
        }
        Best.Restore(Draft);
        Most = Math.Max(1, Best.Tours);
    }

    /// <summary>Searches begin from nothing until a share of the budget is used, where that is worth it; the best plan is gone on with.</summary>
    public void BeginAnew(double until)
    {
        cycles = new Beginnings(this, model).Run(until) && sized is not null;
        GoOn(cycles ? Used : 1);
    }

    /// <summary>A search from the full heat down, from the draft.</summary>
    public void Cool(double until)
    {
        completeness?.Begin();
        cooling.Begin(Used, until, Hot);
        Anneal(until);
    }

    /// <summary>Where few coaches bind, plans are bred until a share of the budget is used, and the best of them is gone on with.</summary>
    public void Breed()
    {
        if (fleet?.Rebuilding is not { } rebuilding || Best.Missing > 0) return;
        completeness ??= new Completeness(model, Draft, cooling.Scale);
        new Breeding(this, model, neighbours, rebuilding, Saving, rng).Run();
        GoOn(1);
    }

    /// <summary>The last complete plan on the way of the search that ended last.</summary>
    public Snapshot Home => completeness!.Home;

    /// <summary>A search of its own from the draft; the best plan on its way is kept in <paramref name="found"/>.</summary>
    public void Settle(Snapshot found, double hot, double until)
    {
        completeness!.Begin();
        found.Take(Draft);
        kept = found;
        cooling.Begin(Used, until, hot);
        Anneal(until);
        kept = Best;
        if (Best.IsWorseThan(found)) Best.Take(found);
    }

    /// <summary>A plan of at most so many tours, made greedily from nothing.</summary>
    public void BuildAnew(int tours)
    {
        Draft.Reset();
        Draft.Begin();
        recreate.Apply(Draft, tours, freely);
        Draft.Commit();
    }

    /// <summary>A complete plan of fewer tours than any so far becomes the best; false if it has no fewer or leaves somebody out.</summary>
    public bool TakeFewer(Snapshot plan)
    {
        if (plan.Missing > 0 || plan.Tours >= Most) return false;
        Most = plan.Tours;
        Best.Take(plan);
        return true;
    }

    private void GoOn(double ends)
    {
        Best.Restore(Draft);
        completeness?.Begin();
        cooling.Begin(Used, ends, Hot);
    }

    private FleetPhase Saving(Snapshot best) =>
        new(model, neighbours, Draft, best, rng, new AbsenceCounts(model, ruin, recreate, 0.1 * cooling.Scale), budget);
}
