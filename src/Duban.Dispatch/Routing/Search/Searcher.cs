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

    /// <summary>The share that a search begun from nothing has, and the steps for each job that it needs to be worth it.</summary>
    private const double Anew = 0.12, AnewScarce = 0.06;
    private const int Settling = 1000, SettlingScarce = 300;

    /// <summary>The steps for each visit that a search begun from nothing has where coaches have several sizes, the least share of the budget, and that of the first.</summary>
    private const int StepsAnew = 800;
    private const double LeastAnew = 0.02, FirstAnew = 0.04;
    private const int Check = 16;

    public readonly Draft Draft;
    public readonly Snapshot Best;
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
    private readonly double cold;
    private FleetPhase? fleet;
    private double scale, saved, begun = double.NaN, ends = 1, heat = Hot;
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
        cold = sized is null ? Cold : ColdSized;
    }

    public long Iterations { get; set; }

    /// <summary>The share of the budget that is used.</summary>
    public double Used => budget.Used(Iterations);

    /// <summary>No plan may have more tours.</summary>
    public int Most { get; private set; }

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
        scale = Math.Max(1e-9, Draft.TourCost / Math.Max(1, model.Nodes - 2 - Draft.AbsentCount));
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
        var used = budget.Used(Iterations);
        if (double.IsNaN(begun)) begun = used;
        if (!freely || scarceVisits) completeness ??= new Completeness(model, Draft, scale);
        if (cycles && used >= ends) GoOnFromBest(used);
        var temperature = Temperature(used);
        for (var step = 1; used < until; step++)
        {
            if (step % Check == 0)
            {
                used = budget.Used(Iterations);
                if (cycles && used >= ends) GoOnFromBest(used);
                temperature = Temperature(used);
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
        (heat, begun) = (Warm, used);
        ends = used + 1.5 * Cycle < 1 ? used + Cycle : 1;
    }

    private void Step(double temperature)
    {
        var limit = Limit(temperature);
        Draft.Begin();
        ruin.Apply(Draft, rng);
        var hope = scarceVisits ? limit + Hope * scale : scarce ? double.PositiveInfinity : limit;
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

    private double Temperature(double used) => scale * heat * Math.Pow(cold / heat, Math.Clamp((used - begun) / Math.Max(1e-9, ends - begun), 0, 1));

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
            if (step % Check != 0) continue;
            used = budget.Used(Iterations);
            Report?.Invoke(used);
        }
        Best.Restore(Draft);
        Most = Math.Max(1, Best.Tours);
    }

    /// <summary>
    /// Which coach serves which part of the map is settled early and seldom undone where sizes differ or windows bind: several
    /// short searches begin from nothing (multi-start: Martí, Handbook of Metaheuristics 2003), if each is long enough to settle.
    /// </summary>
    public void BeginAnew(double until)
    {
        if ((model.Paired && !model.Split) || !(scarce || model.Timed || sized is not null)) return;
        var used = budget.Used(Iterations);
        var (all, round) = (Most, 1);
        for (; used < until; round++)
        {
            var settled = Iterations + (scarce || sized is not null ? SettlingScarce : Settling) * model.Requests;
            (begun, ends) = (used, EndOfShort(used, until));
            Anneal(ends);
            used = budget.Used(Iterations);
            if (Iterations < settled) break;

            // With every seat taken a coach fewer is often cheaper, but no step of a walk that has one more leads there.
            if (model.Split) Most = round % 2 == 1 && Best.Missing == 0 ? Math.Max(1, Best.Tours - 1) : all;
            BuildAnew(Most);
            completeness?.Begin();
        }
        cycles = sized is not null && round > 1;
        (Most, begun, ends) = (all, used, cycles ? used : 1);
        Best.Restore(Draft);
        completeness?.Begin();
    }

    /// <summary>When a search begun now from nothing ends; for visits and several sizes of coach by the steps it has, and none is left too short.</summary>
    private double EndOfShort(double used, double until)
    {
        if (sized is null) return Math.Min(until, used + (scarce && !model.Split ? AnewScarce : Anew));
        var length = Iterations == 0 ? FirstAnew : Math.Clamp(StepsAnew * model.Requests * used / Iterations, LeastAnew, Anew);
        return used + 1.5 * length < until ? used + length : until;
    }

    /// <summary>Where few coaches bind, plans are bred until a share of the budget is used, and the best of them is gone on with.</summary>
    public void Breed()
    {
        if (fleet?.Rebuilding is not { } rebuilding || Best.Missing > 0) return;
        completeness ??= new Completeness(model, Draft, scale);
        new Breeding(this, model, neighbours, rebuilding, Saving, rng).Run();
        Best.Restore(Draft);
        completeness.Begin();
        (begun, ends) = (Used, 1);
    }

    /// <summary>The last complete plan on the way of the search that ended last.</summary>
    public Snapshot Home => completeness!.Home;

    /// <summary>A search of its own from the draft; the best plan on its way is kept in <paramref name="found"/>.</summary>
    public void Settle(Snapshot found, double hot, double until)
    {
        completeness!.Begin();
        found.Take(Draft);
        (kept, heat, begun, ends) = (found, hot, Used, until);
        Anneal(until);
        (kept, heat) = (Best, Hot);
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

    /// <summary>True if a plan has fewer tours than any so far; it is the best then.</summary>
    public bool HasFewest(Snapshot plan)
    {
        if (plan.Missing > 0 || plan.Tours >= Most) return false;
        Most = plan.Tours;
        Best.Take(plan);
        return true;
    }

    private FleetPhase Saving(Snapshot best) =>
        new(model, neighbours, Draft, best, rng, new AbsenceCounts(model, ruin, recreate, 0.1 * scale), budget);
}
