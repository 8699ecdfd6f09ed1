using Duban.Web.Residents.Codes;

namespace Duban.Web.Residents.Reports;

/// <summary>The number of a report: R and twelve characters (58 bits) that nobody guesses; whoever holds it reads what became of the report.</summary>
public sealed record ReportNumber
{
    private const int Letters = 12;

    private ReportNumber(string value) => Value = value;

    /// <summary>Thirteen characters, as they stand in an address.</summary>
    public string Value { get; }

    /// <summary>In fours, for writing down and reading aloud.</summary>
    public string Shown => $"R-{Value[1..5]}-{Value[5..9]}-{Value[9..]}";

    /// <summary>The number that follows from a secret: a form that is sent twice gets one number.</summary>
    public static ReportNumber Of(ReadOnlySpan<byte> secret) => new("R" + Code.Spell(secret, Letters));

    /// <summary>A number as a person types it; null when it cannot be one.</summary>
    public static ReportNumber? Read(string? typed) =>
        Code.Plain(typed) is ['R', ..] plain && plain.Length == Letters + 1 && Code.IsSpelt(plain) ? new(plain) : null;

    /// <inheritdoc />
    public override string ToString() => "(number)";
}
