using System.Collections.Concurrent;
using Duban.Domain.People;

namespace Duban.Domain.Documents;

/// <summary>The units of a jurisdiction by every name a list may call them: short and full names, aliases, codes.</summary>
public sealed class UnitDirectory
{
    private readonly Dictionary<string, List<Unit>> bySpelling = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Understanding<Unit>> asked = new(StringComparer.Ordinal);
    private readonly Dictionary<UnitId, Unit> byId = [];
    private readonly UnitName names;

    /// <summary>Builds the directory; the city's own name, found among the units, is what may stand in front of others.</summary>
    public UnitDirectory(IEnumerable<Unit> units)
    {
        this.Units = [.. units];
        this.names = UnitName.Of(this.Units.FirstOrDefault(u => u.Kind == UnitKind.City)?.Name);
        foreach (var unit in this.Units)
        {
            this.byId[unit.Id] = unit;
            this.Enter(unit.Id.Value, unit);
            foreach (var name in unit.Aliases.Prepend(unit.Name))
                foreach (var spelling in this.names.Spellings(name)) this.Enter(spelling, unit);
        }
        foreach (var unit in this.Units.Where(u => u.Kind is UnitKind.Township or UnitKind.Village or UnitKind.Department))
            if (this.Above(unit) is { } above)
                foreach (var spelling in this.names.Spellings(above.Name)) this.Enter(spelling + UnitName.Core(unit.Name), unit);
        foreach (var unit in this.Units.Where(u => u.Kind is UnitKind.County or UnitKind.Park)) this.EnterBareName(unit);
    }

    /// <summary>All units, in the order given.</summary>
    public IReadOnlyList<Unit> Units { get; }

    /// <summary>The unit by its code, or null.</summary>
    public Unit? this[UnitId id] => this.byId.GetValueOrDefault(id);

    /// <summary>The unit directly above, or null at the root or when the tree does not hold it.</summary>
    public Unit? Above(Unit unit)
    {
        var path = unit.Path.Value.TrimEnd('/');
        var cut = path.LastIndexOf('/');
        return cut < 0 ? null : this.byId.GetValueOrDefault(new UnitPath(path[..(cut + 1)]).Unit);
    }

    /// <summary>The county or park a unit belongs to, itself included; null above counties.</summary>
    public Unit? CountyOf(Unit unit)
    {
        for (var at = unit; at is not null; at = this.Above(at))
            if (at.Kind is UnitKind.County or UnitKind.Park) return at;
        return null;
    }

    /// <summary>
    /// The unit a cell names. Codes: <c>unit.abbreviated</c> (one long name fits the short one), <c>unit.department_of</c>
    /// (a department whose county is known), <c>unit.several</c> (the first of several), <c>unit.ambiguous</c> and
    /// <c>unit.unknown</c> with the candidates or the nearest name as proposal, <c>unit.everybody</c> for 各县市区.
    /// </summary>
    public Understanding<Unit> Find(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return default;
        if (this.asked.TryGetValue(text, out var known)) return known;
        var answer = UnitSearch.Find(this, text.Length > 200 ? text[..200] : text);
        if (this.asked.Count < 10_000) this.asked[text] = answer;
        return answer;
    }

    /// <summary>Units entered under a spelling.</summary>
    internal IReadOnlyList<Unit> Spelled(string spelling) => this.bySpelling.GetValueOrDefault(spelling) ?? [];

    /// <summary>The spellings of a text, in the order to try.</summary>
    internal IEnumerable<string> SpellingsOf(string text) => this.names.Spellings(text);

    /// <summary>Every spelling known, for searches by likeness.</summary>
    internal IEnumerable<KeyValuePair<string, List<Unit>>> Spellings => this.bySpelling;

    private void Enter(string spelling, Unit unit)
    {
        if (!this.bySpelling.TryGetValue(spelling, out var units)) this.bySpelling[spelling] = units = [];
        if (!units.Contains(unit)) units.Add(unit);
    }

    // 衡东 for 衡东县; 衡阳 stays with the city as well, so it is ambiguous, as it should be.
    private void EnterBareName(Unit unit)
    {
        var core = UnitName.Core(unit.Name);
        if (core.Length >= 3 && core[^1] is '县' or '区' or '市' && !core.EndsWith("高新区", StringComparison.Ordinal) && !core.EndsWith("经开区", StringComparison.Ordinal))
            this.Enter(core[..^1], unit);
        if (core.EndsWith("经开区", StringComparison.Ordinal) && core.Length > 4)
            this.Enter(core[..^1], unit);
        if (this.Units.FirstOrDefault(u => u.Kind == UnitKind.City) is { } city && city.Name.TrimEnd('市') == core[..^1])
            this.Enter(core[..^1], city);
    }
}
