using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Duban.Domain.Procedures;

namespace Duban.Domain.Documents;

/// <summary>
/// What procedures and calendars rest on, and the names of holidays, as an English reader calls them: official translations where there are any,
/// from the <c>sources.json</c> beside each. The Chinese text is the one that binds.
/// </summary>
public static partial class Cited
{
    // What announces the holidays is named with its year, and its address behind it.
    private const string Year = "{year}";

    private static readonly Lazy<IReadOnlyList<TwoNames>> Shipped = new(() => [.. Load("Procedures.sources.json"), .. Load("Calendar.sources.json")]);

    private static readonly Lazy<Dictionary<string, string>> Whole = new(() =>
        Shipped.Value.Where(n => !n.Zh.Contains(Year, StringComparison.Ordinal)).ToDictionary(n => n.Zh, n => n.En, StringComparer.Ordinal));

    private static readonly Lazy<IReadOnlyList<(Regex Zh, string En)>> Yearly = new(() =>
        [.. Shipped.Value.Where(n => n.Zh.Contains(Year, StringComparison.Ordinal)).Select(n => (Dated(n.Zh), n.En))]);

    /// <summary>The text in English, part by part; null when a part of it is not known.</summary>
    public static string? InEnglish(string text)
    {
        var parts = text.Split('；', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(One).ToList();
        return parts.Count == 0 || parts.Contains(null) ? null : string.Join("; ", parts);
    }

    /// <summary>The text as its reader reads it in one line: in English with the original behind it.</summary>
    public static string InOneLine(string text, bool english) => english && InEnglish(text) is { } said ? $"{said} ({text})" : text;

    private static string? One(string part) => Known(part)
        ?? (part.Split('、').Select(Known).ToList() is { Count: > 1 } several && !several.Contains(null) ? string.Join(", ", several) : null);

    private static string? Known(string part) => Whole.Value.GetValueOrDefault(part.Trim('《', '》'))
        ?? Yearly.Value.Where(n => n.Zh.IsMatch(part)).Select(n => n.En.Replace(Year, n.Zh.Match(part).Groups[1].Value, StringComparison.Ordinal)).FirstOrDefault();

    private static Regex Dated(string zh) => new($"^{Regex.Escape(zh).Replace(Regex.Escape(Year), "([0-9]{4})", StringComparison.Ordinal)}", RegexOptions.CultureInvariant);

    private static IReadOnlyList<TwoNames> Load(string name)
    {
        using var stream = typeof(Cited).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not in the assembly");
        return JsonSerializer.Deserialize(stream, Names.Default.IReadOnlyListTwoNames)!;
    }

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
    [JsonSerializable(typeof(IReadOnlyList<TwoNames>))]
    private sealed partial class Names : JsonSerializerContext;
}
