using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Duban.Domain.Documents;

/// <summary>
/// A day as clerks write it: 2021-03-15, 2021.3.15, 3月31日前, 4月底前, 二〇二一年三月十五日, 20210331, 第一季度末,
/// 立行立改 (by word), an Excel serial; 2月30日 is named as impossible.
/// </summary>
public static partial class ClerkDate
{
    private const int LongestText = 200;

    private static readonly TimeSpan ChinaTime = TimeSpan.FromHours(8);

    /// <summary>Reads a cell's text against the day and sense of its list.</summary>
    public static Understanding<DateOnly> Read(string? text, DateFrame frame)
    {
        var plain = ClerkText.Plain(text);
        if (plain.Length == 0) return default;
        if (plain.Length > LongestText) return Understanding.Not<DateOnly>("date.unclear");
        plain = DateText.Unnumbered(plain);
        if (Iso(plain) is { } iso) return iso;
        var dense = DateText.Dense(plain);
        if (DateWords.Find(dense) is { } word) return Understanding.Word<DateOnly>(word);
        if (double.TryParse(dense, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && !dense.Contains('.', StringComparison.Ordinal) && dense.Length == 5)
            return FromNumber(number, frame);
        // A day of the old calendar, and one that comes round again, are no day to be held to.
        if (OtherReckoning.IsMatch(dense)) return Understanding.Not<DateOnly>("date.unclear");
        var digits = DateText.InDigits(dense, frame, out var counted);
        var read = Judge(digits, DateScan.All(digits, frame), frame);
        if (read.Known && !digits.Contains('前', StringComparison.Ordinal) && Done.IsMatch(digits)) return read with { Code = "date.done" };
        return read is { Known: true, Code: null } ? read with { Code = counted } : read;
    }

    /// <summary>True for text that names a day or a number of days, whether there is such a day or not: it says until when, not why there is no date.</summary>
    public static bool IsMeantAsDay(string? text, DateOnly today)
    {
        var read = Read(text, new DateFrame(today));
        return read.Known ? read.Code != "date.done" : read.Code is "date.impossible" or "date.unlikely_year" or "date.month_first" or "date.working_days";
    }

    /// <summary>Reads a number in a date's column: an Excel serial, 20210331, 202103, or 3.15 for the fifteenth of March.</summary>
    public static Understanding<DateOnly> FromNumber(double number, DateFrame frame)
    {
        if (!double.IsFinite(number) || number < 0) return Understanding.Not<DateOnly>("date.unclear");
        if (number is >= 18_000 and < 80_000)
            return FromSerial(number, frame.Epoch1904) is { } day && DateFrame.MayMean(day.Year)
                ? Understanding.Of(day, "date.serial")
                : Understanding.Not<DateOnly>("date.unlikely_year");
        var text = number.ToString("0.####", CultureInfo.InvariantCulture);
        // October, of which a number loses the 0, or January.
        if (number < 10_000 && text is [_, _, _, _, '.', '1'] && Judge(text, DateScan.All(text, frame), frame) is { Known: true } month)
            return month with { Code = "date.decimal_ambiguous" };
        if (number is > 1 and < 13 && text.Contains('.', StringComparison.Ordinal))
        {
            var read = Judge(text, DateScan.All(text, frame), frame);
            return read is { Known: true } && text.Length - text.IndexOf('.', StringComparison.Ordinal) == 2
                ? read with { Code = "date.decimal_ambiguous" }
                : read;
        }
        return number is >= 1900 and < 100_000_000
            ? Judge(text, DateScan.All(text, frame), frame)
            : Understanding.Not<DateOnly>("date.unclear");
    }

    /// <summary>The day of an Excel serial in either date system, or null outside Excel's range; 1900 is treated as the leap year Excel believes it was.</summary>
    public static DateOnly? FromSerial(double serial, bool epoch1904)
    {
        if (!double.IsFinite(serial) || serial is < 0 or > 2_950_000) return null;
        var days = (int)Math.Floor(serial);
        return epoch1904 ? new DateOnly(1904, 1, 1).AddDays(days)
            : new DateOnly(1899, 12, days < 60 ? 31 : 30).AddDays(days);
    }

    private static Understanding<DateOnly>? Iso(string s)
    {
        if (s.Length < 10 || s[4] != '-' || s[7] != '-') return null;
        if (s.Length > 10 && s[10] is not ('T' or ' ')) return null;
        // Midnight in China is written by web systems as 16:00 UTC of the day before.
        if (s[^1] == 'Z' && DateTimeOffset.TryParse(s, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
            return DateOnly.FromDateTime(instant.ToOffset(ChinaTime).Date) is var local && DateFrame.MayMean(local.Year) ? Understanding.Of(local) : null;
        return s.Length is 10 or >= 16 && DateOnly.TryParseExact(s.AsSpan(0, 10), "yyyy-MM-dd", out var day)
            && DateFrame.MayMean(day.Year) && (s.Length == 10 || TimeTail.IsMatch(s.AsSpan(10)))
            ? Understanding.Of(day)
            : null;
    }

    private static Understanding<DateOnly> Judge(string text, List<DateScan.Found> found, DateFrame frame)
    {
        if (found.Count == 0)
            return Understanding.Not<DateOnly>("date.unclear");
        if (Leftover(text, found)) return Understanding.Not<DateOnly>("date.unclear", Show(found[^1].Date));
        if (found.Exists(f => f.Code == "date.counted" && Elapsed.IsMatch(text.AsSpan(0, f.Span.From)))) return Understanding.Not<DateOnly>("date.unclear");
        // 3月31日前（30天）: the day that is written stands before one that is counted.
        if (found.FindAll(f => f.Code is not ("date.counted" or "date.working_days")) is { Count: > 0 } days && days.Count < found.Count)
            return Judge(Without(text, found.Except(days)), days, frame) is { Known: true } day ? day with { Code = "date.several" } : Understanding.Not<DateOnly>("date.unclear");
        var bad = found.FindIndex(f => f.Date is null);
        if (bad >= 0) return Understanding.Not<DateOnly>(found[bad].Code!, Show(found[bad].Proposal));
        if (found.FindIndex(f => MonthBefore(text, f)) is >= 0 and var before)
            return Understanding.Not<DateOnly>("date.unclear", Show(new DateOnly(found[before].Date!.Value.Year, found[before].Date!.Value.Month, 1).AddDays(-1)));
        if (BareDay.IsMatch(text)) return Understanding.Not<DateOnly>("date.unclear");
        if (found.Exists(f => f.Code == "date.part_of_year" && BeforeAnEvent.IsMatch(text.AsSpan(f.Span.To)))) return Understanding.Not<DateOnly>("date.unclear");
        if (IsStart(text, found[^1])) return Understanding.Not<DateOnly>("date.unclear");
        if (found.Exists(f => f.Code == "date.counted" && AfterAnEvent.IsMatch(text.AsSpan(0, f.Span.From)))) return Understanding.Not<DateOnly>("date.from_event");
        var last = found[^1];
        if (found.Count == 1) return Understanding.Of(last.Date!.Value, last.Code);
        var between = text[found[^2].Span.To..last.Span.From];
        var range = found.Count == 2 && RangeMark.IsMatch(between);
        var latest = found.Max(f => f.Date!.Value);
        return Understanding.Of(latest, range ? "date.range_end" : "date.several");
    }

    private static string Without(string text, IEnumerable<DateScan.Found> left)
    {
        var rest = text.ToCharArray();
        foreach (var (from, to) in left.Select(f => f.Span)) rest.AsSpan(from, to - from).Fill('、');
        return new(rest);
    }

    // 5月前 may mean before it begins or before it is over.
    private static bool MonthBefore(string text, DateScan.Found f) =>
        f.Code == "date.month_end" && f.Span.To < text.Length && (text[f.Span.To] == '前' || text.AsSpan(f.Span.To).StartsWith("以前") || text.AsSpan(f.Span.To).StartsWith("之前"));

    // 3月15日后 says when something begins; 三月三 names a festival, not the whole month.
    private static bool IsStart(string text, DateScan.Found f) =>
        FromThenOn.IsMatch(text.AsSpan(f.Span.To)) || (f.Span.To < text.Length && ChineseNumber.Characters.Contains(text[f.Span.To], StringComparison.Ordinal));

    // Digits that belong to no date mean that something else is written here, e.g. 完成60%.
    private static bool Leftover(string text, List<DateScan.Found> found)
    {
        var at = 0;
        var rest = new StringBuilder();
        foreach (var f in found)
        {
            rest.Append(text, at, f.Span.From - at).Append('|');
            at = f.Span.To;
        }
        rest.Append(text, at, text.Length - at);
        return rest.Length > 60 || Stray.IsMatch(rest.ToString());
    }

    private static string? Show(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?$")]
    private static partial Regex TimeTail { get; }

    [GeneratedRegex("农历|阴历|旧历|腊月|正月|冬月|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年|每(?:年|半年|季|个?月|周|星期|日|天)")]
    private static partial Regex OtherReckoning { get; }

    [GeneratedRegex(@"已(?:于|在|经).*\d|已(?:完成|整改|办结|销号|验收|治理)")]
    private static partial Regex Done { get; }

    // 15日 alone is the fifteenth to one clerk and fifteen days to another.
    [GeneratedRegex(@"^(?:[12]?\d|3[01])日$")]
    private static partial Regex BareDay { get; }

    // 逾期15天, 已超3天, 延期1个月: days that do not begin with the list.
    [GeneratedRegex("(?:逾期|超期|超时|超|历时|已|连续|每|延误|滞后|延期|延长|顺延|推迟)$")]
    private static partial Regex Elapsed { get; }

    // 2021年汛期前 names a season or an event of that year, not its end.
    [GeneratedRegex("^(?![之以]?前)[^前,;、。(]{1,8}前")]
    private static partial Regex BeforeAnEvent { get; }

    [GeneratedRegex("^(?:以后|之后|后(?!续|期)|起(?!至|到)|开始|启动|动工|开工)")]
    private static partial Regex FromThenOn { get; }

    [GeneratedRegex("收到|接到|签收|接件|(?<!交办)后|起(?<!交办(?:之日)?(?:开始)?起)")]
    private static partial Regex AfterAnEvent { get; }

    [GeneratedRegex("^(?:-|—+|–|~|～|至|到|起至|开始至|起到|--)$")]
    private static partial Regex RangeMark { get; }

    // 一期：3月底 names the part before its day.
    [GeneratedRegex(@"\d|[A-Za-z]{2,}|%|=|(?<![\u4E00-\u9FFF]):")]
    private static partial Regex Stray { get; }
}
