using System.Globalization;
using System.Text;
using CsCheck;
using Duban.Domain.Documents;

namespace Duban.Domain.Tests.Documents;

/// <summary>Whatever a clerk's hand makes of a day, a number, a point or a text, it is the same day, number, point or text.</summary>
public sealed class ClerkLaws
{
    private static readonly DateFrame March = new(new DateOnly(2021, 3, 15));
    private static readonly Area Box = new(111.4m, 26.0m, 113.4m, 27.6m);
    private static readonly Gen<DateOnly> Day = Gen.Int[0, 36_500].Select(new DateOnly(2000, 1, 1).AddDays);
    private static readonly Gen<(decimal East, decimal North)> Point =
        Gen.Select(Gen.Int[111_400_001, 113_399_999], Gen.Int[26_000_001, 27_599_999], (e, n) => (e / 1_000_000m, n / 1_000_000m));

    private static readonly Func<DateOnly, string>[] Shapes =
    [
        d => d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        d => d.ToString("yyyy.M.d", CultureInfo.InvariantCulture),
        d => d.ToString("yyyy'/'M'/'d", CultureInfo.InvariantCulture),
        d => d.ToString("yyyy年M月d日", CultureInfo.InvariantCulture),
        d => d.ToString("yyyy 年 M 月 d 日", CultureInfo.InvariantCulture),
        d => d.ToString("yyyy年M月d号前", CultureInfo.InvariantCulture),
        d => d.ToString("yyyyMMdd", CultureInfo.InvariantCulture),
        d => d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T00:00:00",
        d => d.ToString("d MMM yyyy", CultureInfo.InvariantCulture),
        d => d.ToString("MMMM d, yyyy", CultureInfo.InvariantCulture),
        d => FullWidth(d.ToString("yyyy年M月d日", CultureInfo.InvariantCulture)),
        d => $"{Each(d.Year)}年{Numeral(d.Month)}月{Numeral(d.Day)}日",
    ];

    [Fact]
    public void A_day_is_the_same_day_in_every_shape() => Gen.Select(Day, Gen.Int[0, Shapes.Length - 1]).Sample((day, shape) =>
    {
        var read = ClerkDate.Read(Shapes[shape](day), March);
        return read.Known && read.Value == day ? true : throw new InvalidOperationException($"{Shapes[shape](day)} became {read}");
    });

    [Fact]
    public void A_day_counted_by_Excel_is_the_same_day_from_1900_and_from_1904() => Day.Sample(day =>
    {
        var (since1900, since1904) = (day.DayNumber - new DateOnly(1899, 12, 30).DayNumber, day.DayNumber - new DateOnly(1904, 1, 1).DayNumber);
        return ClerkDate.FromSerial(since1900, false) == day && ClerkDate.FromSerial(since1904, true) == day
            && ClerkDate.FromNumber(since1900, March).Value == day && ClerkDate.FromNumber(since1904, March with { Epoch1904 = true }).Value == day;
    });

    [Fact]
    public void A_day_that_no_month_has_is_never_taken_for_another() => Gen.Select(Gen.Int[1, 12], Gen.Int[29, 99], Gen.Int[2000, 2099]).Sample((month, day, year) =>
    {
        if (day <= DateTime.DaysInMonth(year, month)) return true;
        var read = ClerkDate.Read($"{year}年{month}月{day}日", March);
        return read is { Known: false, Code: "date.impossible" };
    });

    [Fact]
    public void Nothing_that_can_be_typed_breaks_a_reader() => Gen.String[Gen.Char["0123456789年月日.-/前底初季度半工作日内,，°′″NE东经北纬万亿约 \t\n%第一二三十〇（）()"], 0, 30].Sample(text =>
    {
        _ = (ClerkDate.Read(text, March), ClerkCoordinate.Read(text, Box), ChineseNumber.Read(text), ClerkLevel.Read(text), ClerkProgress.Read(text), ClerkProgress.Verdict(text));
    });

