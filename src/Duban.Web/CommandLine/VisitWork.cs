using System.Text.Json;
using Duban.Dispatch.Routing.Files;
using Duban.Dispatch.Visiting;

namespace Duban.Web.CommandLine;

/// <summary>What <c>duban dispatch</c> does with a file that holds a visit tour.</summary>
internal static class VisitWork
{
    /// <summary>True if the file can be read and is a visit tour.</summary>
    public static bool Sees(string file)
    {
        try
        {
            return VisitFile.IsOne(File.ReadAllText(file));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Plans the tour: 0 = planned, 2 = the file is bad, 3 = there is no tour.</summary>
    public static int Solve(Terminal terminal, string file, bool json, CancellationToken stop)
    {
        if (DispatchWork.Read(terminal, file, VisitFile.Read) is not { } tour) return Exit.BadInput;
        var plan = VisitPlanner.Solve(tour, stop: stop);
        var faults = VisitValidator.Check(tour, plan);
        if (json) terminal.Out.WriteLine(VisitFile.Write(tour, plan, faults.Count == 0));
        else Print(terminal, tour, plan);
        foreach (var fault in faults) terminal.Complain(fault.What, fault.What);
        return faults.Count > 0 ? Exit.Nothing : plan.Found ? Exit.Done : Exit.Partly;
    }

    /// <summary>Checks a plan: 0 = it may be driven, 1 = it breaks a rule, 2 = a file is bad.</summary>
    public static int Validate(Terminal terminal, string file, string solution, bool json)
    {
        if (DispatchWork.Read(terminal, file, VisitFile.Read) is not { } tour) return Exit.BadInput;
        if (DispatchWork.Read(terminal, solution, text => VisitFile.ReadPlan(text, tour)) is not { } plan) return Exit.BadInput;
        var faults = VisitValidator.Check(tour, plan);
        if (json)
            terminal.Out.WriteLine(JsonSerializer.Serialize(new { Valid = faults.Count == 0, plan.Cost, Faults = faults }, DispatchWork.Snake));
        else if (faults.Count == 0)
            terminal.Say($"方案可行：费用 {plan.Cost:0.##}。", $"The plan may be driven: cost {plan.Cost:0.##}.");
        else
            foreach (var fault in faults) terminal.Out.WriteLine($"{fault.Kind}: {fault.What}");
        return faults.Count == 0 ? Exit.Done : Exit.Nothing;
    }

    private static void Print(Terminal terminal, VisitTour tour, VisitPlan plan)
    {
        if (!plan.Found)
        {
            var why = DispatchWork.Words(plan.Reason!.Value);
            terminal.Say($"没有可行的参观路线：{why.Chinese}。", $"There is no tour: {why.English}.");
            return;
        }
        terminal.Say(
            $"{tour.Fleet[plan.Coach].Name} 座客车，费用 {plan.Cost:0.##}，{Clock(plan.Boards)} 上车，{Clock(plan.Back)} 返回",
            $"coach {tour.Fleet[plan.Coach].Name}, cost {plan.Cost:0.##}, boarding {Clock(plan.Boards)}, back {Clock(plan.Back)}");
        foreach (var call in plan.Calls)
            terminal.Out.WriteLine($"  {Clock(tour.Factories[call.Factory].Slots[call.Slot].Begins)}  {tour.Factories[call.Factory].Name}");
        if (!plan.Proved) terminal.Say("搜索提前停止，可能还有更好的路线。", "The search was stopped early; there may be a better tour.");
    }

    private static string Clock(double seconds) => $"{Math.Floor(seconds / 3600):00}:{Math.Floor(seconds / 60 % 60):00}";
}
