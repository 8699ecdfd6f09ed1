using Duban.Web.Shell;

namespace Duban.Web.Documents.Import;

/// <summary>How many deadlines of a list are over already, and where they stand.</summary>
public static class PassedWords
{
    private const int MostCells = 60;

    /// <summary>The sentence; null where none is over.</summary>
    public static string? Of(IReadOnlyList<PassedDeadline> passed, Words w)
    {
        if (passed.Count == 0) return null;
        var several = passed.DistinctBy(p => p.Sheet).Count() > 1;
        var cells = passed.Take(MostCells).Select(p => several ? $"{p.Sheet} {p.Cell}" : p.Cell);
        return w["deadlines.passed", passed.Count, w.List(passed.Count > MostCells ? cells.Append("…") : cells)];
    }
}
