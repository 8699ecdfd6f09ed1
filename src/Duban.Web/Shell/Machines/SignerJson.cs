using System.Text.Json;
using System.Text.Json.Serialization;
using Duban.Domain.People;

namespace Duban.Web.Shell.Machines;

/// <summary>Who signed something, as machines read it: the post of that day, and nothing of the person's other posts.</summary>
/// <param name="Person">The person.</param>
/// <param name="Role">The post they acted in.</param>
/// <param name="Unit">That post's unit.</param>
public sealed record Signer(string Person, string Role, string Unit);

/// <summary>An actor in every answer is a <see cref="Signer"/>.</summary>
internal sealed class SignerJson : JsonConverter<Actor>
{
    public override Actor Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new JsonException("who signs is told by the sign-in, never by a request");

    public override void Write(Utf8JsonWriter writer, Actor value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, new Signer(value.Person.Value, JsonNamingPolicy.SnakeCaseLower.ConvertName(value.Role.ToString()), value.Unit.Unit.Value), options);
}
