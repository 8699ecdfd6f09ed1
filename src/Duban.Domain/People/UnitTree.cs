using System.Collections.Frozen;
using System.Text;

namespace Duban.Domain.People;

/// <summary>All units of a city at one moment: found by code, by name as people write it, and by place.</summary>
public sealed class UnitTree
{
    private readonly FrozenDictionary<UnitId, Unit> byId;
    private readonly FrozenDictionary<string, Unit[]> byName;
    private readonly ILookup<UnitPath, Unit> below;

    /// <summary>A tree of these units, in the order in which officials list them.</summary>
    public UnitTree(IEnumerable<Unit> units)
    {
        All = [.. units];
        below = All.ToLookup(u => u.Path.Above);
        byId = All.ToFrozenDictionary(u => u.Id);
        byName = All.SelectMany(u => u.Aliases.Prepend(u.FullName).Prepend(u.Name).Select(Plain).Distinct().Select(name => (name, u)))
            .GroupBy(pair => pair.name, pair => pair.u)
            .ToFrozenDictionary(g => g.Key, g => g.OrderBy(u => u.Path.Depth).ToArray());
    }

    /// <summary>Every unit, dissolved ones too.</summary>
    public IReadOnlyList<Unit> All { get; }

    /// <summary>The unit of a code, or null.</summary>
    public Unit? Find(UnitId id) => byId.GetValueOrDefault(id);

    /// <summary>The units of a name, a full name or an alias, the highest in the tree first; blanks, line breaks and full-width forms do not matter.</summary>
    public IReadOnlyList<Unit> Named(string text, UnitPath? within = null) =>
        byName.TryGetValue(Plain(text), out var found) ? within is { } path ? [.. found.Where(u => path.Holds(u.Path))] : found : [];

    /// <summary>The units directly below one.</summary>
    public IEnumerable<Unit> Below(Unit unit) => below[unit.Path];

    /// <summary>The units from the root down to and including one.</summary>
    public IEnumerable<Unit> Above(UnitPath path) =>
        path.Codes.Select(code => Find(new(code))).OfType<Unit>();

    /// <summary>The name without what clerks add by accident: blanks, line breaks, full-width letters and brackets.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in PlainText.Of(text))
            if (!char.IsWhiteSpace(c) && !char.IsControl(c) && c != '\u200b' && c != '\ufeff') plain.Append(char.ToUpperInvariant(c));
        return plain.ToString();
    }
}
