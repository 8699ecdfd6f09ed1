using System.Text.Json;
using System.Text.Json.Serialization;

namespace Duban.Domain;

/// <summary>An id is written as it prints and read as it parses.</summary>
internal sealed class IdJson<T> : JsonConverter<T> where T : struct, IParsable<T>
{
    public override T Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
        T.TryParse(reader.GetString(), null, out var id) ? id : throw new JsonException($"not a {typeof(T).Name}");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}

/// <summary>Enumerations are stored by name in lower snake case, so that their order may change.</summary>
internal sealed class SnakeEnum<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) where T : struct, Enum;
