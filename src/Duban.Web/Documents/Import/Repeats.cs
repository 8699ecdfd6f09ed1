using Duban.Domain.Documents;

namespace Duban.Web.Documents.Import;

/// <summary>Leaves out a sheet that holds no matters of its own: one that only gathers what other sheets of the same file hold (总表, 汇总 beside one sheet per unit).</summary>
internal static class Repeats
{
    private static readonly string[] Samples = ["样表", "样式", "示例", "范例", "模板", "填写说明"];

    internal static void LeaveOut(List<SheetReport> sheets, List<DraftRow> rows, ImportOptions options, ProblemLog log)
    {
        var bySheet = rows.GroupBy(r => r.Sheet).ToDictionary(g => g.Key, g => g.ToList());
        if (bySheet.Count < 2) return;
        foreach (var (name, own) in bySheet.OrderByDescending(s => s.Value.Count).ToList())
        {
            if (options.Choices.ContainsKey(name)) continue;
            var others = bySheet.Where(s => s.Key != name).SelectMany(s => s.Value).Select(Matter).ToHashSet();
            var found = own.Count(r => others.Contains(Matter(r)));
            if (found < own.Count * 0.9 || (found < own.Count && !name.Contains('总', StringComparison.Ordinal))) continue;
            LeaveOut(name, "import.sheet_repeats", sheets, rows, log);
            return;
        }
    }

    /// <summary>Leaves out a sheet that only shows how to fill in the others: 样表, 模板.</summary>
    internal static void LeaveSamples(List<SheetReport> sheets, List<DraftRow> rows, ImportOptions options, ProblemLog log)
    {
        bool IsSample(string name) => !options.Choices.ContainsKey(name) && Array.Exists(Samples, word => name.Contains(word, StringComparison.Ordinal));
        if (rows.TrueForAll(r => IsSample(r.Sheet))) return;
        foreach (var name in rows.Select(r => r.Sheet).Where(IsSample).Distinct().ToList()) LeaveOut(name, "import.sheet_sample", sheets, rows, log);
    }

    private static void LeaveOut(string name, string why, List<SheetReport> sheets, List<DraftRow> rows, ProblemLog log)
    {
        var count = rows.RemoveAll(r => r.Sheet == name);
        for (var at = 0; at < sheets.Count; at++)
            if (sheets[at].Name == name) sheets[at] = sheets[at] with { LeftOut = why, Rows = 0 };
        log.Forget(name);
        log.Tell(name, "", why, "", null, Severity.Warning, count);
    }

    private static (string, string, string) Matter(DraftRow r) => (r.Unit?.Id.Value ?? ClerkText.Dense(r[LedgerField.Unit]),
        ClerkText.Dense(r[LedgerField.Site] ?? r[LedgerField.Place]), ClerkText.Dense(r[LedgerField.Description]));
}
