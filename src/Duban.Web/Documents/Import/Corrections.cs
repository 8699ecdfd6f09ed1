using Duban.Domain.Documents;

namespace Duban.Web.Documents.Import;

/// <summary>What a clerk corrected at the dry run: the file stays as it came, the correction stands beside it.</summary>
public sealed record Corrections
{
    /// <summary>Nothing corrected.</summary>
    public static Corrections None { get; } = new();

    /// <summary>A unit's name as the list writes it, and the unit the clerk means by it.</summary>
    public Dictionary<string, string> Units { get; init; } = [];

    /// <summary>Names of <see cref="Units"/> to be kept as other names of the unit.</summary>
    public HashSet<string> Remembered { get; init; } = [];

    /// <summary>Single cells, by <see cref="Cell"/>.</summary>
    public Dictionary<string, string> Cells { get; init; } = [];

    /// <summary>Rows not to be imported, by <see cref="Row"/>.</summary>
    public HashSet<string> Skipped { get; init; } = [];

    /// <summary>What was chosen for a sheet, by its name.</summary>
    public Dictionary<string, SheetChoice> Choices { get; init; } = [];

    /// <summary>The name of a cell in this record.</summary>
    public static string Cell(LedgerField field, int row, string sheet) => $"{field}!{Row(row, sheet)}";

    /// <summary>The name of a row in this record.</summary>
    public static string Row(int row, string sheet) => $"{row}!{sheet}";

    /// <summary>What was typed for a cell; null when nothing was.</summary>
    public string? Of(LedgerField field, int row, string sheet) => Cells.Count == 0 ? null : Cells.GetValueOrDefault(Cell(field, row, sheet));

    /// <summary>The unit meant by a name that the city does not have; null when the clerk named none, or none that is known.</summary>
    public string? UnitFor(string? written) => written is null || Units.Count == 0 ? null : Units.GetValueOrDefault(written);

    /// <summary>The city's units, knowing the corrected names as well.</summary>
    internal UnitDirectory Teach(UnitDirectory units)
    {
        var taught = Units.Select(u => (Written: u.Key, units.Find(u.Value).Value)).Where(u => u.Value is not null).ToLookup(u => u.Value!.Id, u => u.Written);
        return taught.Count == 0 ? units : new(units.Units.Select(u => taught.Contains(u.Id) ? u with { Aliases = [.. u.Aliases, .. taught[u.Id]] } : u));
    }
}

/// <summary>One correction as it goes into the registration.</summary>
/// <param name="Field">What was corrected.</param>
/// <param name="Heading">The column's heading.</param>
/// <param name="Original">What the list says; empty when it says nothing.</param>
/// <param name="Value">What the clerk put in its place.</param>
public sealed record CorrectedCell(LedgerField Field, string Heading, string Original, string Value);
