using Duban.Domain;
using Duban.Domain.People;

namespace Duban.Web.People;

/// <summary>Hangs understood lines into the tree: every unit under a fitting parent, one root, no circles, no two siblings of one name.</summary>
internal static class UnitPlacing
{
    /// <summary>The units that could be placed; what could not is among the reasons.</summary>
    public static List<Unit> Place(IReadOnlyList<UnitLine> lines, City city, UnitTree present, List<Reason> reasons)
    {
        var known = present.All.ToDictionary(u => u.Id);
        var waiting = new List<UnitLine>();
        var seen = new Dictionary<UnitId, int>();
        foreach (var line in lines)
            if (!seen.TryAdd(line.Id, line.Line)) reasons.Add(new("units.code_twice", "code", line.Line, line.Id, seen[line.Id]));
            else waiting.Add(line);

        var placed = new Dictionary<UnitId, Unit>();
        for (var progress = true; progress;)
        {
            progress = false;
            foreach (var line in waiting.ToList())
            {
                // A parent that is still waiting in the file wins over the one in the register: the file says what will be.
                var parent = line.Parent is not { } id ? null : placed.GetValueOrDefault(id) ?? (seen.ContainsKey(id) ? null : known.GetValueOrDefault(id));
                if (line.Parent is not null && parent is null) continue;
                waiting.Remove(line);
                progress = true;
                if (Judge(line, parent, city) is { } reason) reasons.Add(reason);
                var path = parent?.Path.Below(line.Id) ?? new UnitPath($"{line.Id}/");
                if (known.TryGetValue(line.Id, out var old) && old.Path != path) reasons.Add(new("units.moved", "parent", line.Line, line.Id));
                placed[line.Id] = new(line.Id, path, line.Name, line.Kind) { FullName = line.FullName, Aliases = line.Aliases, Active = line.Active };
            }
        }
        foreach (var line in waiting)
            reasons.Add(seen.ContainsKey(line.Parent!.Value)
                ? new("units.not_under_city", "parent", line.Line, line.Parent)
                : new("units.parent_unknown", "parent", line.Line, line.Parent));

        foreach (var twins in known.Values.Where(u => !placed.ContainsKey(u.Id)).Concat(placed.Values)
                     .GroupBy(u => (u.Path.Above, Name: UnitTree.Plain(u.Name))).Where(g => g.Count() > 1))
            reasons.Add(new("units.name_twice", "name", twins.Max(u => seen.GetValueOrDefault(u.Id)), twins.First().Name, twins.Select(u => u.Id.ToString()).ToList()));
        return [.. placed.Values.OrderBy(u => u.Path.Depth)];
    }

    private static Reason? Judge(UnitLine line, Unit? parent, City city) => (line.Kind, parent?.Kind) switch
    {
        (UnitKind.City, null) when line.Id.Value == city.Code => null,
        (_, null) => new("units.root_is_the_city", "parent", line.Line, city.Code),
        (UnitKind.Office or UnitKind.Bureau or UnitKind.County or UnitKind.Park, UnitKind.City) => null,
        (UnitKind.Department or UnitKind.Township or UnitKind.Institution, UnitKind.County or UnitKind.Park) => null,
        (UnitKind.Village, UnitKind.Township) => null,
        _ => new("units.kind_not_here", "kind", line.Line, line.Name, parent!.Name),
    };
}