    [Fact]
    public void A_whole_number_reads_back_from_its_characters() => Gen.Long[0, 99_999_999].Sample(n =>
        ChineseNumber.Whole(Numeral(n)) == n && ChineseNumber.Read(Numeral(n)).Value == n ? true : throw new InvalidOperationException($"{n}: {Numeral(n)}"));

    [Fact]
    public void A_point_is_the_same_point_in_degrees_in_minutes_and_the_other_way_round() => Point.Sample(point =>
    {
        var (east, north) = point;
        var decimals = string.Create(CultureInfo.InvariantCulture, $"{east},{north}");
        var turned = string.Create(CultureInfo.InvariantCulture, $"{north},{east}");
        var named = string.Create(CultureInfo.InvariantCulture, $"北纬{north}°，东经{east}°");
        return Is(ClerkCoordinate.Read(decimals, Box), null) && Is(ClerkCoordinate.Read(turned, Box), "coordinate.swapped") && Is(ClerkCoordinate.Read(named, Box), null)
            && Near(ClerkCoordinate.Read($"东经{Sexagesimal(east)} 北纬{Sexagesimal(north)}", Box)) && Is(ClerkCoordinate.Read($"{east}", $"{north}", Box), null)
            ? true : throw new InvalidOperationException(decimals);

        bool Is(Understanding<Coordinate> read, string? code) => read.Known && read.Value == new Coordinate(east, north) && read.Code == code;

        bool Near(Understanding<Coordinate> read) =>
            read.Known && Math.Abs(read.Value.Longitude - east) < 0.000002m && Math.Abs(read.Value.Latitude - north) < 0.000002m;
    });

    [Fact]
    public void Two_spellings_that_differ_in_blanks_and_width_have_one_key() => Gen.String[Gen.Char["abzAZ09衡东县()-_.,"], 1, 20].Sample(text =>
    {
        var spaced = string.Join('\u3000', text.Select(c => $"{c}"));
        return ClerkText.Dense(FullWidth(text)) == ClerkText.Dense(text) && ClerkText.Dense(spaced) == ClerkText.Dense(text)
            && ClerkText.Dense(ClerkText.Dense(text)) == ClerkText.Dense(text) && ClerkText.Plain(ClerkText.Plain(spaced)) == ClerkText.Plain(spaced)
            && ClerkText.Dense($"\uFEFF{text}\u200B\r\n") == ClerkText.Dense(text);
    });

    private static string FullWidth(string text) => string.Concat(text.Select(c => c is > ' ' and <= '~' ? (char)(c + 0xFEE0) : c));

    private static string Each(int year) => string.Concat($"{year}".Select(c => "〇一二三四五六七八九"[c - '0']));

    private static string Sexagesimal(decimal degrees)
    {
        var (whole, minutes) = (Math.Truncate(degrees), degrees % 1 * 60);
        return string.Create(CultureInfo.InvariantCulture, $"{whole:0}°{Math.Truncate(minutes):0}′{minutes % 1 * 60:0.####}″");
    }

    // As it is written by hand: 一万零五, 二百一十, and 十二 rather than 一十二.
    private static string Numeral(long n)
    {
        if (n == 0) return "零";
        var (high, low) = (n / 10_000, n % 10_000);
        var text = high == 0 ? Section(low) : Section(high) + "万" + (low == 0 ? "" : (low < 1000 ? "零" : "") + Section(low));
        return text.StartsWith("一十", StringComparison.Ordinal) ? text[1..] : text;
    }

    private static string Section(long n)
    {
        var text = new StringBuilder();
        var (gap, place) = (false, 1000);
        foreach (var unit in "千百十 ")
        {
            var digit = (int)(n / place % 10);
            if (digit > 0)
            {
                if (gap && text.Length > 0) text.Append('零');
                text.Append("零一二三四五六七八九"[digit]).Append(unit);
            }
            gap = digit == 0;
            place /= 10;
        }
        return text.ToString().Replace(" ", "", StringComparison.Ordinal);
    }
}
