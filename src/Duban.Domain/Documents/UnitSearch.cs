using System.Text.RegularExpressions;
using Duban.Domain.People;

namespace Duban.Domain.Documents;

/// <summary>The steps from a cell's text to a unit, the surest first; what is only likely becomes a proposal.</summary>
internal static partial class UnitSearch
{
    private static readonly string[] TownshipEndings = ["镇", "乡", "街道"];

    internal static Understanding<Unit> Find(UnitDirectory directory, string text)
    {
        if (Whole(directory, text) is { } whole) return whole;
        var plain = ClerkText.Plain(text);
        var dense = ClerkText.Dense(text);
        if (Everybody.IsMatch(dense)) return Understanding.Not<Unit>("unit.everybody");
        if (Division.Match(dense) is { Success: true } division && Whole(directory, division.Groups["code"].Value) is { Known: true } coded) return coded;
        var bare = Marks.Replace(dense, "");
        bare = Numbering.Replace(Aside.Replace(bare, "") is { Length: > 0 } outside ? outside : bare.Trim('【', '】', '[', ']', '(', ')'), "");
        if (bare != dense && bare.Length > 0 && Whole(directory, bare) is { } unadorned) return unadorned;
        if (UnitRoles.Of(plain) is { Count: > 0 } parts && Lead(directory, parts) is { } lead) return lead;
        // 衡东县：常务副县长 names who answers in the unit.
        if (bare.IndexOf(':', StringComparison.Ordinal) is > 1 and var colon && Whole(directory, bare[..colon]) is { Known: true } named) return named;
        return Department(directory, bare) ?? Abbreviated(directory, bare) ?? Held(directory, bare) ?? Bare(directory, bare) ?? Unknown(directory, bare);
    }

    // 祁东县分管副县长 is a post of that county.
    private static Understanding<Unit>? Held(UnitDirectory directory, string dense) =>
        Post.Match(dense) is { Success: true } post && Find(directory, dense[..post.Index]) is { Known: true } unit ? unit : null;

    private static Understanding<Unit>? Whole(UnitDirectory directory, string text)
    {
        foreach (var spelling in directory.SpellingsOf(text))
        {
            var units = directory.Spelled(spelling);
            if (units.Count == 1) return Understanding.Of(units[0]);
            // A park's name written as it is registered is the park's, even where a street is called nearly so.
            if (units.Count > 1) return units.Where(u => IsCalled(u, text)).ToList() is [{ Kind: UnitKind.Park } park] ? Understanding.Of(park) : Ambiguous(directory, units);
        }
        return null;
    }

    private static bool IsCalled(Unit unit, string text)
    {
        var dense = Government.Replace(ClerkText.Dense(text), "");
        return ClerkText.Dense(unit.Name) == dense || ClerkText.Dense(unit.FullName) == dense;
    }

    // The unit said to lead, or else the first that is known: whoever only helps is never handed the case.
    private static Understanding<Unit>? Lead(UnitDirectory directory, IReadOnlyList<UnitRoles.Part> parts)
    {
        var led = parts.Any(p => p.Role == UnitRoles.Role.Leads);
        var asked = parts.Where(p => p.Role == (led ? UnitRoles.Role.Leads : UnitRoles.Role.Unsaid)).ToList();
        var known = asked.Select(p => Whole(directory, p.Name) ?? Department(directory, ClerkText.Dense(p.Name))).ToList();
        if (known.FindIndex(u => u is { Known: true }) is not (>= 0 and var at)) return null;
        // 湖南省/衡阳市/衡东县 goes down to the county: the city above others is only the way there.
        if (known[at]!.Value.Value!.Kind == UnitKind.City && known.FindIndex(u => u is { Known: true, Value.Kind: not UnitKind.City }) is >= 0 and var below) at = below;
        var several = at > 0 || parts.Count > 1 && parts.Count(p => (Whole(directory, p.Name) ?? Department(directory, ClerkText.Dense(p.Name))) is { Known: true }) > 1;
        return known[at]!.Value with { Code = several ? "unit.several" : "unit.department_of", Proposal = known[at]!.Value.Value!.Name };
    }

    private static Understanding<Unit>? Department(UnitDirectory directory, string dense)
    {
        foreach (var spelling in directory.SpellingsOf(dense))
            for (var length = Math.Min(spelling.Length - 2, 20); length >= 2; length--)
            {
                var units = directory.Spelled(spelling[..length]);
                if (units is [{ Kind: UnitKind.County or UnitKind.Park or UnitKind.Township } only]
                    && DepartmentTail.IsMatch(spelling.AsSpan(length)))
                    return Understanding.Of(only, "unit.department_of", only.Name);
            }
        return null;
    }

    // 市文旅广体局 for 市文化旅游广电体育局: the short name's characters stand in the long one in the same order.
    private static Understanding<Unit>? Abbreviated(UnitDirectory directory, string dense)
    {
        foreach (var spelling in directory.SpellingsOf(dense))
        {
            if (spelling.Length < 3) continue;
            var fits = directory.Spellings
                .Where(s => s.Value is [{ Kind: UnitKind.Bureau or UnitKind.Office or UnitKind.Department or UnitKind.Park }]
                    && (IsShortFor(spelling, s.Key) || IsShortFor(s.Key, spelling)))
                .Select(s => s.Value[0]).Distinct().ToList();
            if (fits.Count == 1) return Understanding.Of(fits[0], "unit.abbreviated", fits[0].Name);
            if (fits.Count > 1) return Ambiguous(directory, fits);
        }
        return null;
    }

