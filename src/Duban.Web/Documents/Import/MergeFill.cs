namespace Duban.Web.Documents.Import;

/// <summary>How a cell came by its value.</summary>
public enum Covered : byte
{
    /// <summary>It is its own.</summary>
    Own,
    /// <summary>Merged with a cell above.</summary>
    Down,
    /// <summary>Merged with a cell to the left.</summary>
    Across,
}

/// <summary>Gives merged cells the value of their first cell, row by row, however large the merges claim to be.</summary>
internal sealed class MergeFill(IReadOnlyList<Merge> merges, int columns)
{
    private readonly List<Merge> waiting = [.. merges.Where(m => m.ToRow > m.FromRow || m.ToColumn > m.FromColumn).OrderBy(m => m.FromRow)];
    private readonly List<(Merge Merge, Cell Value)> open = [];
    private int next;

    // Apart, so that a row below no merge allocates nothing.
    private void Close(int row)
    {
        if (open.Count > 0) open.RemoveAll(m => m.Merge.ToRow < row);
    }

    /// <summary>The merges without those that lie over another, which no spreadsheet makes: over a row stand no more of them than it has columns.</summary>
    /// <returns>Those that count, and those that do not and say something else than one that counts.</returns>
    internal static (IReadOnlyList<Merge> Apart, IReadOnlyList<Merge> Over) Apart(IReadOnlyList<Merge> merges, int columns)
    {
        if (merges.Count < 2) return (merges, []);
        // The last row that a column is merged down to.
        var until = new int[columns];
        var (apart, over) = (new List<Merge>(merges.Count), new HashSet<Merge>());
        foreach (var merge in merges.OrderBy(m => m.FromRow))
        {
            var (from, to) = (Math.Clamp(merge.FromColumn, 0, columns), Math.Min(merge.ToColumn + 1, columns));
            if (from >= to) continue;
            if (until.AsSpan(from..to).ContainsAnyInRange(merge.FromRow, int.MaxValue))
            {
                over.Add(merge);
                continue;
            }
            until.AsSpan(from..to).Fill(merge.ToRow);
            apart.Add(merge);
        }
        over.ExceptWith(apart);
        return (apart, [.. over]);
    }

    /// <summary>The row with merged cells filled, and how each came by its value. Rows must come in order.</summary>
    internal (SheetRow Row, Covered[] Covered) Fill(SheetRow raw)
    {
        Close(raw.Number);
        while (next < waiting.Count && waiting[next].FromRow <= raw.Number)
        {
            var merge = waiting[next++];
            // A merge that began in a blank row has no value to give.
            if (merge.ToRow >= raw.Number) open.Add((merge, merge.FromRow == raw.Number ? raw[merge.FromColumn] : default));
        }
        if (open.Count == 0) return (raw, []);
        var width = Math.Min(columns, Math.Max(raw.Cells.Length, open.Max(m => m.Merge.ToColumn) + 1));
        var cells = new Cell[Math.Max(width, raw.Cells.Length)];
        raw.Cells.CopyTo(cells, 0);
        var covered = new Covered[cells.Length];
        foreach (var (merge, value) in open)
            for (var c = merge.FromColumn; c <= Math.Min(merge.ToColumn, cells.Length - 1); c++)
            {
                var first = merge.FromRow == raw.Number && c == merge.FromColumn;
                if (first) continue;
                covered[c] = merge.FromRow < raw.Number ? Covered.Down : Covered.Across;
                if (cells[c].IsBlank) cells[c] = value;
            }
        return (raw with { Cells = cells }, covered);
    }
}
