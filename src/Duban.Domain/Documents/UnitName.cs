using System.Text.RegularExpressions;

namespace Duban.Domain.Documents;

/// <summary>The comparable core of a unit's name: blanks, the city's and province's name in front, and offices' endings fall away.</summary>
/// <param name="CityPrefixes">What may stand in front, longest first, e.g. 衡阳市, 衡阳.</param>
internal sealed partial record UnitName(IReadOnlyList<string> CityPrefixes)
{
    private const string Provinces = "河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆";

    /// <summary>Prefixes from the city's name as it stands in the tree, e.g. 衡阳市, with any province before it.</summary>
    internal static UnitName Of(string? city)
    {
        if (string.IsNullOrEmpty(city)) return new UnitName([]);
        return new UnitName([city, city.EndsWith('市') ? city[..^1] : city]);
    }

    /// <summary>The spellings under which a name may be met, the fullest first.</summary>
    internal IEnumerable<string> Spellings(string name)
    {
        var dense = Core(name);
        if (dense.Length == 0) yield break;
        yield return dense;
        var shorter = WithoutCity(dense);
        if (shorter != dense)
        {
            // 衡阳县 is a county of its own, not the city's 县.
            if (shorter.Length > 1) yield return shorter;
            if (Office.IsMatch(shorter)) yield return "市" + shorter;
        }
        else if (dense.Length > 3 && dense[0] is '市' or '省' && Office.IsMatch(dense)) yield return dense[1..];
    }

    /// <summary>Half-width, dense, without the ending of its government or committee, zones under their short name.</summary>
    internal static string Core(string name)
    {
        var s = Province.Replace(Party.Replace(ClerkText.Dense(name), ""), m => m.Groups["own"].Success ? "省" : "", 1).Trim('。', '.', ':', ';', ',', '、', '"', '“', '”', '·');
        s = Ending.Replace(s, "");
        s = HighTech.Replace(s, "高新区");
        s = Economic.Replace(s, "经开区");
        return Estate.Replace(s, "工业园");
    }

    private string WithoutCity(string s)
    {
        foreach (var prefix in CityPrefixes)
            if (s.Length > prefix.Length + 1 && s.StartsWith(prefix, StringComparison.Ordinal)) return s[prefix.Length..].TrimStart('市');
        return s;
    }

    // 湖南省衡阳市衡东县 is 衡阳市衡东县, and 湖南省高速公路管理处 is the province's own: 省高速公路管理处.
    [GeneratedRegex("^(?:" + Provinces + ")(?:省|自治区)?(?=[^省]{2,6}市|[^省]{2}.*(?:区|园))|^(?:" + Provinces + ")(?<own>省)")]
    private static partial Regex Province { get; }

    [GeneratedRegex("^中共")]
    private static partial Regex Party { get; }

    [GeneratedRegex("(?<=.{2})(?:人民政府办公室|人民政府|政府办公室|政府办|区政府|县政府|政府|党工委管委会|党工委|管理委员会|管委会|管委|区委区政府|县委县政府|市委市政府|(?<=村)村?(?:民委员会|委会|支两委|两委|党支部|党总支)|(?<=社区)(?:社区)?(?:居民委员会|居委会|党支部|党总支))$")]
    private static partial Regex Ending { get; }

    [GeneratedRegex("(?:国家级?)?高新(?:技术)?(?:产业)?(?:开发|园)?园?区")]
    private static partial Regex HighTech { get; }

    [GeneratedRegex("(?:国家级?)?经(?:济)?(?:技术)?开(?:发)?区")]
    private static partial Regex Economic { get; }

    [GeneratedRegex("工业(?:园区|园|集中区)")]
    private static partial Regex Estate { get; }

    [GeneratedRegex("(?:局|委|委员会|办|办公室|处|中心|队|公司|集团|厅|院|站|社|会)$")]
    internal static partial Regex Office { get; }
}
