using Duban.Domain;
using Duban.Domain.People;
using Duban.Web.Documents;

namespace Duban.Web.People;

/// <summary>Reads a list of units from a CSV file: all of it, or every reason why not, each with its line.</summary>
public static class UnitFile
{
    private static readonly (string Column, string[] Names, bool Needed)[] columns =
    [
        ("code", ["code", "代码"], true),
        ("parent", ["parent", "上级代码", "上级"], true),
        ("name", ["name", "名称", "简称"], true),
        ("full_name", ["full_name", "全称"], false),
        ("kind", ["kind", "类别"], true),
        ("aliases", ["aliases", "别名"], false),
        ("active", ["active", "启用"], false),
    ];

    /// <summary>The units of the file, parents before children.</summary>
    /// <param name="rows">Header row and data rows.</param>
    /// <param name="city">Its code is the root of the tree.</param>
    /// <param name="present">The units there already: a parent may be one of them.</param>
    public static Ruling<Unit> Read(IReadOnlyList<CsvRow> rows, City city, UnitTree present)
    {
        if (rows.Count == 0) return new Reason("units.empty");
        var header = rows[0].Cells.Select(cell => cell.Trim().ToLowerInvariant()).ToList();
        var places = columns.ToDictionary(c => c.Column, c => header.FindIndex(cell => c.Names.Contains(cell)));
        var missing = columns.Where(c => c.Needed && places[c.Column] < 0).Select(c => c.Column).ToList();
        if (missing.Count > 0) return new Reason("units.columns_missing", null, missing);

        var reasons = new List<Reason>();
        var lines = new List<UnitLine>();
        foreach (var row in rows.Skip(1))
            if (row.Cells.Count > header.Count)
                reasons.Add(new("units.too_many_cells", null, row.Line, row.Cells.Count, header.Count));
            else if (UnitLine.Read(row.Line, column => places[column] is var i and >= 0 && i < row.Cells.Count ? row.Cells[i].Trim() : "", reasons) is { } line)
                lines.Add(line);
        if (lines.Count == 0 && reasons.Count == 0) reasons.Add(new("units.empty"));
        var units = UnitPlacing.Place(lines, city, present, reasons);
        return reasons.Count > 0 ? Ruling<Unit>.Refused(reasons) : Ruling<Unit>.Allow(units);
    }
}
