using System.Text.RegularExpressions;

namespace Duban.Web.Shell;

/// <summary>
/// English names of the documents and rules of thumb that procedures and calendars rest on, and of the holidays: official translations where there are any.
/// The Chinese text is the one that binds.
/// </summary>
public static partial class LegalNames
{
    private static readonly Dictionary<string, string> names = new(StringComparer.Ordinal)
    {
        ["中华人民共和国安全生产法"] = "Work Safety Law of the People’s Republic of China",
        ["中华人民共和国环境保护法"] = "Environmental Protection Law of the People’s Republic of China",
        ["中华人民共和国土壤污染防治法"] = "Law of the People’s Republic of China on the Prevention and Control of Soil Contamination",
        ["中华人民共和国水污染防治法"] = "Law of the People’s Republic of China on the Prevention and Control of Water Pollution",
        ["中华人民共和国突发事件应对法"] = "Emergency Response Law of the People’s Republic of China",
        ["生产安全事故报告和调查处理条例"] = "Regulation on the Reporting, Investigation and Handling of Work Safety Accidents (Decree No. 493 of the State Council)",
        ["政府督查工作条例"] = "Regulation on Government Supervision Work (Decree No. 733 of the State Council)",
        ["信访工作条例"] = "Regulation on Petition Letters and Visits",
        ["中央生态环境保护督察工作规定"] = "Provisions on Central Inspections of Ecological and Environmental Protection",
        ["安全生产事故隐患排查治理暂行规定"] = "Interim Provisions on the Identification and Treatment of Hazards of Work Safety Accidents",
        ["湖南省突出生态环境问题整改验收销号办法（2019）"] = "Measures of Hunan Province for the Acceptance and Strike-off of Rectified Prominent Ecological and Environmental Problems (2019)",
        ["一般隐患立行立改的通行做法"] = "common practice with general hazards that are fixed at once",
        ["各地通行做法"] = "common practice of the localities",
        ["交办不过夜"] = "handed over on the day of the meeting",
        ["重大隐患十日内验收"] = "a major hazard is accepted within ten days",
        ["湖南公示五个工作日"] = "five working days of public notice, as in Hunan",
        ["元旦"] = "New Year’s Day",
        ["春节"] = "Spring Festival",
        ["清明节"] = "Tomb-sweeping Day",
        ["劳动节"] = "Labour Day",
        ["端午节"] = "Dragon Boat Festival",
        ["中秋节"] = "Mid-Autumn Festival",
        ["国庆节"] = "National Day",
    };

    /// <summary>The text in English, part by part; null when a part of it is not known.</summary>
    public static string? InEnglish(string text)
    {
        var parts = text.Split('；', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(One).ToList();
        return parts.Count == 0 || parts.Contains(null) ? null : string.Join("; ", parts);
    }

    /// <summary>The text as its reader reads it in one line: in English with the original behind it.</summary>
    public static string InOneLine(string text, Words w) => w.English && InEnglish(text) is { } english ? $"{english} ({text})" : text;

    private static string? One(string part) => Known(part)
        ?? (part.Split('、').Select(Known).ToList() is { Count: > 1 } several && !several.Contains(null) ? string.Join(", ", several) : null);

    private static string? Known(string part) => names.GetValueOrDefault(part.Trim('《', '》'))
        ?? (Holidays().Match(part) is { Success: true } notice ? $"Notice of the General Office of the State Council on the Arrangement of Some Holidays in {notice.Groups["year"].Value}" : null);

    [GeneratedRegex("^国务院办公厅关于(?<year>[0-9]{4})年部分节假日安排的通知")]
    private static partial Regex Holidays();
}
