namespace Duban.Web.Documents.Import;

/// <summary>Tells what is wrong with a row by the address of the cell.</summary>
internal sealed class RowProblems(string sheet, ProblemLog log)
{
    /// <summary>Of a field, with what it says.</summary>
    internal void Tell(DraftRow draft, LedgerField field, string code, Severity severity, string? proposal, params IReadOnlyList<object?> args) =>
        log.Tell(sheet, draft.CellOf(field), code, (field == LedgerField.Level ? draft.LevelAsWritten : draft[field]) ?? "", proposal, severity, args);

    /// <summary>Of a column.</summary>
    internal void Tell(DraftRow draft, int column, string code, string original, string? proposal, Severity severity, params IReadOnlyList<object?> args) =>
        log.Tell(sheet, draft.CellAt(column), code, original, proposal, severity, args);
}
