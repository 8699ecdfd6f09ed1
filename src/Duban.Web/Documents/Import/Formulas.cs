namespace Duban.Web.Documents.Import;

/// <summary>
/// Works out formulas nobody has calculated where that is certain: a text or a number, a cell of the same sheet, texts joined, a day by DATE,
/// days added. Whatever else stands in a formula leaves it uncalculated.
/// </summary>
internal sealed class Formulas(ReadLimits limits)
{
    private const int Most = 500_000, Deepest = 30;

    private readonly Dictionary<(int Row, int Column), Cell> cells = [];
    private long spent;
    private int depth;

    /// <summary>The values of a sheet's uncalculated formulas that could be worked out, by place, as far as the limits for their characters go.</summary>
    internal static Dictionary<(int Row, int Column), Cell> WorkOut(IEnumerable<SheetRow> rows, ReadLimits limits)
    {
        var (sheet, open) = (new Formulas(limits), new List<(int, int)>());
        foreach (var row in rows)
            for (var c = 0; c < row.Cells.Length && sheet.cells.Count < Most; c++)
            {
                if (row.Cells[c].Value is null) continue;
                sheet.cells[(row.Number, c)] = row.Cells[c];
                if (row.Cells[c].Error is { Sign: CellError.Uncalculated }) open.Add((row.Number, c));
            }
        var worked = new Dictionary<(int, int), Cell>();
        foreach (var place in open)
            if (sheet.ValueAt(place) is { } value) worked[place] = new(value);
        return worked;
    }

    // A thousand formulas that join the longest text to itself come to more than memory holds.
    private bool Spend(long characters) => (spent += characters) <= limits.FormulaCharacters;

    /// <summary>True while a result of so many characters may be put together.</summary>
    internal bool MayHold(long characters) => characters <= limits.CellCharacters && Spend(characters);

    /// <summary>What stands in a cell, worked out where it is not calculated; null where that is not certain.</summary>
    internal object? ValueAt((int, int) place)
    {
        if (!cells.TryGetValue(place, out var cell)) return null;
        if (cell.Error is not { } error) return cell.Value is string or double or DateTime ? cell.Value : null;
        if (error is not { Sign: CellError.Uncalculated, Formula: { Length: > 0 and < 500 } formula } || depth >= Deepest || !Spend(formula.Length)) return null;
        depth++;
        var reader = new FormulaReader(this, formula);
        var value = reader.Joined();
        depth--;
        value = reader.AtEnd ? value : null;
        // What could not be worked out once is not tried again.
        cells[place] = new(value ?? new CellError("#ERROR!"));
        return value;
    }
}
