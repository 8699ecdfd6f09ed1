namespace Duban.Domain.People;

/// <summary>What a unit is; it decides who may verify whose work.</summary>
public enum UnitKind
{
    /// <summary>The city itself (市).</summary>
    City,
    /// <summary>The supervision office (督查室/安委办/整改办).</summary>
    Office,
    /// <summary>A bureau or enterprise directly under the city or province (市直部门).</summary>
    Bureau,
    /// <summary>A county, district or county-level city (县市区).</summary>
    County,
    /// <summary>A development zone or park that answers like a county (园区).</summary>
    Park,
    /// <summary>A department of a county or park (县直部门).</summary>
    Department,
    /// <summary>A township, town or street office (乡镇街道).</summary>
    Township,
    /// <summary>A village or community (村社区).</summary>
    Village,
    /// <summary>What is counted beside the townships and where no resident lives or reports from: a prison and the like (类似乡级单位).</summary>
    Institution,
}

/// <summary>A unit in the tree city → county, park or bureau → township, institution or department → village.</summary>
/// <param name="Id">Its code.</param>
/// <param name="Path">Codes from the root to the unit, each followed by a slash, e.g. <c>430400/430424/430424100/</c>.</param>
/// <param name="Name">Short name as officials write it, e.g. 衡东县.</param>
/// <param name="Kind">What it is.</param>
public sealed record Unit(UnitId Id, UnitPath Path, string Name, UnitKind Kind)
{
    /// <summary>The name on documents, e.g. 衡阳市珠晖区; the short name when there is no longer one.</summary>
    public string FullName { get; init; } = Name;

    /// <summary>False once the unit has been dissolved: history names it, nothing new is given to it.</summary>
    public bool Active { get; init; } = true;

    /// <summary>Other names under which lists mention it, e.g. 衡阳高新区 for 高新区.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];
}
