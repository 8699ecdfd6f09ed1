using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Duban.Domain.Procedures;

/// <summary>How the events of setup are stored.</summary>
public static partial class SetupEventJson
{
    private static readonly EventFamily<SetupEvent> Family = new(
        new Bodies(new JsonSerializerOptions(Bodies.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }),
        ("setup_changed", 1, typeof(SetupEvent.Changed)));

    /// <summary>Every stored name with the current version of its shape.</summary>
    public static IReadOnlyList<(string Name, int Version, Type Type)> Names => Family.Names;

    /// <summary>Stored name, version and UTF-8 payload.</summary>
    public static (string Name, int Version, byte[] Payload) Write(SetupEvent fact) => Family.Write(fact);

    /// <summary>The event.</summary>
    /// <exception cref="JsonException">The name is unknown or the payload is not of its shape: the ledger was written by a newer version, or is damaged.</exception>
    public static SetupEvent Read(string name, ReadOnlySpan<byte> payload) => Family.Read(name, payload);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true)]
    [JsonSerializable(typeof(SetupEvent.Changed))]
    internal sealed partial class Bodies : JsonSerializerContext;
}
