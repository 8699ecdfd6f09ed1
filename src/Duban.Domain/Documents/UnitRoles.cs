using System.Text.RegularExpressions;

namespace Duban.Domain.Documents;

/// <summary>Takes a cell that names several units apart: 牵头：衡山县 配合：市应急局, 衡东县（牵头）、衡山县（配合）, 衡山县、市应急局.</summary>
internal static partial class UnitRoles
{
    /// <summary>What a part of the cell is said to do.</summary>
    internal enum Role { Unsaid, Leads, Helps }

    /// <summary>One unit of the cell.</summary>
    internal readonly record struct Part(string Name, Role Role);

    /// <summary>The units in order; a label holds until the next one. Empty when the cell names only one and no role.</summary>
    internal static IReadOnlyList<Part> Of(string plain)
    {
        var parts = new List<Part>();
        var said = Role.Unsaid;
        foreach (var piece in Separators.Split(Label.Replace(Numbered.Replace(Shared.Replace(plain, ""), "\n"), m => $"\n{m.Value}")))
        {
            var text = piece.Trim();
            if (Label.Match(text) is { Success: true, Index: 0 } label)
            {
                said = Helps.IsMatch(label.Value) ? Role.Helps : Role.Leads;
                text = text[label.Length..];
            }
            var own = Tail.Match(text) is { Success: true } tail ? Helps.IsMatch(tail.Value) ? Role.Helps : Role.Leads : said;
            text = By.Replace(Aside.Replace(Tail.Replace(text, ""), "").Trim(), "");
            if (text.Length > 0) parts.Add(new(text, own));
        }
        return parts.Count > 1 || parts is [{ Role: not Role.Unsaid }] ? parts : [];
    }

    [GeneratedRegex(@"(?:牵头|主办|主责|主体|责任|承办|属地(?:管理)?|配合|协办|协同|会办|参与|行业(?:主管|监管)?|监管)(?:责任)?(?:单位|部门)?\s*:\s*")]
    private static partial Regex Label { get; }

    [GeneratedRegex(@"\((?:牵头|主办|主责|责任|承办|配合|协办|协同|会办|参与)(?:单位|部门)?\)|(?<=\S{2})(?:牵头负责|负责整改|负责落实|牵头|负责|配合)$")]
    private static partial Regex Tail { get; }

    [GeneratedRegex("按(?:照)?(?:各自)?职责(?:分工)?(?:负责|落实|抓好落实)?$")]
    private static partial Regex Shared { get; }

    // ①耒阳市②市水利局, 1.南岳区2.市文旅广体局: the numbers part the units.
    [GeneratedRegex(@"[①-⑳]|(?<!\d)\d{1,2}[.、)](?=\D)")]
    private static partial Regex Numbered { get; }

    // 由石鼓区政府负责.
    [GeneratedRegex(@"^由(?=\S{2})")]
    private static partial Regex By { get; }

    [GeneratedRegex("配合|协办|协同|会办|参与|行业|监管")]
    private static partial Regex Helps { get; }

    [GeneratedRegex(@"[\(\[【][^\)\]】]*[\)\]】]")]
    private static partial Regex Aside { get; }

    [GeneratedRegex(@"[、，,;；/|>→\r\n\t ]+|(?<=[市县区镇])-|(?<=\S)(?:和|及|与|会同)(?=\S)")]
    private static partial Regex Separators { get; }
}
