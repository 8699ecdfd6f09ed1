using Duban.Dispatch.Routing;
using Duban.Dispatch.Routing.Checking;

namespace Duban.Dispatch.Visiting;

/// <summary>Checks a visit plan by driving it through; shares no code with the search.</summary>
public static class VisitValidator
{
    private const double Allowance = 1e-6;

    /// <summary>All rules the plan breaks; none = it may be driven. A plan without a tour breaks none.</summary>
    public static IReadOnlyList<Fault> Check(VisitTour tour, VisitPlan plan)
    {
        var faults = new List<Fault>();
        void Add(FaultKind kind, int factory, string what) => faults.Add(new Fault(kind, 0, factory, what));
        if (!plan.Found) return faults;
        if (plan.Coach >= tour.Fleet.Count
            || plan.Calls.Any(c => c.Factory < 0 || c.Factory >= tour.Factories.Count || c.Slot < 0 || c.Slot >= tour.Factories[c.Factory].Slots.Count))
        {
            Add(FaultKind.Unknown, -1, "the plan names a coach, factory or slot that does not exist");
            return faults;
        }
        var coach = tour.Fleet[plan.Coach];
        if (coach.Seats < tour.People) Add(FaultKind.Seats, -1, $"{tour.People} people, {coach.Seats} seats");
        if (coach.Available < 1) Add(FaultKind.Coaches, -1, $"no coach of type {coach.Name} can be had");
        if (plan.Calls.Select(c => c.Factory).Distinct().Count() < plan.Calls.Count) Add(FaultKind.Served, -1, "a factory is visited twice");
        if (plan.Calls.Count < Math.Max(1, tour.Least) || plan.Calls.Count > tour.Most) Add(FaultKind.Served, -1, $"{plan.Calls.Count} factories are visited");
        if (plan.Boards < tour.Opens - Allowance) Add(FaultKind.Window, -1, "boarding begins too early");

        var drives = new List<(double From, double To)>();
        var (at, now, metres) = (tour.Township, plan.Boards + tour.Boarding, tour.Travel.Distance(tour.Depot, tour.Township));
        drives.Add((plan.Boards - tour.Travel.Duration(tour.Depot, tour.Township), plan.Boards));
        void DriveTo(int place)
        {
            drives.Add((now, now + tour.Travel.Duration(at, place)));
            metres += tour.Travel.Distance(at, place);
            (at, now) = (place, drives[^1].To);
        }
        foreach (var call in plan.Calls)
        {
            var factory = tour.Factories[call.Factory];
            var slot = factory.Slots[call.Slot];
            DriveTo(factory.Place);
            if (now > slot.Begins + Allowance) Add(FaultKind.Window, call.Factory, $"{factory.Name} begins at {slot.Begins}, the coach arrives at {now}");
            if (slot.Places < tour.People) Add(FaultKind.Seats, call.Factory, $"{factory.Name} takes {slot.Places} visitors");
            now = Math.Max(now, slot.Begins) + factory.Stay;
        }
        DriveTo(tour.Township);
        if (Math.Abs(now - plan.Back) > Allowance) Add(FaultKind.Window, -1, $"the coach is back at {now}, not at {plan.Back}");
        if (now > tour.Closes + Allowance) Add(FaultKind.Window, -1, "the coach is back too late");
        if (now - plan.Boards > tour.LongestDay + Allowance) Add(FaultKind.RideTime, -1, "the day is too long");
        if (!coach.Open) DriveTo(tour.Depot);
        if (tour.Driver is { } rules) Drive(rules, drives, Add);
        var cost = coach.Fixed + coach.PerDistance * metres;
        if (Math.Abs(cost - plan.Cost) > Allowance * Math.Max(1, cost)) Add(FaultKind.Cost, -1, $"the cost is {cost}, not {plan.Cost}");
        var worth = plan.Calls.Sum(c => tour.Factories[c.Factory].Worth);
        if (Math.Abs(worth - plan.Worth) > Allowance * Math.Max(1, Math.Abs(worth))) Add(FaultKind.Cost, -1, $"the worth is {worth}, not {plan.Worth}");
        return faults;
    }

    private static void Drive(DriverRules rules, List<(double From, double To)> drives, Action<FaultKind, int, string> add)
    {
        if (drives.Sum(d => d.To - d.From) > rules.InAll + Allowance) add(FaultKind.DriverHours, -1, "too many hours of driving in all");
        for (var first = 0; first < drives.Count; first++)
        {
            if (first > 0 && drives[first].From - drives[first - 1].To < rules.Rest - Allowance) continue;
            var (driven, began) = (0.0, drives[first].From);
            for (var k = first; k < drives.Count && (k == first || drives[k].From - drives[k - 1].To < rules.Rest - Allowance); k++)
            {
                driven += drives[k].To - drives[k].From;
                var hour = ((began % rules.Day) + rules.Day) % rules.Day;
                var night = hour < rules.NightEnds || hour + drives[k].To - began > rules.NightBegins;
                if (driven > (night ? rules.OnEndByNight : rules.OnEnd) + Allowance) add(FaultKind.DriverHours, -1, $"{driven} of driving on end");
            }
        }
    }
}
