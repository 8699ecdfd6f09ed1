using System.Collections;
using Duban.Domain.Cases;

namespace Duban.Domain;

/// <summary>One thing that stands in the way of an act: a value, never an exception.</summary>
/// <param name="Code">Stable code, e.g. <c>four_eyes.county_and_city</c>; every code has words in Chinese and English.</param>
/// <param name="Field">The form field to mend, or null when no field can mend it.</param>
/// <param name="Args">Numbers, dates, names and lists of names (as arrays) for the words, in the order the words use them.</param>
public sealed record Reason(string Code, string? Field = null, params IReadOnlyList<object?> Args)
{
    /// <summary>The rule the reason rests on, as a key of the words, e.g. <c>basis.recusal</c>; null when the act itself is malformed.</summary>
    public string? Basis { get; init; }

    /// <summary>Who can supply what is missing, or whose turn it is instead; null when the reader can.</summary>
    public Hand? Who { get; init; }

    /// <inheritdoc />
    public bool Equals(Reason? other) => other is not null && Code == other.Code && Field == other.Field
        && Basis == other.Basis && Who == other.Who && Args.Count == other.Args.Count
        && Args.Zip(other.Args).All(pair => StructuralComparisons.StructuralEqualityComparer.Equals(pair.First, pair.Second));

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Code, Field, Args.Count);
}
