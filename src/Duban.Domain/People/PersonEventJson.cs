using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using E = Duban.Domain.People.PersonEvent;

namespace Duban.Domain.People;

/// <summary>How the register's events are stored.</summary>
public static partial class PersonEventJson
{
    private static readonly EventFamily<PersonEvent> Family = new(
        new Shapes(new JsonSerializerOptions(Shapes.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }),
        ("person_entered", 1, typeof(E.Entered)), ("post_given", 1, typeof(E.PostGiven)), ("post_ended", 1, typeof(E.PostEnded)),
        ("shut_out", 1, typeof(E.ShutOut)), ("let_in", 1, typeof(E.LetIn)), ("password_set", 1, typeof(E.PasswordSet)),
        ("token_made", 1, typeof(E.TokenMade)), ("token_revoked", 1, typeof(E.TokenRevoked)));

    /// <summary>Every stored name with the current version of its shape.</summary>
    public static IReadOnlyList<(string Name, int Version, Type Type)> Names => Family.Names;

    /// <summary>Stored name, version and UTF-8 payload.</summary>
    public static (string Name, int Version, byte[] Payload) Write(PersonEvent fact) => Family.Write(fact);

    /// <summary>The event.</summary>
    /// <exception cref="JsonException">The name is unknown or the payload is not of its shape: the ledger was written by a newer version, or is damaged.</exception>
    public static PersonEvent Read(string name, ReadOnlySpan<byte> payload) => Family.Read(name, payload);

    [JsonSourceGenerationOptions(
        PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true,
        Converters = [typeof(IdJson<UnitId>), typeof(SnakeEnum<Role>)])]
    [JsonSerializable(typeof(E.Entered)), JsonSerializable(typeof(E.PostGiven)), JsonSerializable(typeof(E.PostEnded)), JsonSerializable(typeof(E.ShutOut))]
    [JsonSerializable(typeof(E.LetIn)), JsonSerializable(typeof(E.PasswordSet)), JsonSerializable(typeof(E.TokenMade)), JsonSerializable(typeof(E.TokenRevoked))]
    internal sealed partial class Shapes : JsonSerializerContext;
}
