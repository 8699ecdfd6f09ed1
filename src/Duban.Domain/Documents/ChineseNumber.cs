using System.Globalization;

namespace Duban.Domain.Documents;

/// <summary>Numbers as clerks write them: 一百一十四, 廿一, 二〇二一, 2万, 约300, 1,200.5.</summary>
public static class ChineseNumber
{
    private const string Approximately = "约大概近超余多左右";

    /// <summary>The characters Chinese whole numbers are made of, for scanners.</summary>
    public const string Characters = "〇○零一二两三四五六七八九十廿卅百千万亿壹贰叁肆伍陆柒捌玖拾佰仟";

    /// <summary>The amount, in the text's own unit; 万 and 亿 are multiplied out; units of count or money after it are ignored.</summary>
    public static Understanding<decimal> Read(string? text)
    {
        var s = ClerkText.Dense(text);
        if (s.Length == 0) return Understanding.Blank<decimal>();
        var core = s.Trim([.. Approximately]).TrimStart('¥', '￥');
        var assumed = core.Length == s.TrimStart('¥', '￥').Length ? null : "number.approximate";
        var length = 0;
        while (length < core.Length && (char.IsAsciiDigit(core[length]) || core[length] is '.' or ',' or '-')) length++;
        var head = core[..length].Replace(",", "", StringComparison.Ordinal);
        if (length > 0)
        {
            if (!decimal.TryParse(head, NumberStyles.Number, CultureInfo.InvariantCulture, out var value))
                return Understanding.Not<decimal>("number.unclear");
            return Scaled(value, core[length..].TrimStart('余', '多'), assumed);
        }
        while (length < core.Length && Characters.Contains(core[length], StringComparison.Ordinal)) length++;
        return Whole(core.AsSpan(0, length)) is { } whole && core.AsSpan(length).IndexOfAnyInRange('0', '9') < 0
            ? Understanding.Of((decimal)whole, assumed)
            : Understanding.Not<decimal>("number.unclear");
    }

    /// <summary>A whole number in Chinese characters, positional (一百一十四) or digit by digit (二〇二一); null when it is none.</summary>
    public static long? Whole(ReadOnlySpan<char> s)
    {
        if (s.Length is 0 or > 24) return null;
        var plain = true;
        foreach (var c in s)
        {
            if (Digit(c) < 0 && Unit(c) == 0) return null;
            plain &= Digit(c) >= 0;
        }
        return plain ? DigitByDigit(s) : Positional(s);
    }

    private static Understanding<decimal> Scaled(decimal value, string rest, string? assumed)
    {
        if (rest.Any(char.IsAsciiDigit)) return Understanding.Not<decimal>("number.unclear");
        var factor = rest.StartsWith('亿') ? 100_000_000m : rest.StartsWith("万", StringComparison.Ordinal) ? 10_000m : 1m;
        return Math.Abs(value) > 1_000_000_000_000m
            ? Understanding.Not<decimal>("number.unclear")
            : Understanding.Of(value * factor, assumed);
    }

    private static long? DigitByDigit(ReadOnlySpan<char> s)
    {
        if (s.Length > 18) return null;
        long value = 0;
        foreach (var c in s) value = value * 10 + Digit(c);
        return value;
    }

    private static long? Positional(ReadOnlySpan<char> s)
    {
        long total = 0, section = 0, digit = -1;
        foreach (var c in s)
        {
            if (Digit(c) is >= 0 and var d) { digit = d; continue; }
            var unit = Unit(c);
            if (unit >= 10_000)
            {
                total = (total + section + Math.Max(digit, 0)) * unit;
                section = 0;
            }
            else if (c is '廿' or '卅') section += unit;
            else section += (digit < 0 ? 1 : digit) * unit;
            digit = -1;
            if (total > 1_000_000_000_000 || section > 1_000_000_000) return null;
        }
        return total + section + Math.Max(digit, 0);
    }

    private static int Digit(char c) => c switch
    {
        '〇' or '○' or '零' => 0,
        '一' or '壹' => 1,
        '二' or '两' or '贰' => 2,
        '三' or '叁' => 3,
        '四' or '肆' => 4,
        '五' or '伍' => 5,
        '六' or '陆' => 6,
        '七' or '柒' => 7,
        '八' or '捌' => 8,
        '九' or '玖' => 9,
        _ => -1,
    };

    private static long Unit(char c) => c switch
    {
        '十' or '拾' => 10,
        '廿' => 20,
        '卅' => 30,
        '百' or '佰' => 100,
        '千' or '仟' => 1000,
        '万' => 10_000,
        '亿' => 100_000_000,
        _ => 0,
    };
}
