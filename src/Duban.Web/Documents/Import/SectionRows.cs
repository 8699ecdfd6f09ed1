using System.Text.RegularExpressions;
using Duban.Domain.Documents;

namespace Duban.Web.Documents.Import;

/// <summary>
/// Section headings that look like matters: 一 | 珠晖区 over rows numbered 1, 2, 3; 二 | 工作落实方面. They are told by a way of
/// numbering that no matter of the sheet has.
/// </summary>
internal static partial class SectionRows
{
    private const int Longest = 40;

    private static readonly LedgerField[] Carriers = [LedgerField.Unit, LedgerField.Description, LedgerField.Site, LedgerField.Sector];

    /// <summary>Takes the headings out; where they name units, the rows below that name none are theirs. Answers the headings.</summary>
    internal static IReadOnlyList<DraftRow> TakeOut(List<DraftRow> rows, UnitDirectory units)
    {
        var heads = rows.Where(r => Heading(r) is not null).ToHashSet();
        if (heads.Count == 0 || heads.Count == rows.Count || rows.Any(r => !heads.Contains(r) && Way(r) is { } way && heads.Any(h => Way(h) == way))) return [];
        // Without a row below it, a heading is a matter somebody has still to write.
        if (heads.Contains(rows[^1]) || rows.Zip(rows.Skip(1)).Any(p => heads.Contains(p.First) && heads.Contains(p.Second) && Way(p.First) == Way(p.Second))) return [];
        (string Text, bool Group)? over = null;
        foreach (var row in rows)
        {
            if (heads.Contains(row))
            {
                var (field, text) = Heading(row)!.Value;
                over = field == LedgerField.Unit || units.Find(text) is { Known: true } ? (text, true) : over;
            }
            else if (over is not null && row[LedgerField.Unit] is null) row.Around = over;
        }
        rows.RemoveAll(heads.Contains);
        return [.. heads];
    }

    private static (LedgerField Field, string Text)? Heading(DraftRow row)
    {
        if (Way(row) is null || row.Other.Count > 0) return null;
        var said = Enum.GetValues<LedgerField>().Where(f => f is not (LedgerField.Serial or LedgerField.Number or LedgerField.Other) && row[f] is not null).ToList();
        // 一 | 珠晖区 | 2处: the section's own count.
        if (said.Count == 2 && row[LedgerField.Description] is { } count && RowSieve.IsCount(count)) said.Remove(LedgerField.Description);
        return said is [var only] && Carriers.Contains(only) && row[only]!.Length <= Longest ? (only, row[only]!) : null;
    }

    // 一 and （一） are two ways; 1, 2, 3 are the way of matters.
    private static string? Way(DraftRow row) =>
        Numeral.Match(ClerkText.Dense(row[LedgerField.Serial] ?? row[LedgerField.Number])) is { Success: true } m ? m.Groups["open"].Success ? "()" : "一" : null;

    [GeneratedRegex(@"^(?<open>\()?(?:第?[一二三四五六七八九十]{1,3}(?:部分|类|项)?)\)?[、.]?$")]
    private static partial Regex Numeral { get; }
}
