using System.Text.RegularExpressions;
using Duban.Domain.Documents;
using static Duban.Web.Documents.Import.LedgerField;

namespace Duban.Web.Documents.Import;

/// <summary>
/// One value over several columns: 整改时限 over 年, 月, 日; 东经 over 度, 分, 秒; or one whose heading holds its sign: 整改期限（天）.
/// A row's parts are put together in the first of them.
/// </summary>
internal sealed partial class SplitCells
{
    private const string DayParts = "年月日", AngleParts = "度分秒";

    private static readonly LedgerField[] Days = [Deadline, FoundOn, ReceivedOn, StartedOn, CompletedOn, StruckOffOn];

    private readonly List<(int Column, string Sign)[]> runs;

    private SplitCells(List<(int, string)[]> runs) => this.runs = runs;

    /// <summary>The split columns of a header; null for the usual sheet, which has none.</summary>
    internal static SplitCells? Of(Header header)
    {
        var runs = header.Mapping.Columns.Select(c => Run(header, c)).OfType<(int, string)[]>().ToList();
        return runs.Count > 0 ? new(runs) : null;
    }

    /// <summary>The row with every value in its first column.</summary>
    internal SheetRow Joined(SheetRow row)
    {
        var cells = row.Cells.ToArray();
        foreach (var run in runs)
        {
            var filled = run.Where(p => !row[p.Column].IsBlank).ToList();
            if (filled.Count == 0) continue;
            // 长期坚持 merged over all three is a value of its own.
            var plain = filled.TrueForAll(p => Part.IsMatch(ClerkText.Dense(row[p.Column].Text)));
            if (plain && (filled.Count > 1 || run.Length == 1))
                Put(run[0].Column, new(string.Concat(filled.Select(p => Signed(ClerkText.Dense(row[p.Column].Text), p.Sign)))));
            else Put(run[0].Column, row[filled[0].Column]);
            foreach (var (column, _) in run.Skip(1).Where(p => p.Column < cells.Length)) cells[column] = default;
        }
        return row with { Cells = cells };

        void Put(int column, Cell value)
        {
            if (column >= cells.Length) Array.Resize(ref cells, column + 1);
            cells[column] = value;
        }
    }

    private static string Signed(string text, string sign) => text.EndsWith(sign, StringComparison.Ordinal) ? text : text + sign;

    private static (int, string)[]? Run(Header header, MappedColumn first)
    {
        var signs = Days.Contains(first.Field) ? DayParts : first.Field is Longitude or Latitude ? AngleParts : "";
        if (signs.Length == 0) return null;
        if (signs == DayParts && OwnSign.Match(ClerkText.Dense(first.Heading)) is { Success: true } own)
            return [(first.Index, own.Groups[1].Value is "日" or "自然日" ? "天" : own.Groups[1].Value is "工作日" ? "个工作日" : own.Groups[1].Value)];
        var at = signs.IndexOf(ClerkText.Dense(HeaderFinder.Last(first.Heading)), StringComparison.Ordinal);
        if (at < 0 || HeaderFinder.Above(first.Heading) is not { Length: > 0 } above) return null;
        var run = signs[at..].Select((sign, i) => (Column: first.Index + i, Sign: sign.ToString())).TakeWhile(p => header.Mapping.Columns.Any(c =>
            c.Index == p.Column && HeaderFinder.Above(c.Heading) == above && ClerkText.Dense(HeaderFinder.Last(c.Heading)) == p.Sign)).ToArray();
        return run.Length > 1 ? run : null;
    }

    [GeneratedRegex(@"^(?:\d{1,4}(?:\.\d{1,10})?|[一二三四五六七八九十〇零廿卅]{1,4})[年月日号天度分秒]?$")]
    private static partial Regex Part { get; }

    [GeneratedRegex(@"\((?:单位:)?(月|天|日|自然日|工作日)(?:份|数)?\)$")]
    private static partial Regex OwnSign { get; }
}
