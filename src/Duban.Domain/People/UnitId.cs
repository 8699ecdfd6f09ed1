using System.Buffers;

namespace Duban.Domain.People;

/// <summary>A unit: its code, e.g. <c>430424</c> (a division) or <c>430400-wlgt</c> (a bureau); letters, digits, dashes, at most 32 characters.</summary>
public readonly record struct UnitId(string Value) : IParsable<UnitId>
{
    private static readonly SearchValues<char> allowed = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-");

    /// <inheritdoc />
    public static UnitId Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var id) ? id : throw new FormatException($"not a unit: {s}");

    /// <inheritdoc />
    public static bool TryParse(string? s, IFormatProvider? provider, out UnitId result)
    {
        result = new(s ?? "");
        return s is { Length: > 0 and <= 32 } && !s.AsSpan().ContainsAnyExcept(allowed);
    }

    /// <inheritdoc />
    public override string ToString() => Value;
}
