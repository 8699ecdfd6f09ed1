using Duban.Domain;
using Duban.Domain.People;

namespace Duban.Web.People;

/// <summary>One line of a list of units, each cell understood by itself.</summary>
internal sealed record UnitLine(int Line, UnitId Id, UnitId? Parent, string Name, string FullName, UnitKind Kind, IReadOnlyList<string> Aliases, bool Active)
{
    private const int LongestName = 100;

    private static readonly Dictionary<string, UnitKind> kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["市"] = UnitKind.City,
        ["办公室"] = UnitKind.Office,
        ["督查机构"] = UnitKind.Office,
        ["市直部门"] = UnitKind.Bureau,
        ["县市区"] = UnitKind.County,
        ["园区"] = UnitKind.Park,
        ["县直部门"] = UnitKind.Department,
        ["乡镇街道"] = UnitKind.Township,
        ["村社区"] = UnitKind.Village,
        ["类似乡级单位"] = UnitKind.Institution,
        ["驻地单位"] = UnitKind.Institution,
    };

    /// <summary>The line, or null after adding every reason why it cannot be read.</summary>
    public static UnitLine? Read(int line, Func<string, string> cell, List<Reason> reasons)
    {
        var before = reasons.Count;
        if (!UnitId.TryParse(cell("code"), null, out var id)) reasons.Add(new("units.bad_code", "code", line, cell("code")));
        UnitId? parent = null;
        if (cell("parent").Length > 0)
            if (UnitId.TryParse(cell("parent"), null, out var above)) parent = above;
            else reasons.Add(new("units.bad_parent", "parent", line, cell("parent")));
        var name = cell("name");
        var fullName = cell("full_name") is { Length: > 0 } full ? full : name;
        if (name.Length == 0) reasons.Add(new("units.no_name", "name", line));
        foreach (var text in new[] { name, fullName }.Concat(OtherNames(cell)).Where(n => n.Length > LongestName || n.Any(char.IsControl)).Distinct())
            reasons.Add(new("units.bad_name", "name", line, text.Within(20), LongestName));
        if (!TryKind(cell("kind"), out var kind)) reasons.Add(new("units.bad_kind", "kind", line, cell("kind")));
        bool? active = cell("active").ToLowerInvariant() switch
        {
            "" or "1" or "yes" or "true" or "是" => true,
            "0" or "no" or "false" or "否" => false,
            _ => null,
        };
        if (active is null) reasons.Add(new("units.bad_active", "active", line, cell("active")));
        return reasons.Count == before ? new(line, id, parent, name, fullName, kind, [.. OtherNames(cell)], active!.Value) : null;
    }

    private static IEnumerable<string> OtherNames(Func<string, string> cell) =>
        cell("aliases").Split(['|', '、', ';', '；'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static bool TryKind(string text, out UnitKind kind) =>
        kinds.TryGetValue(text, out kind)
        || text.Length > 0 && char.IsAsciiLetter(text[0]) && Enum.TryParse(text, ignoreCase: true, out kind);
}
