using System.Globalization;
using System.Text.RegularExpressions;

namespace Duban.Domain.Documents;

/// <summary>
/// A clerk's text made ready to be scanned for days: without times of day and list numbers, in digits, public holidays and years of the
/// republic as what they stand for.
/// </summary>
internal static partial class DateText
{
    /// <summary>Dense, in ordinary points and dashes, without quotes and times of day.</summary>
    internal static string Dense(string plain)
    {
        var dense = Dashed.Replace(FullStop.Replace(ClerkText.Dense(Quotes.Replace(TimeOfDay.Replace(plain, ""), "")), "."), "$1-$2-$3");
        return dense.Length > 5 && dense.EndsWith(".0", StringComparison.Ordinal) && dense.IndexOf('.', StringComparison.Ordinal) == 5 ? dense[..5] : dense;
    }

    /// <summary>All of it in digits.</summary>
    /// <param name="dense">The dense text.</param>
    /// <param name="frame">What 今年 and 下月 are counted from.</param>
    /// <param name="assumed">The code of what had to be assumed, or null.</param>
    internal static string InDigits(string dense, DateFrame frame, out string? assumed) => Republican(Relative(WithDigits(dense), frame), out assumed);

    /// <summary>The text without the numbers of a list: 1.3月底 above 2.4月底.</summary>
    internal static string Unnumbered(string plain)
    {
        if (plain.AsSpan().IndexOfAny('\n', ';') < 0) return plain;
        var items = plain.Split(['\n', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(i => Item.Match(i)).ToList();
        for (var i = 0; i < items.Count; i++)
            if (!items[i].Success || items[i].Groups["n"].Value != (i + 1).ToString(CultureInfo.InvariantCulture)) return plain;
        return items.Count < 2 ? plain : string.Join(';', items.Select(i => i.Groups["rest"].Value));
    }

    /// <summary>Chinese numerals of days and times as digits.</summary>
    internal static string WithDigits(string dense)
    {
        if (dense.AsSpan().IndexOfAny(ChineseNumber.Characters) < 0) return dense;
        var zeros = TypedZero.Replace(dense, m => new string('〇', m.Length));
        return Numerals.Replace(zeros, m => ChineseNumber.Whole(m.ValueSpan) is { } n ? n.ToString(CultureInfo.InvariantCulture) : m.Value);
    }

    // 民国110年 is 2021; a year of three digits can be no other.
    private static string Republican(string s, out string? assumed)
    {
        var said = false;
        var western = RepublicanYear.Replace(s, m =>
        {
            said |= m.Groups["said"].Success;
            return $"{1911 + int.Parse(m.Groups["y"].ValueSpan, CultureInfo.InvariantCulture)}{m.Groups["after"].Value}";
        });
        assumed = western == s || said ? null : "date.republican_year";
        return western;
    }

    private static string Relative(string s, DateFrame frame)
    {
        if (s.AsSpan().IndexOfAny("五国元七今本当明次去下") < 0) return s;
        return RelativeWord.Replace(s, m => m.Value switch
        {
            "今年" or "本年" or "当年" or "本年度" => $"{frame.Reference.Year}年",
            "元月" => "1月",
            "本季度" => $"{frame.Reference.Year}年第{(frame.Reference.Month + 2) / 3}季度",
            "明年" or "次年" => $"{frame.Reference.Year + 1}年",
            "去年" => $"{frame.Reference.Year - 1}年",
            "本月" or "当月" => $"{frame.Reference:yyyy年M月}",
            "下月" or "下个月" or "次月" => $"{frame.Reference.AddMonths(1):yyyy年M月}",
            "国庆节" or "国庆" => "10月1日",
            "元旦" => $"{frame.Reference.Year + (frame.Reference is { Month: 1, Day: 1 } ? 0 : 1)}年1月1日",
            _ => "5月1日",
        });
    }

    [GeneratedRegex(@"(?<=[\d日号\)])(?:[T\s]+|(?<=[日号)]))\d{1,2}(?::\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[AaPp][Mm])?(?:Z|[+-]\d{2}:?\d{2})?|[时点](?:\d{1,2}分|半)?)|(?<=[日号])零[时点]|(?:上午|下午|中午|晚上?)\s*\d{0,2}[时点]?(?:\d{1,2}分|半)?|[\(]?(?:星期|周)[一二三四五六日天][\)]?")]
    private static partial Regex TimeOfDay { get; }

    [GeneratedRegex("[" + ChineseNumber.Characters + "]+(?=[年月日号季个周天工]|星期|小时)|(?<=月)[一二三四五六七八九十廿卅]{1,3}(?=前|之前|以前)|(?<=月)(?:[二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|卅一?)(?![一二三四五六七八九十])")]
    private static partial Regex Numerals { get; }

    // 2021。3。25: the point as a Chinese keyboard types it.
    [GeneratedRegex(@"(?<=\d)。(?=\d)")]
    private static partial Regex FullStop { get; }

    // The dashes of typesetters between year, month and day.
    [GeneratedRegex(@"(?<!\d)(\d{4})[‐‑–−](\d{1,2})[‐‑–−](\d{1,2})(?!\d)")]
    private static partial Regex Dashed { get; }

    [GeneratedRegex("[“”‘’「」]")]
    private static partial Regex Quotes { get; }

    [GeneratedRegex(@"^\(?(?<n>\d{1,2})[.、)](?<rest>.*\d.*)$", RegexOptions.Singleline)]
    private static partial Regex Item { get; }

    // 二0二一年, 二O二一年: the zero as it is typed where the keyboard has no 〇.
    [GeneratedRegex("(?<=[〇○零一二三四五六七八九])[0Oo]+(?=[〇○零一二三四五六七八九年])")]
    private static partial Regex TypedZero { get; }

    [GeneratedRegex(@"(?:(?<said>民国)(?<y>\d{2,3})|(?<!\d)(?<y>1[0-3]\d))(?<after>年(?=\d{1,2}月)|[-./](?=\d{1,2}[-./]\d{1,2}(?!\d)))")]
    private static partial Regex RepublicanYear { get; }

    [GeneratedRegex("元月|本季度|今年|本年度|本年|当年|明年|次年|去年|本月|当月|下个月|下月|次月|国庆节?|元旦|五一劳动节|五一节|五一|劳动节")]
    private static partial Regex RelativeWord { get; }
}
