using System.CommandLine;
using System.Globalization;
using Duban.Dispatch.Routing;
using Duban.Dispatch.Routing.Files;

namespace Duban.Web.CommandLine;

/// <summary><c>duban dispatch</c>: plans coaches for an instance file, and checks a plan.</summary>
public static class DispatchCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal) =>
        new("dispatch", terminal.Words("专车调度", "routing of coaches")) { CreateSolve(terminal), CreateValidate(terminal) };

    private static Command CreateSolve(Terminal terminal)
    {
        var file = FileArgument(terminal, "FILE", "实例文件：.vrp、Solomon、Li & Lim 或县域 JSON", "an instance: .vrp, Solomon, Li & Lim, or a county's JSON");
        var seconds = Option<double>("--seconds", terminal, 10, "求解时间（秒）", "wall time to search, in seconds");
        var iterations = Option<long>("--iterations", terminal, 0, "按迭代次数而非时间求解（结果可重现）", "bound by iterations instead of time; the same seed then gives the same plan");
        var seed = Option<ulong>("--seed", terminal, 1, "随机种子", "seed of all chance");
        var threads = Option<int>("--threads", terminal, 1, "线程数", "searches side by side");
        var objective = new Option<Objective?>("--objective") { Description = terminal.Words("目标：distance 或 vehicles", "what is made small first: distance or vehicles") };
        var dimacs = Option<bool>("--dimacs", terminal, false, "Solomon 文件按 DIMACS 截断到一位小数", "truncate Solomon files to one decimal, as DIMACS did");
        var split = Option<int>("--split", terminal, 0, "允许拆分，每部分至少的人数", "groups may be split into parts of at least this many people");
        var start = new Option<string?>("--start") { Description = terminal.Words("从已有方案开始", "begin from this plan, such as yesterday's") };
        var change = Option<double>("--price-of-change", terminal, 0, "每组换车的代价", "the price of moving a group to another coach than in --start");
        var json = Json(terminal);
        var command = new Command("solve", terminal.Words("求解", "search for the best plan"))
        {
            file, seconds, iterations, seed, threads, objective, dimacs, split, start, change, json,
        };
        command.SetAction(async (line, stop) =>
        {
            var options = new SolveOptions
            {
                Seconds = line.GetValue(seconds),
                Iterations = line.GetValue(iterations),
                Seed = line.GetValue(seed),
                Threads = line.GetValue(threads),
                PriceOfChange = line.GetValue(change),
            };
            if (!(options.Seconds > 0) || options.Threads is < 1 or > 256 || options.Iterations < 0 || line.GetValue(split) < 0 || !(options.PriceOfChange >= 0))
            {
                terminal.Complain("--seconds、--threads 须大于 0，其余不得为负。", "--seconds and --threads should be above 0, the others not negative.");
                return Exit.BadInput;
            }
            var read = new ReadOptions { Dimacs = line.GetValue(dimacs), Objective = line.GetValue(objective), LeastPart = line.GetValue(split) };
            var (instance, yesterday, asJson) = (line.GetRequiredValue(file), line.GetValue(start), line.GetValue(json));
            return await Task.Run(() => DispatchWork.Solve(terminal, instance, read, yesterday, options, asJson, stop), CancellationToken.None);
        });
        return command;
    }

    private static Command CreateValidate(Terminal terminal)
    {
        var file = FileArgument(terminal, "FILE", "实例文件", "the instance");
        var solution = FileArgument(terminal, "SOLUTION", "方案：本命令的 JSON 或 CVRPLIB 的 .sol", "a plan: this command's JSON or CVRPLIB's .sol");
        var dimacs = Option<bool>("--dimacs", terminal, false, "Solomon 文件按 DIMACS 截断到一位小数", "truncate Solomon files to one decimal, as DIMACS did");
        var split = Option<int>("--split", terminal, 0, "允许拆分，每部分至少的人数", "groups may be split into parts of at least this many people");
        var json = Json(terminal);
        var command = new Command("validate", terminal.Words("检查方案", "check a plan")) { file, solution, dimacs, split, json };
        command.SetAction(line => DispatchWork.Validate(
            terminal,
            line.GetRequiredValue(file),
            line.GetRequiredValue(solution),
            new ReadOptions { Dimacs = line.GetValue(dimacs), LeastPart = line.GetValue(split) },
            line.GetValue(json)));
        return command;
    }

    private static Option<bool> Json(Terminal terminal) => Option<bool>("--json", terminal, false, "输出 JSON", "print JSON");

    private static Argument<string> FileArgument(Terminal terminal, string name, string chinese, string english) =>
        new(name) { Description = terminal.Words(chinese, english) };

    // Numbers are read the same way whatever the machine's language is.
    private static Option<T> Option<T>(string name, Terminal terminal, T usual, string chinese, string english)
        where T : IParsable<T> =>
        typeof(T) == typeof(bool)
            ? new Option<T>(name) { Description = terminal.Words(chinese, english) }
            : new Option<T>(name)
            {
                Description = terminal.Words(chinese, english),
                DefaultValueFactory = _ => usual,
                CustomParser = result =>
                {
                    if (T.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out var value)) return value;
                    result.AddError(terminal.Words($"{name} 不是有效的数：{result.Tokens[0].Value}", $"{name} is not a number: {result.Tokens[0].Value}"));
                    return usual;
                },
            };
}
