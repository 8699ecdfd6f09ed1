using System.Text.Json.Serialization;
using Duban.Domain;
using Duban.Domain.Cases;

namespace Duban.Web.Cases;

/// <summary>What became of an act put to a case.</summary>
public abstract record CaseAnswer
{
    private CaseAnswer() { }

    /// <summary>Done and on disk.</summary>
    public sealed record Done(Case Case, IReadOnlyList<CaseEvent> Events) : CaseAnswer;

    /// <summary>Refused, with every reason.</summary>
    public sealed record Refused(Case Case, IReadOnlyList<Reason> Reasons) : CaseAnswer;

    /// <summary>The case has moved on since the reader saw it; nothing was done.</summary>
    public sealed record Faster(Case Case) : CaseAnswer;

    /// <summary>No such case, or none the actor may know of.</summary>
    /// <param name="Id">What was asked for.</param>
    public sealed record Unknown(string Id) : CaseAnswer;

    /// <summary>The same request came before; this is what it was answered.</summary>
    public sealed record Repeated(ReadOnlyMemory<byte> Answer) : CaseAnswer;

    /// <summary>The idempotency key was used for another request.</summary>
    public sealed record KeyReused : CaseAnswer;
}

/// <summary>The answer to a machine: where the case stands after the act.</summary>
/// <param name="Case">Its number or lead number.</param>
/// <param name="Version">Number of its events.</param>
/// <param name="Stage">How far it has come.</param>
/// <param name="Awaits">The step it waits for, or null at an end.</param>
/// <param name="Round">1 for the first round.</param>
/// <param name="Events">Stored names of what just happened.</param>
public sealed record CaseState(string Case, long Version, string Stage, string? Awaits, int Round, IReadOnlyList<string> Events)
{
    /// <summary>As JSON sees it.</summary>
    public static CaseState Of(Case c, IReadOnlyList<CaseEvent> events) => new(
        c.Id.Value, c.Version, CaseRow.Word(c.Stage), c.Awaits is { } step ? CaseRow.Word(step) : null, c.Round,
        [.. events.Select(CaseEventJson.NameOf)]);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(CaseState))]
[JsonSerializable(typeof(IReadOnlyList<CaseState>))]
internal sealed partial class CaseStateJson : JsonSerializerContext;
