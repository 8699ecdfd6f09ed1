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
    public static DateOnly ReadDay(string text) => DateOnly.ParseExact(text, DayFormat, CultureInfo.InvariantCulture);

    /// <summary>The instant written by <see cref="Instant"/>.</summary>
    public static DateTimeOffset ReadInstant(string text) => DateTimeOffset.ParseExact(
        text, InstantFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    /// <summary>The instant without what is finer than a microsecond, which PostgreSQL cannot keep.</summary>
    internal static DateTimeOffset ToMicrosecond(DateTimeOffset at) => new(at.UtcTicks - at.UtcTicks % TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);
}
