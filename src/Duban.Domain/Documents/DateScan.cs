using System.Globalization;
using System.Text.RegularExpressions;

namespace Duban.Domain.Documents;

/// <summary>Finds the dates written inside one cell's text, with what each had to assume.</summary>
internal static class DateScan
{
    private static readonly (Regex Shape, Func<Match, DateFrame, int?, Found> Read)[] Shapes =
    [
        (DateShapes.YearNameDay, Named),
        (DateShapes.NameDayYear, Named),
        (DateShapes.DayNameYear, Named),
        (DateShapes.YearMonthDay, (m, f, _) => OfMonth(FullYear(m), Int(m, "m"), m, ShortYear(m))),
        (DateShapes.Separated, (m, f, _) => OfDay(FullYear(m), Int(m, "m"), Int(m, "d"), null)),
        (DateShapes.Compact, (m, f, _) => OfDay(FullYear(m), Int(m, "m"), Int(m, "d"), null)),
        (DateShapes.Western, Western),
        (DateShapes.ShortYear, (m, f, _) => OfDay(FullYear(m), Int(m, "m"), Int(m, "d"), "date.two_digit_year")),
        (DateShapes.Within, Within),
        (DateShapes.Lasting, Within),
        (DateShapes.FirstYear, (m, _, _) => OfYear(FullYear(m), "")),
        (DateShapes.YearQuarter, (m, f, _) => EndOfMonth(FullYear(m), Int(m, "q") * 3, "date.quarter_end")),
        (DateShapes.YearMonth, (m, f, _) => OfMonth(FullYear(m), Int(m, "m"), m, null)),
        (DateShapes.Year, (m, f, _) => OfYear(FullYear(m), m.Groups["half"].Value)),
        (DateShapes.CompactMonth, (m, f, _) => OfMonth(FullYear(m), Int(m, "m"), m, null)),
        (DateShapes.MonthDay, (m, f, y) => OfMonth(y ?? f.YearOf(Int(m, "m")), Int(m, "m"), m, "date.year_assumed")),
        (DateShapes.PlainMonthDay, (m, f, y) => OfDay(y ?? f.YearOf(Int(m, "m")), Int(m, "m"), Int(m, "d"), "date.year_assumed")),
        (DateShapes.Quarter, (m, f, y) => EndOfMonth(y ?? f.Reference.Year, Int(m, "q") * 3, "date.quarter_end")),
        (DateShapes.PartOfYear, (m, f, y) => m.Value is "月底" or "月末"
            ? EndOfMonth(f.Reference.Year, f.Reference.Month, "date.year_assumed")
            : OfYear(y ?? f.Reference.Year, m.Groups["half"].Value)),
        (DateShapes.Day, (m, f, y) => OfDay(f.Reference.Year, f.Reference.Month, Int(m, "d"), "date.month_assumed")),
    ];

    /// <summary>One date in the text.</summary>
    /// <param name="Date">The day, or null when it does not exist.</param>
    /// <param name="Code">What was assumed, or why there is no day.</param>
    /// <param name="Proposal">The nearest day that exists.</param>
    internal readonly record struct Found(DateOnly? Date, string? Code, DateOnly? Proposal = null)
    {
        /// <summary>Where it stands in the text.</summary>
        internal (int From, int To) Span { get; init; }
    }

    /// <summary>Every date in the text, in order.</summary>
    internal static List<Found> All(string text, DateFrame frame)
    {
        var found = new List<Found>(1);
        for (var at = 0; at < text.Length;)
        {
            if (Starts(text, at) && At(text, at, frame, found.Count > 0 ? found[^1].Date?.Year : null) is { } one)
            {
                found.Add(one);
                at = one.Span.To;
            }
            else at++;
        }
        return found;
    }

    private static bool Starts(string text, int at) =>
        char.IsAsciiDigit(text[at]) ? at == 0 || !char.IsAsciiDigit(text[at - 1])
        : char.IsAsciiLetter(text[at]) ? at == 0 || !char.IsAsciiLetter(text[at - 1])
        : text[at] is '第' or '上' or '下' or '年' or '月' or '全' or '半';

    private static Found? At(string text, int at, DateFrame frame, int? year)
    {
        foreach (var (shape, read) in Shapes)
        {
            var match = shape.Match(text, at);
            if (match is { Success: true, Length: > 0 } && read(match, frame, year) is { Code: not "date.no_month" } one)
                return one with { Span = (at, at + match.Length) };
        }
        return null;
    }

