using System.Globalization;
using System.Text;
using Duban.Domain;
using Duban.Domain.Calendar;
using Duban.Domain.Cases;
using Duban.Domain.People;
using Duban.Domain.Procedures;

namespace Duban.Web.Cases;

/// <summary>A filter as it stands in an address: the list page, its links and the API read and write the same words.</summary>
public static class CaseFilterText
{
    /// <summary>The filter an address asks for, and every word in it that means nothing.</summary>
    public static (CaseFilter Filter, IReadOnlyList<Reason> Reasons) Read(IQueryCollection query, UnitTree units)
    {
        var reasons = new Reasons();
        var stages = query["stage"].Where(s => !string.IsNullOrWhiteSpace(s)).Select(s => Word<Stage>(s, "stage", reasons)).OfType<Stage>().Distinct().ToList();
        var hands = query["hand"].Where(s => !string.IsNullOrWhiteSpace(s)).Select(s => Word<Hand>(s, "hand", reasons)).OfType<Hand>().Distinct().ToList();
        var open = Text(query, "open");
        if (open is not (null or "open" or "ended" or "all")) reasons.Add(new Reason("field.no_choice", "open", open));
        var filter = new CaseFilter
        {
            Campaign = Text(query, "campaign"),
            Unit = Unit(query, units, reasons),
            Stages = stages,
            Awaits = Word<Step>(Text(query, "awaits"), "awaits", reasons),
            Hands = hands,
            Light = Word<Light>(Text(query, "light"), "light", reasons),
            Level = Word<Level>(Text(query, "level"), "level", reasons),
            DueFrom = Day(query, "due_from", reasons),
            DueTo = Day(query, "due_to", reasons),
            Text = Text(query, "text")?.Head(100),
            Request = Text(query, "request"),
            // An ended stage, or the light of ended cases, says by itself which are meant.
            Open = open switch
            {
                "all" => null,
                "ended" => false,
                "open" => true,
                _ when Text(query, "light") == "done" => false,
                _ when Text(query, "awaits") == "look_back" => false,
                _ when Text(query, "request") == CaseRow.NotFixed => null,
                _ when stages.Count > 0 => null,
                _ => true,
            },
            After = CaseKey.Parse(Text(query, "after")),
            Size = Size(query, reasons),
        };
        return (filter, reasons);
    }

    /// <summary>The same words again, without the place and with another value where one is given; null or nothing leaves a word out.</summary>
    /// <param name="path">The list.</param>
    /// <param name="query">The words as they stand.</param>
    /// <param name="changes">Each word at most once.</param>
    public static string Address(string path, IQueryCollection query, params ReadOnlySpan<(string Name, string? Value)> changes)
    {
        var address = new StringBuilder(path);
        foreach (var (name, values) in query)
            if (name != "after" && !Among(changes, name))
                foreach (var value in values) Add(address, path, name, value);
        foreach (var (name, value) in changes) Add(address, path, name, value);
        return address.ToString();
    }

    private static bool Among(ReadOnlySpan<(string Name, string? Value)> changes, string name)
    {
        foreach (var change in changes) if (change.Name == name) return true;
        return false;
    }

    private static void Add(StringBuilder address, string path, string name, string? value)
    {
        if (string.IsNullOrEmpty(value)) return;
        address.Append(address.Length == path.Length ? '?' : '&').Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
    }

    private static string? Text(IQueryCollection query, string name) => query[name].ToString().Trim() is { Length: > 0 } text ? text : null;

    private static T? Word<T>(string? text, string field, Reasons reasons) where T : struct, Enum
    {
        if (text is null) return null;
        foreach (var value in Enum.GetValues<T>()) if (CaseRow.Word(value) == text) return value;
        reasons.Add(new Reason("field.no_choice", field, text));
        return null;
    }

    private static DateOnly? Day(IQueryCollection query, string name, Reasons reasons)
    {
        if (Text(query, name) is not { } text) return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        reasons.Add(new Reason("field.no_day", name, text));
        return null;
    }

    private static UnitPath? Unit(IQueryCollection query, UnitTree units, Reasons reasons)
    {
        if (Text(query, "unit") is not { } text) return null;
        if (UnitId.TryParse(text, null, out var id) && units.Find(id) is { } unit) return unit.Path;
        reasons.Add(new Reason("unit.unknown", "unit", text));
        return null;
    }

    private static int Size(IQueryCollection query, Reasons reasons)
    {
        if (Text(query, "size") is not { } text) return 50;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size is >= 1 and <= CaseFilter.Most) return size;
        reasons.Add(new Reason("filter.size", "size", CaseFilter.Most));
        return 50;
    }
}
