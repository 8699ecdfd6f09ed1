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
        Units = [.. units];
        names = UnitName.Of(Units.FirstOrDefault(u => u.Kind == UnitKind.City)?.Name);
        foreach (var unit in Units)
        {
            byId[unit.Id] = unit;
            Enter(unit.Id.Value, unit);
            foreach (var name in unit.Aliases.Prepend(unit.FullName).Prepend(unit.Name))
                foreach (var spelling in names.Spellings(name)) Enter(spelling, unit);
        }
        foreach (var unit in Units.Where(u => u.Kind is UnitKind.Township or UnitKind.Institution or UnitKind.Village or UnitKind.Department))
            if (Above(unit) is { } above)
                foreach (var spelling in names.Spellings(above.Name)) Enter(spelling + UnitName.Core(unit.Name), unit);
        foreach (var unit in Units.Where(u => u.Kind is UnitKind.County or UnitKind.Park)) EnterBareName(unit);
        foreach (var unit in Units.Where(u => u.Kind == UnitKind.Department)) EnterUnderBareCounty(unit);
    }

    /// <summary>All units, in the order given.</summary>
    public IReadOnlyList<Unit> Units { get; }

    /// <summary>The unit by its code, or null.</summary>
    public Unit? this[UnitId id] => byId.GetValueOrDefault(id);

    /// <summary>The unit directly above, or null at the root or when the tree does not hold it.</summary>
    public Unit? Above(Unit unit) => unit.Path.Depth > 1 ? byId.GetValueOrDefault(unit.Path.Above.Unit) : null;

    /// <summary>The county or park a unit belongs to, itself included; null above counties.</summary>
    public Unit? CountyOf(Unit unit)
    {
        for (var at = unit; at is not null; at = Above(at))
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
        if (asked.TryGetValue(text, out var known)) return known;
        var answer = UnitSearch.Find(this, text.Length > 200 ? text[..200] : text);
        if (asked.Count < 10_000) asked[text] = answer;
        return answer;
    }

    /// <summary>Units entered under a spelling.</summary>
    internal IReadOnlyList<Unit> Spelled(string spelling) => bySpelling.GetValueOrDefault(spelling) ?? [];

    /// <summary>The spellings of a text, in the order to try.</summary>
    internal IEnumerable<string> SpellingsOf(string text) => names.Spellings(text);

    /// <summary>Every spelling known, for searches by likeness.</summary>
    internal IEnumerable<KeyValuePair<string, List<Unit>>> Spellings => bySpelling;

    private void Enter(string spelling, Unit unit)
    {
        if (!bySpelling.TryGetValue(spelling, out var units)) bySpelling[spelling] = units = [];
        if (!units.Contains(unit)) units.Add(unit);
    }

    // 市生态环境局衡东分局 for that of 衡东县; a county called as the city keeps its ending.
    private void EnterUnderBareCounty(Unit unit)
    {
        if (Above(unit) is not { Kind: UnitKind.County } county || UnitName.Core(county.Name) is not { Length: >= 3 } core) return;
        if (Spelled(core[..^1]) is not [var only] || only != county) return;
        foreach (var name in unit.Aliases.Prepend(unit.FullName).Prepend(unit.Name).Where(n => n.Contains(core, StringComparison.Ordinal)))
            foreach (var spelling in names.Spellings(name.Replace(core, core[..^1], StringComparison.Ordinal))) Enter(spelling, unit);
    }

    // 衡东 for 衡东县; 衡阳 stays with the city as well, so it is ambiguous, as it should be.
    private void EnterBareName(Unit unit)
    {
        var core = UnitName.Core(unit.Name);
        if (core.Length >= 3 && core[^1] is '县' or '区' or '市' && !core.EndsWith("高新区", StringComparison.Ordinal) && !core.EndsWith("经开区", StringComparison.Ordinal))
            Enter(core[..^1], unit);
        if (core.EndsWith("经开区", StringComparison.Ordinal) && core.Length > 4)
        {
            Enter(core[..^1], unit);
            Enter(core[..^3], unit);
        }
        if (Units.FirstOrDefault(u => u.Kind == UnitKind.City) is { } city && city.Name.TrimEnd('市') == core[..^1])
            Enter(core[..^1], city);
    }
}
