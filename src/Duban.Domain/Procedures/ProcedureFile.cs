using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Duban.Domain.Calendar;

namespace Duban.Domain.Procedures;

/// <summary>Procedures as JSON: read with every reason against a file at once, and those that ship.</summary>
public static class ProcedureFile
{
    // Kept and sent as a file of its own: Chinese stays readable in it.
    private static readonly ProcedureJson Readable = new(new JsonSerializerOptions(ProcedureJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    private static readonly Lazy<IReadOnlyList<Procedure>> Both = new(() => [Load("full-path.json"), Load("short-path.json")]);

    private static readonly Lazy<IReadOnlyList<Procedure>> Before = new(() => [Load("full-path.3.json"), Load("short-path.2.json")]);

    /// <summary>The full path (domain facts §3, for a mine area) and the short path (small hazards, 立行立改).</summary>
    public static IReadOnlyList<Procedure> Shipped => Both.Value;

    /// <summary>Versions that shipped before and that ledgers may name: cases registered under them walk them to the end.</summary>
    public static IReadOnlyList<Procedure> Earlier => Before.Value;

    /// <summary>The procedure, or everything that is wrong with the text.</summary>
    public static Ruling<Procedure> Read(ReadOnlySpan<byte> json)
    {
        try
        {
            var whole = new Utf8JsonReader(json);
            using var document = JsonDocument.ParseValue(ref whole);
            if (whole.Read()) throw new JsonException(null, null, 0, 0);
            if (ProcedureShape.Faults(document.RootElement) is { Count: > 0 } faults) return Ruling<Procedure>.Refused(faults);
            var read = document.Deserialize(ProcedureJson.Default.Procedure)!;
            return ProcedureCheck.Of(read).Else(() => read);
        }
        catch (JsonException e)
        {
            var (line, bytes) = (e.LineNumber ?? 0, e.BytePositionInLine ?? 0);
            return new Reason("procedure.json", null, line + 1, Column(json, line, bytes) + 1);
        }
        catch (InvalidOperationException)
        {
            // Half a character, written as an escape, passes the parser and fails where the text is taken out.
            return new Reason("procedure.json", null, 1L, 1L);
        }
    }

    // An editor counts characters where the parser counts bytes.
    private static long Column(ReadOnlySpan<byte> json, long line, long bytes)
    {
        for (; line > 0 && json.IndexOf((byte)'\n') is >= 0 and var end; line--) json = json[(end + 1)..];
        return Encoding.UTF8.GetCharCount(json[..(int)Math.Min(bytes, json.Length)]);
    }

    /// <summary>The text that <see cref="Read"/> reads back.</summary>
    public static string Write(Procedure procedure) => JsonSerializer.Serialize(procedure, Readable.Procedure);

    private static Procedure Load(string name)
    {
        using var stream = typeof(ProcedureFile).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not in the assembly");
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        var read = Read(memory.ToArray());
        return read.Allowed ? read.Facts[0] : throw new InvalidOperationException($"{name}: {string.Join(", ", read.Reasons.Select(r => r.Code))}");
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Converters = [typeof(SnakeEnum<Step>), typeof(SnakeEnum<DayKind>)])]
[JsonSerializable(typeof(Procedure))]
internal sealed partial class ProcedureJson : JsonSerializerContext;
