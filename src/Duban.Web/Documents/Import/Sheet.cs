namespace Duban.Web.Documents.Import;

/// <summary>A sheet: its rows are read once, forward, before the next sheet is asked for.</summary>
/// <param name="Name">As on its tab; for a text file, the file's name.</param>
/// <param name="Hidden">True when its tab is hidden.</param>
/// <param name="Merges">Merged cells.</param>
/// <param name="Rows">Rows that hold anything, in order.</param>
public sealed record Sheet(string Name, bool Hidden, IReadOnlyList<Merge> Merges, IEnumerable<SheetRow> Rows)
{
    /// <summary>What could not be read of it, known when its rows are at an end.</summary>
    public List<ReadFailure> Left { get; init; } = [];
}

/// <summary>An open workbook: sheets in the order of their tabs.</summary>
/// <param name="Sheets">To be walked once.</param>
/// <param name="Epoch1904">True when days are counted from 1904.</param>
public sealed record Workbook(IEnumerable<Sheet> Sheets, bool Epoch1904 = false)
{
    /// <summary>What was left aside on opening: macros, links to other files.</summary>
    public IReadOnlyList<ReadFailure> Left { get; init; } = [];
}

/// <summary>An open workbook, or why it is none.</summary>
public readonly record struct Opened(Workbook? Workbook, ReadFailure? Failure)
{
    /// <summary>It is one.</summary>
    public static implicit operator Opened(Workbook workbook) => new(workbook, null);

    /// <summary>It is none.</summary>
    public static implicit operator Opened(ReadFailure failure) => new(null, failure);
}
