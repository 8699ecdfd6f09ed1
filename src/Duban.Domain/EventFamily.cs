using System.Text.Json;
using System.Text.Json.Serialization;

namespace Duban.Domain;

/// <summary>A closed family of events as the ledger keeps it: each by a name and a version for ever, the fact itself as payload.</summary>
/// <param name="shapes">How each fact is written as JSON.</param>
/// <param name="names">Every stored name with the current version of its shape.</param>
internal sealed class EventFamily<TEvent>(JsonSerializerContext shapes, params IReadOnlyList<(string Name, int Version, Type Type)> names) where TEvent : class
{
    public IReadOnlyList<(string Name, int Version, Type Type)> Names => names;

    public (string Name, int Version, byte[] Payload) Write(TEvent fact)
    {
        var (name, version, type) = names.Single(n => n.Type == fact.GetType());
        return (name, version, JsonSerializer.SerializeToUtf8Bytes(fact, type, shapes));
    }

    public TEvent Read(string name, ReadOnlySpan<byte> payload) =>
        names.FirstOrDefault(n => n.Name == name).Type is { } type
            ? (TEvent?)JsonSerializer.Deserialize(payload, type, shapes) ?? throw new JsonException($"{name} holds nothing")
            : throw new JsonException($"unknown event {name}");
}