    // 福田铺 for 福田铺乡, where no other place is called so.
    private static Understanding<Unit>? Bare(UnitDirectory directory, string dense)
    {
        if (dense.Length is < 2 or > 8) return null;
        var fits = TownshipEndings.SelectMany(ending => directory.SpellingsOf(dense + ending)).SelectMany(directory.Spelled).Where(u => u.Kind == UnitKind.Township)
            .Concat(directory.Units.Where(u => u.Kind is UnitKind.Township or UnitKind.Park && u.Name.StartsWith(dense, StringComparison.Ordinal))).Distinct().ToList();
        return fits switch
        {
            [] or [{ Kind: not UnitKind.Township }] => null,
            [var only] => Understanding.Of(only, "unit.abbreviated", only.Name),
            _ => Ambiguous(directory, fits),
        };
    }

    private static Understanding<Unit> Unknown(UnitDirectory directory, string dense)
    {
        if (dense.Length is < 2 or > 40) return Understanding.Not<Unit>("unit.unknown");
        var (best, distance) = (default(Unit), dense.Length <= 5 ? 2 : 3);
        foreach (var spelling in directory.SpellingsOf(dense))
            foreach (var (key, units) in directory.Spellings)
                if (key.Length >= 2 && !char.IsAsciiDigit(key[0]) && units[0].Kind != UnitKind.City
                    && Likeness.Distance(spelling, key, distance) is var d && d < distance)
                    (best, distance) = (units[0], d);
        return Understanding.Not<Unit>("unit.unknown", best?.Name);
    }

    private static Understanding<Unit> Ambiguous(UnitDirectory directory, IReadOnlyList<Unit> units) =>
        Understanding.Not<Unit>("unit.ambiguous", string.Join("、", units.Take(5).Select(u =>
            u.Kind is UnitKind.Township or UnitKind.Institution or UnitKind.Village && directory.Above(u) is { } above ? above.Name + u.Name : u.Name)));

    private static bool IsShortFor(string brief, string full)
    {
        if (brief.Length < 4 || brief.Length >= full.Length || brief[0] != full[0]) return false;
        var ending = brief[^1] == '委' ? "委员会" : brief[^1..];
        if (!full.EndsWith(ending, StringComparison.Ordinal) && full[^1] != brief[^1]) return false;
        var at = 0;
        foreach (var c in full)
            if (at < brief.Length && brief[at] == c) at++;
        return at == brief.Length;
    }

    [GeneratedRegex("(?:管理委员会|管委会|人民政府|党工委)$")]
    private static partial Regex Government { get; }

    // 430424000000 is the county's code written to the length of a village's.
    [GeneratedRegex(@"^(?<code>\d{6})0{3}(?:0{3})?$|^(?<code>\d{9})000$")]
    private static partial Regex Division { get; }

    // What draws the eye before a name, and book marks around it.
    [GeneratedRegex("^[★☆●○◆◇■□▲△▪•·※*#《“\"]+|[》”\"_-]+$")]
    private static partial Regex Marks { get; }

    [GeneratedRegex("(?<=.{2})(?:党组|党委|党工委)?(?:(?:分管|主管|联系|常务|党组|党委|主要)*(?:副)?(?:县长|区长|市长|镇长|乡长|局长|主任|书记|支队长|大队长|处长|科长|站长|所长|院长|校长|总工程师|领导|负责人|负责同志|联络员))$")]
    private static partial Regex Post { get; }

    [GeneratedRegex(@"^各(?:有关|相关)?(?:县|区|市|单位|部门|乡镇|园区)|^市直(?:各|有关|相关|单位|部门)|^全市|^所有")]
    private static partial Regex Everybody { get; }

    [GeneratedRegex(@"[\(（\[【][^\)）\]】]*[\)）\]】]|[,，:：]?(?:共计|合计|共|计)?[\d一二三四五六七八九十百]+[处件条个项]$")]
    private static partial Regex Aside { get; }

    [GeneratedRegex(@"^(?:第?[一二三四五六七八九十百]+[、.,，]|\d{1,3}[、.,)]|\d{1,2}(?=\D)|[①-⒛]|[Ⅰ-Ⅻ][、.,]|由(?=.{3,}负责$)|\d{6,12}(?=\D)|(?:责任|承办|牵头|填报|整改)单位:)|(?<=\D)\d{6,12}$|(?:牵头|负责|主责)$")]
    private static partial Regex Numbering { get; }

    [GeneratedRegex("^.{0,16}(?:局|委|办|办公室|部门|大队|支队|协会|安委会|中队|中心|院|处|队|站|所|厅|公司|集团|学校|专班|指挥部|委员会|政府|分局|办事处|村|社区|居委会|镇|乡|街道)$")]
    private static partial Regex DepartmentTail { get; }
}
