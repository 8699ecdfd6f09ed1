using System.Globalization;
using System.Text.RegularExpressions;

namespace Duban.Domain.Documents;

/// <summary>
/// A point as clerks write it: <c>112.606752,26.778410</c>, 东经112°34′37″ 北纬26°53′56″, N26.5 E112.6, two columns; latitude
/// first is put right and said so. The datum is not in the text: the list's setting decides.
/// </summary>
public static partial class ClerkCoordinate
{
    private const int LongestText = 200;

    private const NumberStyles Plain = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite;

    private enum Axis { Unsaid, East, North }

    private readonly record struct Angle(decimal Degrees, Axis Axis);

    /// <summary>Reads one cell that holds both numbers.</summary>
    /// <param name="text">The cell.</param>
    /// <param name="area">The city's box, or null when any point will do.</param>
    public static Understanding<Coordinate> Read(string? text, Area? area = null)
    {
        var s = ClerkText.Plain(text);
        if (s.Length == 0 || s is "/" or "-" or "无" or "—" or "——" or "暂无") return default;
        if (TwoDecimals(s) is { } plain) return Place(plain.First, plain.Second, area);
        if (s.Length > LongestText || Angles(s) is not { } angles) return Understanding.Not<Coordinate>("coordinate.unclear");
        return angles.Count switch
        {
            2 => Place(angles[0], angles[1], area),
            1 => Understanding.Not<Coordinate>("coordinate.half"),
            _ => Understanding.Not<Coordinate>("coordinate.unclear"),
        };
    }

    /// <summary>Reads a pair of columns, 经度 and 纬度.</summary>
    public static Understanding<Coordinate> Read(string? longitude, string? latitude, Area? area)
    {
        var (x, y) = (ClerkText.Plain(longitude), ClerkText.Plain(latitude));
        if (x.Length == 0 && y.Length == 0) return default;
        if (x.Length == 0 || y.Length == 0)
            return Read(x + y, area) is { Known: true } both ? both : Understanding.Not<Coordinate>("coordinate.half");
        if (x.Length > LongestText || y.Length > LongestText || Angles(x) is not [var lng] || Angles(y) is not [var lat])
            return Understanding.Not<Coordinate>("coordinate.unclear");
        return Place(lng, lat, area);
    }

    private static Understanding<Coordinate> Place(Angle first, Angle second, Area? area)
    {
        if (first.Axis != Axis.Unsaid && first.Axis == second.Axis) return Understanding.Not<Coordinate>("coordinate.unclear");
        var named = first.Axis == Axis.North || second.Axis == Axis.East;
        var point = named ? new Coordinate(second.Degrees, first.Degrees) : new Coordinate(first.Degrees, second.Degrees);
        var turned = new Coordinate(point.Latitude, point.Longitude);
        if (Math.Abs(point.Latitude) > 90 || (area is { } box && !box.Holds(point) && box.Holds(turned)))
            return Math.Abs(turned.Latitude) <= 90 && Math.Abs(turned.Longitude) <= 180
                ? Outside(turned, area, "coordinate.swapped")
                : Understanding.Not<Coordinate>("coordinate.impossible");
        if (Math.Abs(point.Longitude) > 180) return Understanding.Not<Coordinate>("coordinate.impossible");
        if (point is { Longitude: 0, Latitude: 0 }) return Understanding.Not<Coordinate>("coordinate.impossible");
        return Outside(point, area, null);
    }

    private static Understanding<Coordinate> Outside(Coordinate point, Area? area, string? code)
    {
        if (area is { } box && !box.Holds(point)) return Understanding.Not<Coordinate>("coordinate.outside", Show(point));
        return Understanding.Of(point, code, code is null ? null : Show(point));
    }

    // Most points are two plain decimals; a hundred thousand of them should not wait for a pattern.
    private static (Angle First, Angle Second)? TwoDecimals(string s)
    {
        var comma = s.AsSpan().IndexOfAny(',', '，');
        return comma > 0 && s.Length < 40
            && decimal.TryParse(s.AsSpan(0, comma), Plain, CultureInfo.InvariantCulture, out var first)
            && decimal.TryParse(s.AsSpan(comma + 1), Plain, CultureInfo.InvariantCulture, out var second)
            && Math.Abs(first) < 1000 && Math.Abs(second) < 1000
            ? (new(Math.Round(first, 15), Axis.Unsaid), new(Math.Round(second, 15), Axis.Unsaid))
            : null;
    }

