using System.Text.Json;
using System.Text.Json.Nodes;
using Duban.Web.Shell.Forms;

namespace Duban.Web.Cases.Pages;

/// <summary>What was typed, or prefilled, by the name of the field; any form's record can be read so.</summary>
public sealed class TypedForm(JsonObject values)
{
    /// <summary>The record's members.</summary>
    public static TypedForm Of<TForm>(TForm form) => new(JsonSerializer.SerializeToNode(form, FormFit.Options) as JsonObject ?? []);

    /// <summary>One text, or null; <c>percent.M1</c> is found below <c>percent</c>.</summary>
    public string? One(string name)
    {
        JsonNode? here = values;
        foreach (var step in name.Split('.')) here = (here as JsonObject)?[step];
        return here is JsonValue value ? value.ToString() : null;
    }

    /// <summary>All texts of a list.</summary>
    public IReadOnlyList<string> Many(string name) => values[name] is JsonArray list ? [.. list.Select(v => v?.ToString() ?? "")] : [];

    /// <summary>Rows of a list of records in which anything was typed, each as a form of its own.</summary>
    public IReadOnlyList<TypedForm> Rows(string name) => values[name] is not JsonArray list ? [] :
        [.. list.OfType<JsonObject>().Where(row => row.Any(m => !string.IsNullOrWhiteSpace(m.Value?.ToString()))).Select(row => new TypedForm(row))];
}
