namespace Duban.Dispatch.Routing.Search;

/// <summary>One thread's search: ruin and recreate under simulated annealing, with a phase before it that saves coaches.</summary>
internal sealed class Searcher
{
    private const double Hot = 0.35, Cold = 0.012, Removed = 10, MostIncomplete = 0.6;
    private const int Check = 16, Weighing = 256;

    public readonly Draft Draft;
    public readonly Snapshot Best;
    private readonly Model model;
    private readonly Rng rng;
    private readonly Budget budget;
    private readonly StringRemoval ruin;
    private readonly Recreate recreate;
    private readonly Splitting? splitting;
    private readonly int[] absences;
    private double scale, begun = double.NaN;
    private int incomplete;
    private int most;

    public Searcher(Model model, Neighbours neighbours, ulong seed, Budget budget)
    {
        (this.model, this.budget) = (model, budget);
        rng = new Rng(seed);
        (Draft, Best) = (new Draft(model, rng), new Snapshot(model));
        splitting = model.Split ? new Splitting(model) : null;
        (ruin, recreate) = (new StringRemoval(model, neighbours), new Recreate(model, splitting));
        absences = new int[model.Jobs];
        most = Draft.Slots;
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
        recreate.Apply(Draft, rng, most, model.Problem.Objective == Objective.Distance);
        Draft.Commit();
        Best.Take(Draft);
        scale = Math.Max(1e-9, Draft.TourCost / Math.Max(1, model.Nodes - 2 - Draft.AbsentCount));
    }

    /// <summary>Goes on from the best plan of another thread.</summary>
    public void Adopt(Searcher other)
    {
        other.Best.Restore(Draft);
        Best.Take(other.Best);
        most = Math.Min(most, other.most);
    }

    /// <summary>Anneals until a share of the budget is used; called again, it goes on where it stopped.</summary>
    public void Anneal(double until)
    {
        var freely = model.Problem.Objective == Objective.Distance;
        var used = budget.Used(Iterations);
        if (double.IsNaN(begun))
        {
            begun = used;
            if (!freely) Draft.Weigh(5 * scale);
        }
        var temperature = Temperature(used);
        for (var step = 1; used < until; step++)
        {
            if (step % Check == 0)
            {
                used = budget.Used(Iterations);
                temperature = Temperature(used);
                Report?.Invoke(used);
            }
            if (!freely) Weigh(step);
            Iterations++;
            var before = Draft.Cost;
            Draft.Begin();
            Ruin();
            recreate.Apply(Draft, rng, most, freely);
            if (model.Coaches.Limited) CoachExchange.Apply(Draft);
            if (Draft.Cost >= before - temperature * Math.Log(rng.Unit()))
            {
                Draft.Rollback();
                continue;
            }
            Draft.Commit();
            if (Best.IsWorseThan(Draft)) Best.Take(Draft);
        }
    }

    private double Temperature(double used) => scale * Hot * Math.Pow(Cold / Hot, Math.Clamp((used - begun) / Math.Max(1e-9, 1 - begun), 0, 1));

    /// <summary>With few coaches the search walks through plans that leave somebody out; the weight of that keeps it half of the time.</summary>
    private void Weigh(int step)
    {
        incomplete += Draft.AbsentCount > 0 ? 1 : 0;
        if (step % Weighing != 0) return;
        Draft.Weigh(Math.Clamp(Draft.Mandate * (incomplete > Weighing * MostIncomplete ? 1.15 : 0.9), scale, model.Dearest));
        incomplete = 0;
    }

    /// <summary>
    /// Saves coaches: empties the tour whose jobs have been left out least often, then searches with jobs left out, preferring
    /// to leave out those that are rarely left out (Christiaens and Vanden Berghe 2020, §5; absence counts).
    /// </summary>
    public void SaveCoaches(double until)
    {
        var least = LeastTours();
        Best.Restore(Draft);
        var temperature = scale * 0.1;
        var used = budget.Used(Iterations);
        if (Draft.AbsentCount == 0 && Draft.UsedCount > least) Empty();
        var standing = Standing();
        for (var step = 0; used < until && Best.Tours > least; step++)
        {
            if (step % Check == 0)
            {
                used = budget.Used(Iterations);
                Report?.Invoke(used);
            }
            Iterations++;
            var (before, absentBefore) = (Draft.TourCost, Draft.AbsentCount);
            Draft.Begin();
            Ruin();
            recreate.Apply(Draft, rng, most, false);
            for (var i = 0; i < Draft.AbsentCount; i++) absences[Draft.Absent[i]]++;
            var now = Standing();
            var accepted = now < standing
                || (Draft.AbsentCount <= absentBefore && Draft.TourCost < before - temperature * Math.Log(rng.Unit()));
            if (!accepted)
            {
                Draft.Rollback();
                continue;
            }
            Draft.Commit();
            standing = now;
            if (Draft.AbsentCount > 0) continue;
            Best.Take(Draft);
            if (Draft.UsedCount <= least) break;
            Empty();
            standing = Standing();
        }
        Best.Restore(Draft);
        most = Math.Max(1, Best.Tours);
    }

    private void Ruin()
    {
        ruin.Mark(Draft, rng, Removed);
        splitting?.MarkSiblings(Draft, rng);
        Draft.Remove();
    }

    private long Standing()
    {
        var sum = 0L;
        for (var i = 0; i < Draft.AbsentCount; i++) sum += absences[Draft.Absent[i]];
        return sum;
    }

    private void Empty()
    {
        most = Draft.UsedCount - 1;
        var (fewest, slot) = (long.MaxValue, -1);
        for (var u = 0; u < Draft.UsedCount; u++)
        {
            var tour = Draft.Tours[Draft.Used[u]];
            var sum = 0L;
            for (var k = 1; k <= tour.Length; k++) sum += absences[model.JobOf(tour.Seq[k])];
            if (sum < fewest) (fewest, slot) = (sum, Draft.Used[u]);
        }
        Draft.Begin();
        var chosen = Draft.Tours[slot];
        for (var k = 1; k <= chosen.Length; k++) Draft.Drop(chosen.Seq[k]);
        Draft.Remove();
        Draft.Commit();
    }

    /// <summary>No fewer tours than the load needs; a tour of pairs may empty and fill again, so there the bound is one.</summary>
    private int LeastTours() => model.Paired ? 1
        : (int)Math.Max(1, (model.Problem.Requests.Sum(r => (long)r.Load) + model.Coaches.MostSeats - 1) / model.Coaches.MostSeats);
}