    private static List<Angle>? Angles(string s)
    {
        // 112-36-24.3 is written where the keyboard has no degree; （高德） says whose map it is.
        s = Dashed.Replace(MapName.Replace(s, ""), "$1°$2′$3″");
        s = s.Replace("。", ".", StringComparison.Ordinal).Replace("º", "°", StringComparison.Ordinal)
            .Replace("˚", "°", StringComparison.Ordinal);
        var found = new List<Angle>(2);
        var at = 0;
        foreach (Match m in OneAngle.Matches(s))
        {
            if (Filler.IsMatch(s.AsSpan(at, m.Index - at)) is false) return null;
            at = m.Index + m.Length;
            if (Read(m) is not { } angle) return null;
            found.Add(angle);
        }
        return found.Count > 0 && Filler.IsMatch(s.AsSpan(at)) ? found : null;
    }

    private static Angle? Read(Match m)
    {
        if (!Number(m, "d", out var degrees) || !Number(m, "m", out var minutes) || !Number(m, "s", out var seconds)) return null;
        if (minutes >= 60 || seconds >= 60) return null;
        var words = m.Groups["before"].Length > 0 ? m.Groups["before"].Value : m.Groups["after"].Value;
        var sign = m.Groups["sign"].Success || words is "S" or "s" or "W" or "w" or "南纬" or "西经" ? -1 : 1;
        var axis = words.Length == 0 ? Axis.Unsaid
            : East.IsMatch(words) ? Axis.East
            : North.IsMatch(words) ? Axis.North
            : Axis.Unsaid;
        return new(sign * Math.Round(degrees + minutes / 60 + seconds / 3600, 8), axis);
    }

    private static bool Number(Match m, string group, out decimal value)
    {
        value = 0;
        return !m.Groups[group].Success
            || decimal.TryParse(m.Groups[group].ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);
    }

    private static string Show(Coordinate p) => string.Create(CultureInfo.InvariantCulture, $"{p.Longitude},{p.Latitude}");

    [GeneratedRegex("""(?<before>东经|西经|北纬|南纬|经度?|(?<!经)纬度?|[Ll]ng|[Ll]on(?:gitude)?|[Ll]at(?:itude)?|(?<![A-Za-z])[EWNSewns](?![a-z])|[XYxy](?=[:=]))?"?\s*[:=]?\s*(?<sign>-)?(?<d>\d{1,3}(?:\.\d{1,15})?)(?!\d)\s*(?:[°度]\s*(?:(?<m>\d{1,2}(?:\.\d{1,12})?)\s*(?:['′‘’分]\s*(?:(?<s>\d{1,2}(?:\.\d{1,12})?)\s*(?:["″“”秒]|['′’]{2})?)?)?)?)?\s*(?<after>[EWNS](?![A-Za-z])|(?:[东西]经|[南北]纬)(?=\s*[,;，、]|\s*$))?""")]
    private static partial Regex OneAngle { get; }

    [GeneratedRegex(@"(?<![\d.-])(\d{2,3})-(\d{1,2})-(\d{1,2}(?:\.\d{1,12})?)(?![\d-])")]
    private static partial Regex Dashed { get; }

    [GeneratedRegex(@"[(（](?:高德|百度|腾讯|天地图|GPS|gps|WGS84|wgs84|GCJ02|gcj02|CGCS2000|国家2000|2000坐标)(?:坐标系?|地图)?[)）]$")]
    private static partial Regex MapName { get; }

    [GeneratedRegex(@"^[\s,;，；、/|()\[\]{}""&（）:：]*(?:坐标|经纬度|GPS|gps|POINT|Point)?[\s,;，；、/|()\[\]{}""&（）:：]*$")]
    private static partial Regex Filler { get; }

    [GeneratedRegex("^(?:.*经.*|[EWew]|[Ll]on.*|[Ll]ng)$")]
    private static partial Regex East { get; }

    [GeneratedRegex("^(?:.*纬.*|[NSns]|[Ll]at.*)$")]
    private static partial Regex North { get; }
}
