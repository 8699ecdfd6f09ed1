using System.Globalization;

namespace Duban.Web.Documents.Import;

/// <summary>What a formula came to when it went wrong, e.g. <c>#REF!</c>, or <see cref="Uncalculated"/>.</summary>
/// <param name="Sign">The error as the spreadsheet shows it.</param>
/// <param name="Formula">The formula, where it may still be worked out.</param>
public sealed record CellError(string Sign, string? Formula = null)
{
    /// <summary>The sign of a formula nobody has calculated yet.</summary>
    public const string Uncalculated = "=?";
}

/// <summary>One cell's value: text, number, day and time, yes or no, an error, or nothing.</summary>
public readonly record struct Cell(object? Value)
{
    /// <summary>True when nothing is to be seen in it.</summary>
    public bool IsBlank => Value is null || (Value is string s && string.IsNullOrWhiteSpace(s));

    /// <summary>The number, or null.</summary>
    public double? Number => Value as double?;

    /// <summary>The day and time, or null.</summary>
    public DateTime? Instant => Value as DateTime?;

    /// <summary>The error, or null.</summary>
    public CellError? Error => Value as CellError;

    /// <summary>The value as text: numbers without exponents, days as <c>yyyy-MM-dd</c>, with their time when they have one.</summary>
    public string Text => Value switch
    {
        null => "",
        string s => s,
        double d => Show(d),
        DateTime t => t.TimeOfDay == TimeSpan.Zero
            ? t.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : t.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        bool b => b ? "TRUE" : "FALSE",
        CellError e => e.Sign,
        IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
        var other => other.ToString() ?? "",
    };

    private static string Show(double d) => Math.Abs(d) is < 1e15 and >= 1e-9 or 0
        ? ((decimal)d).ToString("0.##########", CultureInfo.InvariantCulture)
        : d.ToString("0.###############", CultureInfo.InvariantCulture);
}

/// <summary>One row of a sheet, blank cells at its end left off.</summary>
/// <param name="Number">Row number as Excel counts, from 1.</param>
/// <param name="Cells">Cells from column A on.</param>
/// <param name="Hidden">True when the row is filtered or folded away.</param>
public sealed record SheetRow(int Number, Cell[] Cells, bool Hidden = false)
{
    /// <summary>The cells its columns stand for where the sheet is no table but a form or a table on its side.</summary>
    public IReadOnlyList<string>? Places { get; init; }

    /// <summary>The cell of a column counted from 0; blank beyond the end.</summary>
    public Cell this[int column] => column < Cells.Length ? Cells[column] : default;

    /// <summary>True when nothing is to be seen in the row.</summary>
    public bool IsBlank => Array.TrueForAll(Cells, c => c.IsBlank);

    /// <summary>The column of the first cell that holds something, -1 for none, and how many do.</summary>
    public (int First, int Count) First()
    {
        var (first, count) = (-1, 0);
        for (var c = 0; c < Cells.Length; c++)
        {
            if (Cells[c].IsBlank) continue;
            if (first < 0) first = c;
            count++;
        }
        return (first, count);
    }
}

/// <summary>Merged cells, all bounds inclusive: rows from 1, columns from 0.</summary>
public readonly record struct Merge(int FromRow, int FromColumn, int ToRow, int ToColumn)
{
    /// <summary>True when the cell is one of them.</summary>
    public bool Covers(int row, int column) => FromRow <= row && row <= ToRow && FromColumn <= column && column <= ToColumn;
}

/// <summary>Names of places in a sheet.</summary>
public static class Address
{
    /// <summary>A column's letters: 0 is A, 26 is AA.</summary>
    public static string Column(int column)
    {
        var letters = "";
        for (var n = column + 1; n > 0; n = (n - 1) / 26) letters = (char)('A' + (n - 1) % 26) + letters;
        return letters;
    }

    /// <summary>A cell's name, e.g. <c>K37</c>.</summary>
    public static string Of(int row, int column) => Column(column) + row.ToString(CultureInfo.InvariantCulture);

    /// <summary>The name of a range, e.g. <c>B2:B5</c>.</summary>
    public static string Of(Merge range) => $"{Of(range.FromRow, range.FromColumn)}:{Of(range.ToRow, range.ToColumn)}";

    /// <summary>Row from 1 and column from 0 of a cell's name, or null.</summary>
    public static (int Row, int Column)? Parse(ReadOnlySpan<char> name)
    {
        var (column, at) = (0, 0);
        for (; at < name.Length && at < 3 && char.IsAsciiLetterUpper(name[at]); at++) column = column * 26 + name[at] - 'A' + 1;
        return at > 0 && int.TryParse(name[at..], NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? (row, column - 1) : null;
    }
}
