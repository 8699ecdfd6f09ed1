using System.Text.Json;
using Duban.Dispatch.Routing;
using Duban.Dispatch.Routing.Checking;
using Duban.Dispatch.Routing.Files;

namespace Duban.Web.CommandLine;

/// <summary>What <c>duban dispatch</c> does once its line is understood.</summary>
public static class DispatchWork
{
    internal static readonly JsonSerializerOptions Snake = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    /// <summary>Plans a file's coaches: 0 = all served, 2 = the file is bad, 3 = somebody had to be left out.</summary>
    public static int Solve(Terminal terminal, string file, ReadOptions read, string? start, SolveOptions options, bool json, CancellationToken stop)
    {
        if (VisitWork.Sees(file)) return VisitWork.Solve(terminal, file, json, stop);
        if (Read(terminal, file, text => InstanceFile.Read(text, read)) is not { } problem) return Exit.BadInput;
        if (start is not null)
        {
            if (Read(terminal, start, text => SolutionFile.Read(text, problem)) is not { } yesterday) return Exit.BadInput;
            options = options with { Start = yesterday };
        }
        var shown = ReferenceEquals(terminal.Error, Console.Error) && !Console.IsErrorRedirected;
        if (shown) options = options with { Report = p => terminal.Error.Write($"\r{p.Share,5:P0}  {p.Vehicles} · {p.Cost:0.##}   ") };
        var plan = Solver.Solve(problem, options, stop);
        if (shown) terminal.Error.WriteLine();
        var faults = Validator.Check(problem, plan);
        if (json) terminal.Out.WriteLine(PlanFile.Write(problem, plan, faults.Count == 0));
        else Print(terminal, problem, plan);
        foreach (var fault in faults) terminal.Complain(fault.What, fault.What);
        return faults.Count > 0 ? Exit.Nothing : plan.Unserved.Any(u => problem.Requests[u.Request].Price is null) ? Exit.Partly : Exit.Done;
    }

    /// <summary>Checks a plan: 0 = it may be driven, 1 = it breaks a rule, 2 = a file is bad.</summary>
    public static int Validate(Terminal terminal, string file, string solution, ReadOptions read, bool json)
    {
        if (VisitWork.Sees(file)) return VisitWork.Validate(terminal, file, solution, json);
        if (Read(terminal, file, text => InstanceFile.Read(text, read)) is not { } problem) return Exit.BadInput;
        if (Read(terminal, solution, text => SolutionFile.Read(text, problem)) is not { } plan) return Exit.BadInput;
        var faults = Validator.Check(problem, plan);
        if (json)
            terminal.Out.WriteLine(JsonSerializer.Serialize(new { Valid = faults.Count == 0, Vehicles = plan.Routes.Count, plan.Cost, Faults = faults }, Snake));
        else if (faults.Count == 0)
            terminal.Say($"方案可行：{plan.Routes.Count} 辆车，费用 {plan.Cost:0.##}。", $"The plan may be driven: {plan.Routes.Count} coaches, cost {plan.Cost:0.##}.");
        else
            foreach (var fault in faults) terminal.Out.WriteLine($"{fault.Kind}: {fault.What}");
        return faults.Count == 0 ? Exit.Done : Exit.Nothing;
    }

    internal static T? Read<T>(Terminal terminal, string path, Func<string, T> read)
        where T : class
    {
        try
        {
            return read(File.ReadAllText(path));
        }
        catch (BadFileException fault)
        {
            terminal.Complain($"{path} 第 {fault.Line} 行第 {fault.Column} 列：{fault.Fault}", $"{path}: line {fault.Line}, column {fault.Column}: {fault.Fault}");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            terminal.Complain($"无法读取文件 {path}：{fault.Message}", $"The file {path} cannot be read: {fault.Message}");
        }
        return null;
    }

    private static void Print(Terminal terminal, Problem problem, Plan plan)
    {
        terminal.Say($"{plan.Routes.Count} 辆车，费用 {plan.Cost:0.##}，用时 {plan.Seconds:0.0} 秒", $"{plan.Routes.Count} coaches, cost {plan.Cost:0.##}, found in {plan.Seconds:0.0} s");
        foreach (var route in plan.Routes)
            terminal.Out.WriteLine($"  {problem.Fleet[route.Coach].Name,6}  {string.Join(" ", route.Calls.Select(c => Sign(c) + problem.Requests[c.Request].Id))}");
        foreach (var left in plan.Unserved)
            terminal.Say(
                $"  未安排 {problem.Requests[left.Request].Id}（{left.Load}）：{Words(left.Reason).Chinese}，差 {left.Change:0.##}",
                $"  left out: {problem.Requests[left.Request].Id} ({left.Load}): {Words(left.Reason).English}, by {left.Change:0.##}");
    }

    private static string Sign(Call call) => call.Kind switch { CallKind.Board => "+", CallKind.Alight => "-", _ => "" };

    internal static Wording Words(LeftOut reason) => reason switch
    {
        LeftOut.Seats => new("座位不够", "seats"),
        LeftOut.Window => new("赶不上时间窗", "window"),
        LeftOut.RideTime => new("乘车时间太长", "ride time"),
        LeftOut.DriverHours => new("驾驶员工时超限", "driver hours"),
        LeftOut.Exclusivity => new("不能同车", "exclusivity"),
        LeftOut.Coaches => new("没有车了", "no coach left"),
        _ => new("绕路费用高于价格", "the detour costs more than its price"),
    };
}
