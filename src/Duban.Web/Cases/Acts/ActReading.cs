using System.Globalization;
using System.Text;
using System.Text.Json;
using Duban.Domain;
using Duban.Domain.Cases;
using Duban.Domain.Documents;
using Duban.Domain.People;
using Duban.Web.Shell.Forms;

namespace Duban.Web.Cases.Acts;

/// <summary>Turns what was typed into what the rules understand, and remembers everything it could not read, by field.</summary>
public sealed class ActReading(Case c, Act act, UnitTree units, IReadOnlyDictionary<PersonId, Named>? people = null)
{
    private static readonly string[] Data = ["WGS-84", "GCJ-02", "BD-09"];

    // In it no latitude is a longitude, so that either may be written first.
    private static readonly Area Country = new(73, 3, 136, 54);

    /// <summary>The case the act is for, as it stands.</summary>
    public Case Case { get; } = c;

    /// <summary>Who and when.</summary>
    public Act Act { get; } = act;

    /// <summary>Everything that could not be read.</summary>
    public Reasons Reasons { get; } = [];

    /// <summary>Trimmed words; empty when nothing was typed, for the rule to judge.</summary>
    public static string Words(string? typed) => typed?.Trim() ?? "";

    /// <summary>Trimmed words, or null when nothing was typed.</summary>
    public static string? Optional(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();

    /// <summary>A day; null when nothing was typed or it is no day, which is then a reason.</summary>
    public DateOnly? Day(string? typed, string field, bool required = false)
    {
        Reasons.When(required && Optional(typed) is null, "field.required", field);
        return Day(typed, field, Reasons);
    }

    /// <summary>The same of a day that belongs to no single case.</summary>
    public static DateOnly? Day(string? typed, string field, Reasons reasons)
    {
        if (Optional(typed)?.Normalize(NormalizationForm.FormKC) is not { } text) return null;
        if (TypedDay.Is(text, out var day)) return day;
        reasons.Add(new Reason("field.no_day", field, typed));
        return null;
    }

    /// <summary>A point as people write it, <c>112.95, 27.08</c>, perhaps with its datum behind it; null when it is none.</summary>
    /// <param name="typed">The text.</param>
    /// <param name="datum">The datum of a text that names none.</param>
    public static Place? PointOf(string? typed, string datum)
    {
        if (Optional(typed)?.Normalize(NormalizationForm.FormKC) is not { } text) return null;
        if (Data.FirstOrDefault(d => text.EndsWith(d, StringComparison.OrdinalIgnoreCase)) is { } named) (text, datum) = (text[..^named.Length], named);
        var read = ClerkCoordinate.Read(text, Country);
        return read.Known ? new Place("", Math.Round(read.Value.Longitude, 6), Math.Round(read.Value.Latitude, 6), datum) : null;
    }

    /// <summary>A point that somebody at a desk has typed; null when nothing was typed or it is no point, which is then a reason.</summary>
    public Place? Point(string? typed, string field)
    {
        var point = PointOf(typed, "GCJ-02");
        if (point is null && Optional(typed) is not null) Reasons.Add(new Reason("field.no_position", field, typed));
        return point;
    }

    /// <summary>A whole number.</summary>
    public int Number(string? typed, string field)
    {
        var text = Optional(typed)?.Normalize(NormalizationForm.FormKC);
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) return number;
        Reasons.Add(string.IsNullOrWhiteSpace(typed) ? new Reason("field.required", field) : new Reason("field.no_number", field, typed));
        return 0;
    }

    /// <summary>A whole number; null when nothing was typed, which the rule then decides.</summary>
    public int? NumberOrNothing(string? typed, string field) => Optional(typed) is null ? null : Number(typed, field);

    /// <summary>One of a closed set of words, written in lower snake case.</summary>
    public T Choice<T>(string? typed, string field) where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>()) if (CaseRow.Word(value) == Optional(typed)) return value;
        Reasons.Add(string.IsNullOrWhiteSpace(typed) ? new Reason("field.required", field) : new Reason("field.no_choice", field, typed));
        return default;
    }

    /// <summary>Yes or no: <c>true</c>, <c>yes</c>, <c>on</c>, or <c>false</c>, <c>no</c>.</summary>
    public bool YesNo(string? typed, string field)
    {
        switch (Optional(typed)?.ToLowerInvariant())
        {
            case "true" or "yes" or "on": return true;
            case "false" or "no": return false;
            case null: Reasons.Add(new Reason("field.required", field)); return false;
            default: Reasons.Add(new Reason("field.no_choice", field, typed)); return false;
        }
    }

    /// <summary>A unit of the city that is in being.</summary>
    public Unit Unit(string? typed, string field)
    {
        if (UnitId.TryParse(Optional(typed), null, out var id) && units.Find(id) is { Active: true } unit) return unit;
        Reasons.Add(string.IsNullOrWhiteSpace(typed) ? new Reason("field.required", field) : new Reason("unit.unknown", field, typed));
        return new Unit(new UnitId("0"), new UnitPath("0/"), "", UnitKind.Bureau);
    }

    /// <summary>Those people of the register that are meant, with their posts.</summary>
    public IReadOnlyList<Named> Posts(IEnumerable<PersonId> named) => [.. named.Distinct().Select(p => people?.GetValueOrDefault(p)).OfType<Named>()];

    /// <summary>A person in the register.</summary>
    public PersonId Person(string? typed, string field)
    {
        if (PersonId.TryParse(Optional(typed), null, out var id) && people?.ContainsKey(id) == true) return id;
        Reasons.Add(string.IsNullOrWhiteSpace(typed) ? new Reason("field.required", field) : new Reason("person.unknown", field, typed));
        return new PersonId("");
    }
}
