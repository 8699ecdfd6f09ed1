namespace Duban.Domain.Cases;

/// <summary>The name of a case's stream and URL: its number, e.g. <c>AQ-020</c>, or a lead's number until it is registered; at most 32 letters, digits and dashes.</summary>
public readonly record struct CaseId(string Value) : IParsable<CaseId>
{
    /// <summary>The number a campaign gives: its code, a hyphen, at least three digits.</summary>
    public static CaseId Numbered(string campaign, long ordinal) => new($"{campaign}-{ordinal:000}");

    /// <summary>What the names of all cases' streams begin with.</summary>
    public const string Streams = "case/";

    /// <summary>The stream that holds the case's events.</summary>
    public string Stream => Streams + Value;

    /// <summary>The case whose events a stream holds.</summary>
    public static CaseId OfStream(string stream) => new(stream[Streams.Length..]);

    /// <inheritdoc />
    public static CaseId Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var id) ? id : throw new FormatException($"not a case: {s}");

    /// <inheritdoc />
    public static bool TryParse(string? s, IFormatProvider? provider, out CaseId result)
    {
        result = new(s?.ToUpperInvariant() ?? "");
        return result.Value is { Length: > 2 and <= 32 } v && v.Contains('-') && v.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
    }

    /// <inheritdoc />
    public override string ToString() => Value;
}
