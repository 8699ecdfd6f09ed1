using System.Text.Json;
using System.Text.Json.Nodes;

namespace Duban.Web.Shell.Forms;

/// <summary>A body of JSON as texts: numbers and yes/no in the words they were written with.</summary>
internal sealed class JsonText(Refusals refusals)
{
    public JsonNode? Of(JsonElement element, string path) => element.ValueKind switch
    {
        JsonValueKind.Object => Members(element, path),
        JsonValueKind.Array => new JsonArray([.. element.EnumerateArray().Select((row, i) => Of(row, $"{path}[{i}]"))]),
        JsonValueKind.String => Text(element, path),
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        _ => JsonValue.Create(element.GetRawText()),
    };

    private JsonObject Members(JsonElement element, string path)
    {
        var members = new JsonObject();
        foreach (var member in element.EnumerateObject())
        {
            var below = path.Length == 0 ? member.Name : $"{path}.{member.Name}";
            if (!members.TryAdd(member.Name, Of(member.Value, below)))
                refusals.Add("form.twice", null, below);
        }
        return members;
    }

    private JsonValue Text(JsonElement element, string path)
    {
        try
        {
            return JsonValue.Create(element.GetString()!);
        }
        catch (InvalidOperationException)
        {
            // "\ud800" alone is JSON, but no text.
            refusals.Add("form.broken_text", path, path);
            return JsonValue.Create("\uFFFD");
        }
    }
}
