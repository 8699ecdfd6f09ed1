namespace Duban.Dispatch.Routing.Search;

/// <summary>One thread's search: ruin and recreate under simulated annealing, with a phase before it that saves coaches.</summary>
internal sealed class Searcher
{
    private const double Hot = 0.35, Cold = 0.012;

    /// <summary>Where coaches have several sizes a stop's cost has their hire in it, so the end is colder than by the way alone.</summary>
    private const double ColdSized = 0.006;

    /// <summary>What exchanging coaches may save at the most, in stops: a step dearer by more is not asked.</summary>
    private const double Hope = 2;

    /// <summary>The heat at which a search goes on once more from the best plan, and the share of the budget until the next time.</summary>
    private const double Warm = 0.035, Cycle = 0.05;

    /// <summary>Saving coaches is given up after this share of the budget, or after this multiple of the share at which the last one was saved.</summary>
    private const double GivenUp = 0.3, Patience = 3;

    /// <summary>The share of the budget that one of several short searches has.</summary>
    private const double ShortSearch = 0.04;

    /// <summary>The share that a search begun from nothing has, and the steps for each job that it needs to be worth it.</summary>
    private const double Anew = 0.12, AnewScarce = 0.06;
    private const int Settling = 1000, SettlingScarce = 300;

    /// <summary>The steps for each visit that a search begun from nothing has where coaches have several sizes, the least share of the budget, and that of the first.</summary>
    private const int StepsAnew = 800;
    private const double LeastAnew = 0.02, FirstAnew = 0.04;
    private const int Check = 16, Tries = 3;

    /// <summary>One short search in so many begins from a plan whose tours were all put together anew.</summary>
    private const int AllAnew = 2;

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
    private double scale, saved, begun = double.NaN, ends = 1, hot = Hot;
    private bool cycles;
    private Completeness? completeness;
    private int most;

    public Searcher(Model model, Neighbours neighbours, ulong seed, Budget budget)
    {
        (this.model, this.neighbours, this.budget) = (model, neighbours, budget);
        rng = new Rng(seed);
        (Draft, Best) = (new Draft(model, rng), new Snapshot(model));
        var splitting = model.Split ? new Splitting(model) : null;
        (ruin, recreate) = (new StringRemoval(model, neighbours, splitting), new Recreate(model, rng, splitting));
        tails = TailExchange.Suits(model) ? new TailExchange(model, neighbours) : null;

        // Without windows stretches were worth no more than the time they take.
        if (tails is not null && model.Timed) stretches = new StretchExchange(model, neighbours);
        if (SizedExchange.Suits(model)) sized = new SizedExchange(model, neighbours);
        (most, freely) = (Draft.Slots, model.Problem.Objective == Objective.Distance);
        (scarce, scarceVisits) = (model.Coaches.Limited, model.Coaches.Limited && sized is not null);
        cold = sized is null ? Cold : ColdSized;
    }

    public long Iterations { get; private set; }

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
        recreate.Apply(Draft, most, freely);
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
        (most, saved) = (Math.Min(most, other.most), Math.Max(saved, other.saved));
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
        (hot, begun) = (Warm, used);
        ends = used + 1.5 * Cycle < 1 ? used + Cycle : 1;
    }

    private void Step(double temperature)
    {
        var limit = Limit(temperature);
        Draft.Begin();
        ruin.Apply(Draft, rng);
        var hope = scarceVisits ? limit + Hope * scale : scarce ? double.PositiveInfinity : limit;
        recreate.Apply(Draft, most, freely, hope);
        if (scarce && Draft.Cost < hope) CoachExchange.Apply(Draft);
        if (Draft.Cost < limit) Accept();
        else Draft.Rollback();
    }

    /// <summary>What a plan must cost less than to be gone on with (Metropolis and others, Journal of Chemical Physics 1953).</summary>
    private double Limit(double temperature) => Draft.Cost - temperature * Math.Log(rng.Unit());

    private void Accept()
    {
        Draft.Commit();
        if (Best.IsWorseThan(Draft)) Best.Take(Draft);
    }

    private double Temperature(double used) => scale * hot * Math.Pow(cold / hot, Math.Clamp((used - begun) / Math.Max(1e-9, ends - begun), 0, 1));

    /// <summary>Saves coaches until a share of the budget is used, or until there can be no fewer.</summary>
    public void SaveCoaches(double until)
    {
        fleet ??= new FleetPhase(model, neighbours, Draft, Best, rng, new AbsenceCounts(model, ruin, recreate, 0.1 * scale), budget);
        Best.Restore(Draft);
        if (Best.Tours > fleet.Least) fleet.Begin();
        var used = budget.Used(Iterations);
        for (var step = 1; used < until && used < Math.Max(GivenUp, Patience * saved) && Best.Tours > fleet.Least; step++)
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
        most = Math.Max(1, Best.Tours);
    }

    /// <summary>
    /// Which coach serves which part of the map is settled early and seldom undone where sizes differ or windows bind: several
    /// short searches begin from nothing (multi-start: Martí, Handbook of Metaheuristics 2003), if each is long enough to settle.
    /// </summary>
    public void BeginAnew(double until)
    {
        if ((model.Paired && !model.Split) || !(scarce || model.Timed || sized is not null)) return;
        var used = budget.Used(Iterations);
        var (all, round) = (most, 1);
        for (; used < until; round++)
        {
            var settled = Iterations + (scarce || sized is not null ? SettlingScarce : Settling) * model.Requests;
            (begun, ends) = (used, EndOfShort(used, until));
            Anneal(ends);
            used = budget.Used(Iterations);
            if (Iterations < settled) break;

            // With every seat taken a coach fewer is often cheaper, but no step of a walk that has one more leads there.
            if (model.Split) most = round % 2 == 1 && Best.Missing == 0 ? Math.Max(1, Best.Tours - 1) : all;
            Draft.Reset();
            Draft.Begin();
            recreate.Apply(Draft, most, freely);
            Draft.Commit();
            completeness?.Begin();
        }
        cycles = sized is not null && round > 1;
        (most, begun, ends) = (all, used, cycles ? used : 1);
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

    /// <summary>
    /// Where few coaches bind, one long search stays near where it began: several short ones begin from plans put together anew,
    /// until a share of the budget is used, and the best of them is gone on with.
    /// </summary>
    public void Restart(double until)
    {
        if (fleet?.Rebuilding is not { } rebuilding || Best.Missing > 0) return;
        completeness ??= new Completeness(model, Draft, scale);
        var (used, round) = (budget.Used(Iterations), 0);
        while (used < until)
        {
            completeness.Begin();
            (begun, ends) = (used, Math.Min(until, used + ShortSearch));
            Anneal(ends);
            var (iterations, rebuilt, all) = (Iterations, false, ++round % AllAnew == 0);
            for (var tries = 0; tries < Tries && !rebuilt; tries++)
            {
                Best.Restore(Draft);
                rebuilt = rebuilding.Apply(Draft, rng, ref iterations, until, all && tries == 0);
            }
            if (!rebuilt) Best.Restore(Draft);
            (Iterations, used) = (iterations, budget.Used(iterations));
        }
        Best.Restore(Draft);
        completeness.Begin();
        (begun, ends) = (used, 1);
    }
}
