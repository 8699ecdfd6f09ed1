using System.Text.Json.Serialization;

namespace Duban.Domain.People;

/// <summary>A place in the tree of units: codes from the root, each followed by a slash.</summary>
public readonly record struct UnitPath(string Value) : IParsable<UnitPath>
{
    /// <summary>The unit at the end of the path.</summary>
    public UnitId Unit => new(Value.TrimEnd('/')[(Value.TrimEnd('/').LastIndexOf('/') + 1)..]);

    /// <summary>The path of the unit directly above; empty at the root.</summary>
    [JsonIgnore] // A path in a path: a writer of JSON would never come to its end.
    public UnitPath Above => new(Value[..(Value.TrimEnd('/').LastIndexOf('/') + 1)]);

    /// <summary>The path of the city it lies in.</summary>
    [JsonIgnore]
    public UnitPath City => new(Value[..(Value.IndexOf('/') + 1)]);

    /// <summary>The county, park or bureau it is or lies in: the second code of the path; null for the city itself.</summary>
    public UnitId? Area => Codes is [_, var area, ..] ? new(area) : null;

    /// <summary>The codes from the root down to the unit.</summary>
    public string[] Codes => Value.Split('/', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>True for the unit itself and everything below it.</summary>
    public bool Holds(UnitPath other) => Value.Length > 0 && other.Value.StartsWith(Value, StringComparison.Ordinal);

    /// <summary>Where the unit and all below it end in the order of paths: they lie from the path itself up to here, this one not included.</summary>
    [JsonIgnore]
    public string End => Value[..^1] + "0";

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
