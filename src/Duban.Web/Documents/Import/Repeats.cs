using Duban.Domain.Documents;

namespace Duban.Web.Documents.Import;

/// <summary>Leaves out a sheet that only gathers what other sheets of the same file hold (总表, 汇总 beside one sheet per unit).</summary>
internal static class Repeats
{
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
            bySheet.Remove(name);
            rows.RemoveAll(r => r.Sheet == name);
            for (var at = 0; at < sheets.Count; at++)
                if (sheets[at].Name == name) sheets[at] = sheets[at] with { LeftOut = "import.sheet_repeats", Rows = 0 };
            log.Forget(name);
            log.Tell(name, "", "import.sheet_repeats", "", null, Severity.Warning, own.Count);
            return;
        }
    }

    private static (string, string, string) Matter(DraftRow r) => (r.Unit?.Id.Value ?? ClerkText.Dense(r[LedgerField.Unit]),
        ClerkText.Dense(r[LedgerField.Site] ?? r[LedgerField.Place]), ClerkText.Dense(r[LedgerField.Description]));
}
