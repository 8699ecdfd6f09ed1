using System.Security.Cryptography;

namespace Duban.Web.Residents.Codes;

/// <summary>A one-time code as it stands on a slip: eight random characters (39 bits) and a check character.</summary>
public sealed record Code
{
    // No 0 O, 1 I L, 5 S, U: nothing that looks or sounds like its neighbour. 29 is prime, so the check finds every wrong character and every swap.
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRTVWXYZ";
    private const int Random = 8;

    private Code(string value) => Value = value;

    /// <summary>Nine characters, as they stand in an address.</summary>
    public string Value { get; }

    /// <summary>In threes, for reading aloud.</summary>
    public string Shown => $"{Value[..3]} {Value[3..6]} {Value[6..]}";

    /// <summary>A code nobody can guess.</summary>
    public static Code New()
    {
        var random = RandomNumberGenerator.GetString(Alphabet, Random);
        return new(random + Alphabet[Check(random)]);
    }

    /// <summary>A code as a person types it: small letters, full-width letters, spaces and dashes are the same to us.</summary>
    /// <returns>Null when it cannot be a code, which costs the typist nothing: the check character is no secret.</returns>
    public static Code? Read(string? typed)
    {
        if (typed is null or { Length: > 40 }) return null;
        var plain = string.Concat(typed.Select(c => c is >= '！' and <= '～' ? (char)(c - 0xFEE0) : c)
            .Where(c => !char.IsWhiteSpace(c) && c is not '-').Select(char.ToUpperInvariant));
        return plain.Length == Random + 1 && plain.All(Alphabet.Contains) && Alphabet[Check(plain[..Random])] == plain[Random] ? new(plain) : null;
    }

    /// <summary>Characters of the alphabet, for a number people keep: an objection's.</summary>
    public static string Letters(int count) => RandomNumberGenerator.GetString(Alphabet, count);

    /// <inheritdoc />
    public override string ToString() => "(code)";

    private static int Check(string random) => random.Select((c, i) => (i + 2) * Alphabet.IndexOf(c)).Sum() % Alphabet.Length;
}
