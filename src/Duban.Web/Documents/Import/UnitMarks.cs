using Duban.Domain.Documents;

namespace Duban.Web.Documents.Import;

/// <summary>Units that are not written but marked: a √ in the column 衡东县 under 责任单位.</summary>
internal sealed class UnitMarks
{
    private const int Fewest = 2;

    private readonly Dictionary<int, string> ticks = [];

    private UnitMarks(Header header, UnitDirectory units)
    {
        foreach (var column in header.Mapping.Columns)
            if (HeaderFinder.Above(column.Heading) is { Length: > 0 } above && HeaderWords.Match("", above).Field == LedgerField.Unit
                && HeaderFinder.Last(column.Heading) is var name && units.Find(name) is { Known: true, Code: null }) ticks[column.Index] = name;
    }

    /// <summary>The marked columns of a header; null for the usual sheet, where a column names units.</summary>
    internal static UnitMarks? Of(Header header, UnitDirectory units) => new UnitMarks(header, units) is { ticks.Count: >= Fewest } marks ? marks : null;

    /// <summary>True where a column's cells mark its unit; the unit, or null when the cell leaves it out.</summary>
    internal bool Says(int column, string text, out string? unit)
    {
        unit = null;
        if (!ticks.TryGetValue(column, out var name)) return false;
        unit = LevelMarks.IsYes(text) ? name : LevelMarks.IsNo(text) ? null : text;
        return true;
    }
}
