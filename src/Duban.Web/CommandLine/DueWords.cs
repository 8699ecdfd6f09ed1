using System.Globalization;
using Duban.Domain;
using Duban.Domain.Calendar;

namespace Duban.Web.CommandLine;

/// <summary>What <c>duban calendar due</c> says about a table it cannot answer, or answers with a proviso.</summary>
public static class DueWords
{
    /// <summary>A problem with its line and column, or with its option when the question was typed on the command line.</summary>
    public static Wording Of(Reason problem, bool single)
    {
        var (chinese, english) = Sentence(problem);
        return single
            ? new($"{OptionOf(problem)}：{chinese}", $"{OptionOf(problem)}: {english}")
            : new($"第 {problem.Args[0]} 行第 {problem.Args[1]} 列：{chinese}", $"line {problem.Args[0]}, column {problem.Args[1]}: {english}");
    }

    /// <summary>That a date rests on a year nobody has announced.</summary>
    public static Wording Provisional(DueRow row, DateOnly due, int year, bool single)
    {
        var date = due.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new(
            $"{(single ? "" : $"第 {row.Line} 行：")}{date} 为暂定：{year} 年节假日安排尚未公布，仅按周末推算。",
            $"{(single ? "" : $"line {row.Line}: ")}{date} is provisional: the holidays of {year} are not announced, only weekends were left out.");
    }

    private static (string Chinese, string English) Sentence(Reason problem) => problem.Code switch
    {
        "due.not_a_day" => ($"“{problem.Args[2]}”不是日期，应形如 2021-02-10", $"'{problem.Args[2]}' is not a day such as 2021-02-10"),
        "due.not_a_number_of_days" => ($"“{problem.Args[2]}”不是 0 至 {problem.Args[3]} 的整数", $"'{problem.Args[2]}' is not a whole number from 0 to {problem.Args[3]}"),
        "due.cell_missing" => ($"缺少 {problem.Args[2]}", $"{problem.Args[2]} is missing"),
        "due.column_missing" => ($"表头缺少 {problem.Args[2]} 列", $"the header has no column {problem.Args[2]}"),
        "due.column_twice" => ($"表头有两个 {problem.Args[2]} 列", $"the header has the column {problem.Args[2]} twice"),
        "due.no_rows" => ("没有可计算的行", "there is no line to answer"),
        _ => (problem.Code, problem.Code),
    };

    private static string OptionOf(Reason problem) => problem.Field == "start" ? "--from" : "--working-days";
}
