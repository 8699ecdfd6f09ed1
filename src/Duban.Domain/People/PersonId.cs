namespace Duban.Domain.People;

/// <summary>A person in the register, e.g. <c>430424-lianluo</c>; letters, digits, dots, dashes, at most 64 characters.</summary>
public readonly record struct PersonId(string Value) : IParsable<PersonId>
{
    /// <inheritdoc />
    public static PersonId Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var id) ? id : throw new FormatException($"not a person: {s}");

    /// <inheritdoc />
    public static bool TryParse(string? s, IFormatProvider? provider, out PersonId result)
    {
        result = new(s ?? "");
        return s is { Length: > 0 and <= 64 } && s.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_');
    }

    /// <inheritdoc />
    public override string ToString() => Value;
}
