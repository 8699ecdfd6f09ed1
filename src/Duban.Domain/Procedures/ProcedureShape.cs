using System.Globalization;
using System.Text.Json;
using Duban.Domain.Calendar;

namespace Duban.Domain.Procedures;

/// <summary>What the text of a procedure must look like, member by member: a text of another shape is told with the path of each fault and what is expected there.</summary>
internal static class ProcedureShape
{
    // A text with more faults than these is no procedure; told in full they would fill the memory.
    private const int Most = 50;

    private static readonly Shape text = new("text", e => e.ValueKind == JsonValueKind.String);
    private static readonly Shape whole = new("whole", e => e.ValueKind == JsonValueKind.Number && e.TryGetInt32(out _));
    private static readonly Shape wholeOrNone = new("whole", e => e.ValueKind == JsonValueKind.Null || whole!.Fits(e));
    private static readonly Shape number = new("number", e => e.ValueKind == JsonValueKind.Number && e.TryGetDecimal(out _));
    private static readonly Shape yesNo = new("yes_no", e => e.ValueKind is JsonValueKind.True or JsonValueKind.False);
    private static readonly Shape day = new("day", e => e.ValueKind == JsonValueKind.String
        && DateOnly.TryParseExact(e.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _));

    private static readonly Shape span = Shape.Object(new() { ["days"] = whole, ["kind"] = Shape.Word<DayKind>() });

    private static readonly Shape procedure = Shape.Object(
        new()
        {
            ["code"] = text,
            ["version"] = whole,
            ["from"] = day,
            ["name"] = Shape.Object(new() { ["zh"] = text, ["en"] = text }),
            ["source"] = text,
            ["steps"] = Shape.List(Shape.Object(new() { ["step"] = Shape.Word<Step>() }, new() { ["clock"] = span, ["basis"] = text, ["unverified"] = yesNo })),
        },
        new()
        {
            ["selfCheck"] = Shape.Object([], new()
            {
                ["measuresDone"] = yesNo,
                ["beforeEvidence"] = yesNo,
                ["afterEvidence"] = yesNo,
                ["samePoints"] = yesNo,
                ["interimSafety"] = yesNo,
            }),
            ["survey"] = Shape.Object(new() { ["sample"] = whole, ["minimumAnswers"] = whole, ["threshold"] = number, ["answerDays"] = whole }),
            ["lights"] = Shape.Object(new() { ["yellowDays"] = wholeOrNone, ["orangeDays"] = wholeOrNone, ["kind"] = Shape.Word<DayKind>() }),
            ["extensionNoticeDays"] = whole,
            ["fixAtOnce"] = span,
            ["unverified"] = yesNo,
        });

    /// <summary>Every fault of the text's shape, each at its path, e.g. <c>steps[3].clock</c>; empty when it can be read.</summary>
    public static Reasons Faults(JsonElement root)
    {
        var reasons = new Reasons();
        Judge(root, procedure, "", reasons);
        return reasons;
    }

    private static void Judge(JsonElement element, Shape shape, string path, Reasons reasons)
    {
        if (reasons.Count >= Most) return;
        if (!shape.Fits(element))
        {
            reasons.Add(new Reason($"procedure.expected.{shape.Name}", path.Length == 0 ? null : path, shape.Allowed));
            return;
        }
        if (shape.Item is { } item)
            foreach (var (i, one) in element.EnumerateArray().Index()) Judge(one, item, $"{path}[{i}]", reasons);
        if (shape.Name != "object") return;
        foreach (var member in element.EnumerateObject())
        {
            var below = Below(path, member.Name);
            if (shape.Required.TryGetValue(member.Name, out var required)) Judge(member.Value, required, below, reasons);
            else if (!shape.Optional.TryGetValue(member.Name, out var optional)) reasons.Add(new Reason("procedure.unknown_member", below, string.Join(", ", shape.Members)));
            // An optional member may be null, as if it were not there; a number or a yes cannot be.
            else if (member.Value.ValueKind != JsonValueKind.Null || optional.Name is "whole" or "yes_no") Judge(member.Value, optional, below, reasons);
        }
        foreach (var (name, _) in shape.Required.Where(r => !element.TryGetProperty(r.Key, out _))) reasons.Add(new Reason("procedure.member_missing", Below(path, name)));
    }

    private static string Below(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    private sealed record Shape(string Name, Func<JsonElement, bool> Fits)
    {
        public IReadOnlyDictionary<string, Shape> Required { get; private init; } = new Dictionary<string, Shape>();

        public IReadOnlyDictionary<string, Shape> Optional { get; private init; } = new Dictionary<string, Shape>();

        public Shape? Item { get; private init; }

        public string Allowed { get; private init; } = "";

        public IEnumerable<string> Members => Required.Keys.Concat(Optional.Keys);

        public static Shape Object(Dictionary<string, Shape> required, Dictionary<string, Shape>? optional = null) => new("object", e => e.ValueKind == JsonValueKind.Object)
        {
            Required = required,
            Optional = optional ?? [],
            Allowed = string.Join(", ", required.Keys.Concat(optional?.Keys ?? Enumerable.Empty<string>())),
        };

        public static Shape List(Shape item) => new("list", e => e.ValueKind == JsonValueKind.Array) { Item = item };

        public static Shape Word<T>() where T : struct, Enum
        {
            var words = Enum.GetNames<T>().Select(JsonNamingPolicy.SnakeCaseLower.ConvertName).ToList();
            return new("word", e => e.ValueKind == JsonValueKind.String && words.Contains(e.GetString()!, StringComparer.OrdinalIgnoreCase)) { Allowed = string.Join(", ", words) };
        }
    }
}
