using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Duban.Domain.Calendar;

/// <summary>Reads a year's arrangement from JSON and says everything that is wrong with it, each with its place.</summary>
/// <example><c>{"year": 2021, "source": "…", "holidays": [{"name": "春节", "from": "2021-02-11", "to": "2021-02-17", "work": ["2021-02-07"]}],
/// "changes": [{"day": "2021-06-21", "work": false, "why": "防汛停工"}]}</c>; changes may be absent.</example>
public static class CalendarYearFile
{
    /// <summary>No holiday of the State Council has been longer than nine days; a month leaves room for a city's own.</summary>
    private const int LongestHoliday = 31;

    // A file with more faults than these is no year; told in full they would fill the memory.
    private const int MostReasons = 100;

    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The year as JSON that <see cref="Read(string)"/> understands.</summary>
    public static string Write(CalendarYear year) => JsonSerializer.Serialize(new
    {
        year = year.Year,
        source = year.Source,
        holidays = year.Holidays.Select(h => new { name = h.Name, from = h.From, to = h.To, work = h.Work }),
        changes = year.Changes.Select(c => new { day = c.Day, work = c.Work, why = c.Why }),
    }, Written);

    /// <summary>The year, or every reason why the text is not one.</summary>
    public static Ruling<CalendarYear> Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Read(document.RootElement);
        }
        catch (JsonException e)
        {
            return new Reason("calendar.not_json", null, (e.LineNumber ?? 0) + 1, (e.BytePositionInLine ?? 0) + 1);
        }
        catch (InvalidOperationException)
        {
            // Half a character, written as an escape, passes the parser and fails where the text is taken out.
            return new Reason("calendar.not_json", null, 1L, 1L);
        }
    }

    private static Ruling<CalendarYear> Read(JsonElement root)
    {
        var reasons = new List<Reason>();
        if (root.ValueKind != JsonValueKind.Object) return new Reason("calendar.not_an_object");

        var year = 0;
        if (!root.TryGetProperty("year", out var y) || y.ValueKind != JsonValueKind.Number || !y.TryGetInt32(out year) || year is < 1949 or > 9998)
            reasons.Add(new("calendar.year_missing", "year"));
        var source = Text(root, "source", "source", reasons);
        var holidays = new List<Holiday>();
        foreach (var (element, place) in Items(root, "holidays", "holidays", true, reasons))
            if (ReadHoliday(element, place, reasons) is { } holiday) holidays.Add(holiday);

        var changes = new List<DayChange>();
        foreach (var (element, place) in Items(root, "changes", "changes", false, reasons))
            if (ReadChange(element, place, reasons) is { } change) changes.Add(change);

        var result = new CalendarYear(year, source ?? "", holidays) { Changes = changes };
        if (reasons.Count == 0) reasons.AddRange(CalendarYearCheck.Reasons(result).Take(MostReasons));
        return reasons.Count == 0 ? result : Ruling<CalendarYear>.Refused(reasons);
    }

    private static Holiday? ReadHoliday(JsonElement element, string place, List<Reason> reasons)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            reasons.Add(new("calendar.not_an_object", place));
            return null;
        }
        var name = Text(element, "name", $"{place}.name", reasons);
        var from = Date(element, "from", place, reasons);
        var to = Date(element, "to", place, reasons);
        if (from > to) reasons.Add(new("calendar.ends_before_it_begins", $"{place}.to", from, to));
        else if (to?.DayNumber - from?.DayNumber >= LongestHoliday) reasons.Add(new("calendar.holiday_too_long", place, LongestHoliday));
        var work = Items(element, "work", $"{place}.work", false, reasons).Select(i => Date(i.Item, i.Place, reasons)).ToList();
        return name is null || from is null || to is null || work.Contains(null) ? null
            : new(name, from.Value, to.Value, [.. work.OfType<DateOnly>()]);
    }

    private static DayChange? ReadChange(JsonElement element, string place, List<Reason> reasons)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            reasons.Add(new("calendar.not_an_object", place));
            return null;
        }
        var day = Date(element, "day", place, reasons);
        var why = Text(element, "why", $"{place}.why", reasons);
        if (why?.Length > DayChange.LongestWhy) reasons.Add(new("field.too_long", $"{place}.why", DayChange.LongestWhy, why.Length));
        if (element.TryGetProperty("work", out var work) && work.ValueKind is JsonValueKind.True or JsonValueKind.False)
            return day is null || why is null ? null : new(day.Value, work.GetBoolean(), why);
        reasons.Add(new("calendar.yes_or_no_missing", $"{place}.work"));
        return null;
    }

    private static IEnumerable<(JsonElement Item, string Place)> Items(JsonElement parent, string name, string place, bool required, List<Reason> reasons)
    {
        var given = parent.TryGetProperty(name, out var list);
        if (given && list.ValueKind == JsonValueKind.Array)
            return list.EnumerateArray().Select((item, i) => (item, $"{place}[{i}]")).TakeWhile(_ => reasons.Count < MostReasons);
        if (given || required) reasons.Add(new("calendar.list_missing", place));
        return [];
    }

    private static string? Text(JsonElement parent, string name, string place, List<Reason> reasons)
    {
        if (parent.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String && !string.IsNullOrWhiteSpace(text.GetString()))
            return text.GetString()!.Trim();
        reasons.Add(new("calendar.text_missing", place));
        return null;
    }

    private static DateOnly? Date(JsonElement parent, string name, string place, List<Reason> reasons)
    {
        if (parent.TryGetProperty(name, out var date)) return Date(date, $"{place}.{name}", reasons);
        reasons.Add(new("calendar.date_missing", $"{place}.{name}"));
        return null;
    }

    private static DateOnly? Date(JsonElement date, string place, List<Reason> reasons)
    {
        if (date.ValueKind == JsonValueKind.String
            && DateOnly.TryParseExact(date.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        reasons.Add(new("calendar.date_malformed", place, date.ToString()));
        return null;
    }
}
