using System.CommandLine;
using System.Globalization;
using Duban.Domain.Calendar;
using Duban.Web.Documents;

namespace Duban.Web.CommandLine;

/// <summary><c>duban calendar due</c>: due dates by the State Council's working days, one or a whole table; needs no ledger.</summary>
public static class DueCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var from = new Option<string>("--from") { Description = terminal.Words("起始日，不计入，如 2021-02-10", "the day that is not counted, e.g. 2021-02-10") };
        var days = new Option<string>("--working-days") { Description = terminal.Words($"工作日数，0 至 {DueTable.MostDays}", $"working days, 0 to {DueTable.MostDays}") };
        var file = new Argument<string?>("FILE")
        {
            Arity = ArgumentArity.ZeroOrOne,
            Description = terminal.Words("含 start,working_days 两列的 CSV 文件，- 为标准输入", "a CSV file with the columns start,working_days; - for standard input"),
        };
        var command = new Command("due", terminal.Words("计算到期日，每行一个", "compute due dates, one a line")) { from, days, file };
        command.SetAction(async (line, ct) => (line.GetValue(file), line.GetValue(from), line.GetValue(days)) switch
        {
            ({ } path, null, null) => await OfFile(path, terminal, ct),
            // What is typed stands in a table of one line under its options.
            (null, { } start, { } n) => Answer(DueTable.Read([new(0, ["start", "working_days"]), new(1, [start, n])], WorkCalendar.China), terminal),
            _ => Misused(terminal),
        });
        return command;
    }

    private static async Task<int> OfFile(string path, Terminal terminal, CancellationToken ct)
    {
        if (path == "-") return Answer(Csv.Read(await terminal.In.ReadToEndAsync(ct)), terminal);
        return await terminal.ReadInput(path, ct) is { } bytes ? Answer(Csv.Read(bytes), terminal) : Exit.BadInput;
    }

    private static int Answer(List<CsvRow> rows, Terminal terminal) => Answer(DueTable.Read(rows.Select(r => new DueLine(r.Line, r.Cells)), WorkCalendar.China), terminal);

    private static int Misused(Terminal terminal)
    {
        terminal.Complain("请给出 --from 和 --working-days，或一个 CSV 文件。", "Give --from and --working-days, or a CSV file.");
        return Exit.BadInput;
    }

    // A table with a bad line prints no date at all: whoever pastes the answers beside the questions must not slip by a line.
    private static int Answer(DueReading table, Terminal terminal)
    {
        if (table.Problems.Count > 0) return terminal.Refuse(table.Problems);
        foreach (var row in table.Rows)
        {
            var due = WorkCalendar.China.AddWorkingDays(row.Start, row.WorkingDays);
            var date = due.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            terminal.Out.WriteLine(date);
            if (due.UnannouncedYear is { } year)
                terminal.Complain(
                    $"第 {row.Line} 行：{date} 为暂定：{year} 年节假日安排尚未公布，仅按周末推算。",
                    $"line {row.Line}: {date} is provisional: the holidays of {year} are not announced, only weekends were left out.");
        }
        return Exit.Done;
    }
}
