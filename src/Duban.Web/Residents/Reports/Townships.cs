using Duban.Domain.People;

namespace Duban.Web.Residents.Reports;

/// <summary>Where a resident says it is: a township, or its county or park when they do not know which.</summary>
public static class Townships
{
    /// <summary>Counties and parks in being, each with its townships.</summary>
    public static IEnumerable<(Unit Area, IReadOnlyList<Unit> Below)> Of(UnitTree units) => units.All.Where(u => u.Path.Depth == 2 && Holds(u))
        .Select(area => (area, (IReadOnlyList<Unit>)[.. units.Below(area).Where(Holds)]));

    /// <summary>True for a unit that a report may name.</summary>
    public static bool Holds(Unit unit) => unit is { Active: true, Kind: UnitKind.County or UnitKind.Park or UnitKind.Township };

    /// <summary>The name with the county's before it, e.g. 衡东县杨桥镇.</summary>
    public static string Name(Unit unit, UnitTree units) => string.Concat(units.Above(unit.Path).Where(u => u.Path.Depth > 1).Select(u => u.Name));
}
