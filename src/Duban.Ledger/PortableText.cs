using System.Globalization;

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
    public static DateOnly ReadDay(string text) => text is [_, _, _, _, '-', _, _, '-', _, _]
        ? new(Number(text, 0, 4), Number(text, 5, 2), Number(text, 8, 2))
        : throw new FormatException($"No day: {text}");

    /// <summary>The instant written by <see cref="Instant"/>.</summary>
    public static DateTimeOffset ReadInstant(string text) => text is [_, _, _, _, '-', _, _, '-', _, _, 'T', _, _, ':', _, _, ':', _, _, '.', _, _, _, _, _, _, 'Z']
        ? new DateTimeOffset(Number(text, 0, 4), Number(text, 5, 2), Number(text, 8, 2), Number(text, 11, 2), Number(text, 14, 2), Number(text, 17, 2), TimeSpan.Zero)
            .AddTicks(Number(text, 20, 6) * TimeSpan.TicksPerMicrosecond)
        : throw new FormatException($"No instant: {text}");

    /// <summary>The instant without what is finer than a microsecond, which PostgreSQL cannot keep.</summary>
    internal static DateTimeOffset ToMicrosecond(DateTimeOffset at) => new(at.UtcTicks - at.UtcTicks % TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);

    // Read for every row of every list; parsing by a pattern took longer than fetching the row.
    private static int Number(string text, int from, int digits)
    {
        var number = 0;
        foreach (var c in text.AsSpan(from, digits)) number = char.IsAsciiDigit(c) ? number * 10 + c - '0' : throw new FormatException($"No digit: {text}");
        return number;
    }
}
