using System.Collections.Frozen;
using Duban.Domain.Documents;

namespace Duban.Web.Documents.Import;

/// <summary>Levels that are not written but marked: a √ in the column 重大 under 隐患等级, 是 under 是否重大隐患.</summary>
internal sealed class LevelMarks
{
    private static readonly FrozenSet<string> Yes = "是 有 √ ✓ ✔ ☑ ■ ● ▲ ★ V Y YES TRUE 1".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> No = "否 不是 无 不 × ✗ X □ ☐ N NO FALSE 0 / - —".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<int, string> ticks = [];
    private readonly HashSet<int> asked = [];

    /// <summary>Looks the marked columns up in a header.</summary>
    internal LevelMarks(Header header)
    {
        foreach (var column in header.Mapping.Columns)
        {
            if (column.Field is not (LedgerField.Level or LedgerField.Other)) continue;
            var last = HeaderFinder.Last(column.Heading);
            if (column.Field == LedgerField.Level && ClerkText.Dense(last).StartsWith("是否", StringComparison.Ordinal)) asked.Add(column.Index);
            else if (ClerkLevel.Read(last).Known && HeaderWords.Match("", HeaderFinder.Above(column.Heading)).Field == LedgerField.Level) ticks[column.Index] = last;
        }
    }

    /// <summary>True for a mark that says yes.</summary>
    internal static bool IsYes(string text) => Yes.Contains(ClerkText.Dense(text));

    /// <summary>True for a mark that says no.</summary>
    internal static bool IsNo(string text) => No.Contains(ClerkText.Dense(text));

    /// <summary>True where a column's cells mark a level; what the cell says of it, null when it says nothing.</summary>
    internal bool Says(int column, string text, out string? level)
    {
        level = null;
        if (ticks.Count + asked.Count == 0) return false;
        var mark = ClerkText.Dense(text);
        if (ticks.TryGetValue(column, out var word))
        {
            level = Yes.Contains(mark) ? word : No.Contains(mark) ? null : text;
            return true;
        }
        if (!asked.Contains(column) || !(Yes.Contains(mark) || No.Contains(mark))) return false;
        level = Yes.Contains(mark) ? "重大" : "一般";
        return true;
    }
}
