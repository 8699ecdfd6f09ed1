using System.Text.RegularExpressions;
using Duban.Domain.Documents;
using Duban.Domain.People;

namespace Duban.Web.Documents.Import;

/// <summary>The column that names who will do the work where a list has none for the unit: 监管单位, 管养单位, 主管部门.</summary>
internal sealed partial class DoerColumn
{
    private const double Share = 0.8;

    private readonly UnitDirectory units;

    private DoerColumn(MappedColumn column, UnitDirectory units) => (Column, this.units) = (column, units);

    /// <summary>The column.</summary>
    internal MappedColumn Column { get; }

    /// <summary>The column whose cells name the most units; null where none is full of them.</summary>
    internal static DoerColumn? Of(Header header, IReadOnlyList<DraftRow> rows, UnitDirectory units) => header.Mapping.Columns
        .Where(c => c.Field is LedgerField.Other or LedgerField.Supervisor && c.Heading.Length > 0 && !Watches.IsMatch(c.Heading))
        .Select(c => new DoerColumn(c, units)).Select(c => (Column: c, Share: c.ShareOf(rows)))
        .Where(c => c.Share >= Share).OrderByDescending(c => c.Share).FirstOrDefault().Column;

    /// <summary>What the column says in a row.</summary>
    internal string? TextOf(DraftRow row) => Column.Field == LedgerField.Other ? row.Other.FirstOrDefault(o => o.Key == Column.Heading).Value : row[Column.Field];

    /// <summary>The unit it names there.</summary>
    internal Unit? UnitOf(DraftRow row) =>
        TextOf(row) is { Length: <= 60 } text
        && units.Find(text) is { Known: true, Value: { Kind: not (UnitKind.City or UnitKind.Office or UnitKind.Village) } unit } ? unit : null;

    private double ShareOf(IReadOnlyList<DraftRow> rows)
    {
        var said = rows.Where(r => TextOf(r) is not null).ToList();
        return said.Count == 0 ? 0 : (double)said.Count(r => UnitOf(r) is not null) / said.Count;
    }

    // Who looks on, checks, or passes a matter on does not do the work.
    [GeneratedRegex("督|检查|排查|移送|交办|派发|派单|来源|领导|报送|反映|填报|发现|监测|建设|施工|监理")]
    private static partial Regex Watches { get; }
}
