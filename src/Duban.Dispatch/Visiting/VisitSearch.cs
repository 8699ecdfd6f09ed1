using Duban.Dispatch.Routing;

namespace Duban.Dispatch.Visiting;

/// <summary>The search of <see cref="VisitPlanner"/>: depth first, the early and near slots first.</summary>
internal sealed class VisitSearch(VisitTour tour, long steps, CancellationToken stop)
{
    private readonly CoachType[] coaches = [.. tour.Fleet.Where(c => c.Available > 0 && c.Seats >= tour.People)];
    private readonly Dictionary<(ulong Visited, FactoryCall Last), List<Label>> seen = [];
    private readonly List<FactoryCall> calls = [];
    private FactoryCall[] best = [];
    private Label bestLabel;
    private CoachType? bestCoach;
    private double bestValue = double.NegativeInfinity;
    private long left = steps;

    /// <summary>A partial tour at the end of its last slot, or at the township before the first.</summary>
    private readonly record struct Label(int Place, double Arrived, double Leaves, double Boards, double Distance, double Worth, DriverDay Driver)
    {
        public bool IsNoWorseThan(Label other) => Distance <= other.Distance && Boards >= other.Boards && Arrived <= other.Arrived
            && Driver.InAll <= other.Driver.InAll && Driver.OnEnd <= other.Driver.OnEnd && Driver.Began >= other.Driver.Began;
    }

    public VisitPlan Run()
    {
        if (coaches.Length > 0)
            Extend(default, 0, tour.Factories.Sum(f => Math.Max(0, f.Worth)));
        if (bestCoach is not { } coach) return new VisitPlan { Coach = -1, Calls = [], Proved = left > 0 };
        return new VisitPlan
        {
            Coach = tour.Fleet.ToList().IndexOf(coach),
            Calls = best,
            Boards = bestLabel.Boards,
            Back = bestLabel.Leaves + Drive(bestLabel.Place, tour.Township),
            Cost = Price(coach, bestLabel),
            Worth = bestLabel.Worth,
            Proved = left > 0,
        };
    }

    private void Extend(Label here, ulong visited, double worthLeft)
    {
        if (calls.Count > 0 && calls.Count >= tour.Least) Finish(here);
        if (calls.Count >= tour.Most) return;
        var next = from host in tour.Factories.Index()
                   where (visited >> host.Index & 1) == 0
                   from slot in Enumerable.Range(0, host.Item.Slots.Count)
                   orderby host.Item.Slots[slot].Begins, calls.Count > 0 ? tour.Travel.Distance(here.Place, host.Item.Place) : 0
                   select (Factory: host.Item, Call: new FactoryCall(host.Index, slot));
        foreach (var (factory, call) in next.ToList())
        {
            if (left <= 0 || stop.IsCancellationRequested)
            {
                left = 0;
                return;
            }
            left--;
            if (After(here, factory, call) is not { } label) continue;
            var onward = worthLeft - Math.Max(0, factory.Worth);
            if (label.Worth + onward - coaches.Min(c => Price(c, label, false)) <= bestValue) continue;
            var now = visited | 1UL << call.Factory;
            if (!IsNew(now, call, label)) continue;
            calls.Add(call);
            Extend(label, now, onward);
            calls.RemoveAt(calls.Count - 1);
        }
    }

    private Label? After(Label from, HostFactory factory, FactoryCall call)
    {
        var slot = factory.Slots[call.Slot];
        if (slot.Places < tour.People) return null;
        if (calls.Count == 0) return First(factory, slot);
        var drive = Drive(from.Place, factory.Place);
        var arrives = from.Leaves + drive;
        if (arrives > slot.Begins + 1e-9) return null;
        var driver = tour.Driver is { } rules ? from.Driver.Then(rules, from.Arrived, from.Leaves, drive) : default;
        if (tour.Driver is { } law && !driver.Allowed(law, arrives)) return null;
        return new Label(factory.Place, arrives, slot.Begins + factory.Stay, from.Boards,
            from.Distance + tour.Travel.Distance(from.Place, factory.Place), from.Worth + factory.Worth, driver);
    }

    /// <summary>Before the first slot nobody waits: the coach leaves as late as it may.</summary>
    private Label? First(HostFactory factory, Slot slot)
    {
        var drive = Drive(tour.Township, factory.Place);
        var boards = slot.Begins - drive - tour.Boarding;
        if (boards < tour.Opens - 1e-9) return null;
        var outward = Drive(tour.Depot, tour.Township);
        var driver = default(DriverDay);
        if (tour.Driver is { } rules)
        {
            driver = new DriverDay(outward, outward, boards - outward);
            if (!driver.Allowed(rules, boards)) return null;
            driver = driver.Then(rules, boards, boards + tour.Boarding, drive);
            if (!driver.Allowed(rules, slot.Begins)) return null;
        }
        return new Label(factory.Place, slot.Begins, slot.Begins + factory.Stay, boards,
            tour.Travel.Distance(tour.Depot, tour.Township) + tour.Travel.Distance(tour.Township, factory.Place), factory.Worth, driver);
    }

    private void Finish(Label label)
    {
        var drive = Drive(label.Place, tour.Township);
        var back = label.Leaves + drive;
        if (back > tour.Closes + 1e-9 || back - label.Boards > tour.LongestDay + 1e-9) return;
        if (tour.Driver is { } rules && !label.Driver.Then(rules, label.Arrived, label.Leaves, drive).Allowed(rules, back)) return;
        foreach (var coach in coaches)
        {
            if (tour.Driver is { } law && !coach.Open)
            {
                var home = Drive(tour.Township, tour.Depot);
                if (!label.Driver.Then(law, label.Arrived, label.Leaves, drive + home).Allowed(law, back + home)) continue;
            }
            var value = label.Worth - Price(coach, label);
            if (value <= bestValue) continue;
            (bestValue, best, bestLabel, bestCoach) = (value, [.. calls], label, coach);
        }
    }

    private double Price(CoachType coach, Label label, bool whole = true) => coach.Fixed + coach.PerDistance * (label.Distance
        + (whole ? tour.Travel.Distance(label.Place, tour.Township) + (coach.Open ? 0 : tour.Travel.Distance(tour.Township, tour.Depot)) : 0));

    private double Drive(int from, int to) => tour.Travel.Duration(from, to);

    private bool IsNew(ulong visited, FactoryCall last, Label label)
    {
        if (!seen.TryGetValue((visited, last), out var labels)) seen[(visited, last)] = labels = [];
        if (labels.Any(l => l.IsNoWorseThan(label))) return false;
        labels.RemoveAll(l => label.IsNoWorseThan(l));
        labels.Add(label);
        return true;
    }
}
