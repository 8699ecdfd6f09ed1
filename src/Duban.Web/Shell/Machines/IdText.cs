using System.Text.Json;
using System.Text.Json.Serialization;

namespace Duban.Web.Shell.Machines;

/// <summary>An id is its text in JSON, in every answer: <c>"430424"</c>, never an object around it.</summary>
internal sealed class IdText<TId> : JsonConverter<TId> where TId : struct, IParsable<TId>
{
    public override TId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TId.TryParse(reader.GetString(), null, out var id) ? id : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
