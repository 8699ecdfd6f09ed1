using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Duban.Domain;

namespace Duban.Web.Shell.Forms;

/// <summary>Fits what came to the form's record of texts and lists: one text for a list of one, and the other way round.</summary>
/// <param name="refusals">Where reasons go.</param>
/// <param name="limits">How much is too much.</param>
/// <param name="strict">True for the API, where a name nobody reads is a slip worth naming; a page's form carries buttons and tokens.</param>
internal sealed class FormFit(Refusals refusals, FormLimits limits, bool strict)
{
    internal static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };
    private int fields;

    public JsonNode? To(Type type, JsonNode? node, string path)
    {
        if (node is null || fields > limits.Fields)
            return null;
        if (type == typeof(string))
            return Text(node is JsonArray { Count: 1 } one ? one[0] : node, path);
        var info = Options.GetTypeInfo(type);
        return info.Kind switch
        {
            JsonTypeInfoKind.Enumerable => List(info.ElementType!, node, path),
            JsonTypeInfoKind.Object => Record(info, node, path),
            JsonTypeInfoKind.Dictionary => Texts(node, path),
            _ => throw new NotSupportedException($"A form holds texts, lists and records of them; {path} is {type}."),
        };
    }

    private JsonValue? Text(JsonNode? node, string path)
    {
        if (++fields == limits.Fields + 1)
            refusals.Add("form.too_many", null, limits.Fields);
        if (node is not JsonValue value)
        {
            if (node is not null)
                refusals.Add("form.shape", path, path);
            return null;
        }
        if (!value.TryGetValue<string>(out var text))
            return JsonValue.Create(value.ToJsonString());
        if (SoundText.Check(ref text) is { } fault)
            refusals.Add(fault, path, path);
        if (text.Length > limits.Text)
            refusals.Add("form.too_long", path, path, text.Length, limits.Text);
        return JsonValue.Create(text);
    }

    private JsonArray List(Type element, JsonNode node, string path) => node is JsonArray rows
        ? new([.. rows.Select((row, i) => Row(element, row, element == typeof(string) ? path : $"{path}[{i}]"))])
        : new(Row(element, node, path));

    // Whoever reads a list finds something in every place of it; a text that is not there is an empty one.
    private JsonNode Row(Type element, JsonNode? row, string path)
    {
        if (row is null && element != typeof(string)) refusals.Add("form.shape", path, path);
        return To(element, row, path) ?? (element == typeof(string) ? JsonValue.Create("") : new JsonObject());
    }

    private JsonObject Record(JsonTypeInfo info, JsonNode node, string path)
    {
        var record = new JsonObject();
        if (node is not JsonObject given)
        {
            refusals.Add("form.shape", path, path);
            return record;
        }
        foreach (var (name, value) in given)
        {
            var member = info.Properties.FirstOrDefault(p => string.Equals(p.Name, name, StringComparison.OrdinalIgnoreCase));
            if (member is not null)
                record[member.Name] = To(member.PropertyType, value, Below(path, member.Name));
            else if (strict)
                refusals.Add("form.unknown_field", null, name.Within(60));
        }
        return record;
    }

    // Texts by a name the form does not know beforehand, e.g. the percentage of each measure.
    private JsonObject Texts(JsonNode node, string path)
    {
        var texts = new JsonObject();
        if (node is JsonObject given)
            foreach (var (name, value) in given)
                texts[name] = Text(value, Below(path, name));
        else
            refusals.Add("form.shape", path, path);
        return texts;
    }

    // Fields are called as JSON calls them, whichever door they came by.
    private static string Below(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
