using System.Globalization;
using System.Numerics;

namespace Duban.Ledger;

/// <summary>The texts that stand for days and instants in SQLite, in canonical bytes and in backups: fixed width, so they sort as time does.</summary>
public static class PortableText
{
    internal const string DayFormat = "yyyy-MM-dd";
    internal const string InstantFormat = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    /// <summary>A day, e.g. <c>2021-03-15</c>.</summary>
    public static string Day(DateOnly day) => day.ToString(DayFormat, CultureInfo.InvariantCulture);

    /// <summary>An instant in UTC to the microsecond, e.g. <c>2021-03-15T00:30:00.000000Z</c>.</summary>
    public static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString(InstantFormat, CultureInfo.InvariantCulture);

    /// <summary>An id as the SQLite driver itself writes it, in capitals, so that hand-made commands and lists of ids find it too.</summary>
    public static string Id(Guid id) => id.ToString("D").ToUpperInvariant();

    /// <summary>The day written by <see cref="Day"/>.</summary>
    public static DateOnly ReadDay(string text) => ReadDay<char>(text);

    /// <summary>The same as UTF-8 or as text: ten columns of every line of a list are days, and none of them needs a string of its own.</summary>
    internal static DateOnly ReadDay<T>(ReadOnlySpan<T> text) where T : struct, IBinaryInteger<T> =>
        text.Length == 10 && text[4] == T.CreateTruncating('-') && text[7] == T.CreateTruncating('-') && Number(text[..4]) is >= 1 and var year
            && Number(text[5..7]) is >= 1 and <= 12 and var month && Number(text[8..]) is >= 1 and var day && day <= DateTime.DaysInMonth(year, month)
            ? new(year, month, day)
            : throw new FormatException($"No day: {Shown(text)}");

    /// <summary>The instant written by <see cref="Instant"/>.</summary>
    public static DateTimeOffset ReadInstant(string text) => text is [_, _, _, _, '-', _, _, '-', _, _, 'T', _, _, ':', _, _, ':', _, _, '.', _, _, _, _, _, _, 'Z']
        ? new DateTimeOffset(ReadDay<char>(text.AsSpan(0, 10)), new(Number(text.AsSpan(11, 2)), Number(text.AsSpan(14, 2)), Number(text.AsSpan(17, 2))), TimeSpan.Zero)
            .AddTicks(Number(text.AsSpan(20, 6)) * TimeSpan.TicksPerMicrosecond)
        : throw new FormatException($"No instant: {text}");

    /// <summary>The instant without what is finer than a microsecond, which PostgreSQL cannot keep.</summary>
    internal static DateTimeOffset ToMicrosecond(DateTimeOffset at) => new(at.UtcTicks - at.UtcTicks % TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);

    // Read for every row of every list; parsing by a pattern took longer than fetching the row.
    private static int Number<T>(ReadOnlySpan<T> text) where T : struct, IBinaryInteger<T>
    {
        var number = 0;
        foreach (var c in text)
        {
            var digit = int.CreateTruncating(c) - '0';
            number = digit is >= 0 and <= 9 ? number * 10 + digit : throw new FormatException($"No digit: {Shown(text)}");
        }
        return number;
    }

    private static string Shown<T>(ReadOnlySpan<T> text) where T : struct, IBinaryInteger<T> => string.Concat(text.ToArray().Select(c => (char)int.CreateTruncating(c)));
}
