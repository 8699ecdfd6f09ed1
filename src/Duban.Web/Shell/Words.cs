using System.Globalization;

namespace Duban.Web.Shell;

/// <summary>What the reader reads: texts by key, dates and numbers as the language writes them, seen from now.</summary>
/// <param name="culture">zh-CN or English.</param>
/// <param name="now">The instant from which today, yesterday and this year are judged.</param>
/// <param name="zone">The zone of the installation; local dates and times are shown in it.</param>
public sealed partial class Words(CultureInfo culture, DateTimeOffset now, TimeZoneInfo zone)
{
    private readonly Catalogue catalogue = Catalogue.Of(culture);

    private Formats? formats;

    private bool onPaper;

    /// <summary>The same words for paper, which is read in another year as well: every date carries its year.</summary>
    public Words OnPaper() => new(culture, now, zone) { onPaper = true };

    /// <summary>The language.</summary>
    public CultureInfo Culture => catalogue.Culture;

    /// <summary>True when the reader reads English.</summary>
    public bool English => Culture.TwoLetterISOLanguageName == "en";

    /// <summary>The local time of now.</summary>
    public DateTimeOffset Now { get; } = TimeZoneInfo.ConvertTime(now, zone);

    /// <summary>The local date.</summary>
    public DateOnly Today { get; } = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);

    /// <summary>The text of a key; the key itself when nobody has written one.</summary>
    public string this[string key] => catalogue.Find(key) ?? key;

    /// <summary>The text of a key with its arguments; <c>{0:day|days}</c> chooses by number.</summary>
    public string this[string key, params ReadOnlySpan<object?> args] => string.Format(formats ??= new(this), this[key], args);

    /// <summary>True when somebody has written a text for the key.</summary>
    public bool Knows(string key) => catalogue.Find(key) is not null;
}