    private static Found OfMonth(int year, int month, Match m, string? assumed)
    {
        if (m.Groups["d"].Success) return OfDay(year, month, Int(m, "d"), assumed);
        var part = m.Groups["part"].Value;
        return part switch
        {
            "上旬" => OfDay(year, month, 10, "date.part_of_month"),
            "中旬" => OfDay(year, month, 20, "date.part_of_month"),
            "月初" or "初" => OfDay(year, month, 10, "date.part_of_month"),
            "月中" or "中" => OfDay(year, month, 15, "date.part_of_month"),
            _ => EndOfMonth(year, month, part.Length > 0 ? assumed : "date.month_end"),
        };
    }

    private static Found OfYear(int year, string half) => half switch
    {
        "上半年" or "年中" or "中" => EndOfMonth(year, 6, "date.part_of_year"),
        _ => EndOfMonth(year, 12, "date.part_of_year"),
    };

    private static Found Within(Match m, DateFrame f, int? _)
    {
        var half = m.Groups["n"].Value == "半";
        var n = half ? 1 : Int(m, "n");
        var from = f.Reference;
        return m.Groups["unit"].Value switch
        {
            "工作日" => new(null, "date.working_days"),
            // Two hours from the hand-over are over on the same day.
            "小时" => new(from.AddDays(n < 12 ? 0 : (n + 23) / 24), "date.counted"),
            "周" or "星期" or "礼拜" => new(from.AddDays(7 * n), "date.counted"),
            "月" => new(half ? from.AddDays(15) : from.AddMonths(n), "date.counted"),
            "年" => new(from.AddMonths(half ? 6 : 12 * n), "date.counted"),
            _ => new(from.AddDays(n), "date.counted"),
        };
    }

    private static Found Western(Match m, DateFrame f, int? _)
    {
        var (a, b, year) = (Int(m, "a"), Int(m, "b"), FullYear(m));
        return (a, b) switch
        {
            ( > 12, <= 12) => OfDay(year, b, a, null),
            _ when a == b || b > 12 => OfDay(year, a, b, null),
            _ => f.Order switch
            {
                DayOrder.DayFirst => OfDay(year, b, a, null),
                DayOrder.MonthFirst => OfDay(year, a, b, null),
                _ => new(null, "date.month_first", OfDay(year, a, b, null).Date),
            },
        };
    }

    private static Found Named(Match m, DateFrame f, int? _)
    {
        var name = m.Groups["name"].Value;
        var month = 0;
        var names = CultureInfo.InvariantCulture.DateTimeFormat.MonthNames;
        for (var i = 0; i < 12; i++)
            if (name.Length >= 3 && names[i].StartsWith(name == "Sept" ? "Sep" : name, StringComparison.OrdinalIgnoreCase)) month = i + 1;
        return month == 0 ? new(null, "date.no_month") : OfDay(FullYear(m), month, Int(m, "d"), null);
    }

    private static Found EndOfMonth(int year, int month, string? assumed) =>
        !DateFrame.MayMean(year) ? new(null, "date.unlikely_year")
        : month is < 1 or > 12 ? new(null, "date.impossible")
            : new(new DateOnly(year, month, DateTime.DaysInMonth(year, month)), assumed);

    private static Found OfDay(int year, int month, int day, string? assumed)
    {
        if (!DateFrame.MayMean(year)) return new(null, "date.unlikely_year");
        if (month is < 1 or > 12) return new(null, "date.impossible");
        var last = DateTime.DaysInMonth(year, month);
        return day >= 1 && day <= last
            ? new(new DateOnly(year, month, day), assumed)
            : new(null, "date.impossible", new DateOnly(year, month, Math.Clamp(day, 1, last)));
    }

    private static int FullYear(Match m) => Int(m, "y") is var y && m.Groups["y"].Length == 2 ? y + (y < 70 ? 2000 : 1900) : y;

    private static string? ShortYear(Match m) => m.Groups["y"].Length == 2 ? "date.two_digit_year" : null;

    private static int Int(Match m, string group) => int.Parse(m.Groups[group].ValueSpan, CultureInfo.InvariantCulture);
}
