namespace Duban.Domain.People;

/// <summary>A place in the tree of units: codes from the root, each followed by a slash.</summary>
public readonly record struct UnitPath(string Value) : IParsable<UnitPath>
{
    /// <summary>The unit at the end of the path.</summary>
    public UnitId Unit => new(Value.TrimEnd('/')[(Value.TrimEnd('/').LastIndexOf('/') + 1)..]);

    /// <summary>True for the unit itself and everything below it.</summary>
    public bool Holds(UnitPath other) => Value.Length > 0 && other.Value.StartsWith(Value, StringComparison.Ordinal);

    /// <summary>How many codes stand in it: 1 for the city.</summary>
    public int Depth => Value.Count(c => c == '/');

    /// <summary>The path of a unit directly below this one.</summary>
    public UnitPath Below(UnitId child) => new($"{Value}{child}/");

    /// <inheritdoc />
    public static UnitPath Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var path) ? path : throw new FormatException($"not a path of units: {s}");

    /// <inheritdoc />
    public static bool TryParse(string? s, IFormatProvider? provider, out UnitPath result)
    {
        result = new(s ?? "");
        return s is { Length: > 1 and <= 200 } && s[^1] == '/' && s.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '/');
    }

    /// <inheritdoc />
    public override string ToString() => Value;
}
