using System.Text.RegularExpressions;

namespace Duban.Domain.Documents;

/// <summary>The level of a hazard as lists name it; a ledger that knows only 一般 and 重大 folds the others.</summary>
public enum NamedLevel
{
    /// <summary>低, 蓝, Ⅳ级.</summary>
    Low,
    /// <summary>一般, 黄, Ⅲ级.</summary>
    General,
    /// <summary>较大, 橙, Ⅱ级.</summary>
    Larger,
    /// <summary>重大, 红, Ⅰ级.</summary>
    Major,
    /// <summary>特别重大.</summary>
    Extraordinary,
}

/// <summary>A level as clerks write it: 一般, 重大隐患, 红色, Ⅱ级, blanks around it named.</summary>
public static partial class ClerkLevel
{
    /// <summary>Reads a cell; <c>level.padded</c> when only blanks stood in the way.</summary>
    public static Understanding<NamedLevel> Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return default;
        var ticked = Ticked.Matches(text);
        if (ticked.Count == 1) text = ticked[0].Groups[1].Value;
        else if (ticked.Count == 0 && text.AsSpan().IndexOfAny('□', '☐') >= 0) return default;
        var s = Aside.Replace(ClerkText.Dense(text), "").Trim('"', '“', '”', '(', ')', '。');
        var padded = text.Length != ClerkText.Dense(text).Length ? "level.padded" : null;
        foreach (var tail in (string[])["事故隐患", "安全隐患", "问题隐患", "生态环境问题", "隐患", "问题", "风险", "级别", "等级", "预警"])
            if (s.Length > tail.Length && s.EndsWith(tail, StringComparison.Ordinal)) s = s[..^tail.Length];
        if (Kind.Match(s) is { Success: true } kind) s = kind.Groups[1].Value;
        return Named(s) is { } level
            ? Understanding.Of(level, padded, padded is null ? null : s)
            : s is "/" or "-" or "无" ? default : Understanding.Not<NamedLevel>("level.unknown");
    }

    private static NamedLevel? Named(string s) => s.ToUpperInvariant() switch
    {
        "低" or "低级" or "轻微" or "蓝" or "蓝色" or "Ⅳ" or "IV" or "Ⅳ级" or "IV级" or "四级" or "4级"
            or "LOW" or "BLUE" or "D" or "D级" => NamedLevel.Low,
        "一般" or "一般级" or "一般性" or "普通" or "黄" or "黄色" or "Ⅲ" or "III" or "Ⅲ级" or "III级" or "三级" or "3级" or "中" or "中等"
            or "GENERAL" or "MINOR" or "YELLOW" or "MEDIUM" or "C级" => NamedLevel.General,
        "较大" or "较大级" or "较重" or "橙" or "橙色" or "Ⅱ" or "II" or "Ⅱ级" or "II级" or "二级" or "2级"
            or "ORANGE" or "SERIOUS" or "B级" => NamedLevel.Larger,
        "重大" or "重大级" or "严重" or "红" or "红色" or "Ⅰ" or "I" or "Ⅰ级" or "I级" or "一级" or "1级" or "高"
            or "MAJOR" or "RED" or "HIGH" or "A级" => NamedLevel.Major,
        "特别重大" or "特大" or "特别严重" or "EXTRAORDINARY" => NamedLevel.Extraordinary,
        _ => null,
    };

    // ☑一般 □重大.
    [GeneratedRegex(@"[☑☒√✓✔■]\s*([^\s□☐☑☒√✓✔■]+)")]
    private static partial Regex Ticked { get; }

    // 重大火灾隐患, of which the last word is off already.
    [GeneratedRegex("^(特别重大|重大|较大|一般)(?:火灾|消防|安全|生产|环境|生态|交通|质量|地质灾害|事故)+$")]
    private static partial Regex Kind { get; }

    // 重大（挂牌）is 重大.
    [GeneratedRegex(@"(?<=.)\([^)]*\)$")]
    private static partial Regex Aside { get; }
}
