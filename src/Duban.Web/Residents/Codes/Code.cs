using System.Numerics;
using System.Security.Cryptography;
using Duban.Web.Cases;

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
        var plain = Plain(typed);
        return plain.Length == Random + 1 && plain.All(Alphabet.Contains) && Alphabet[Check(plain[..Random])] == plain[Random] ? new(plain) : null;
    }

    /// <summary>What was typed in capitals, full-width forms as plain ones, without blanks and dashes; empty when it is too long to be anything of ours.</summary>
    internal static string Plain(string? typed) => typed is null or { Length: > 40 } ? "" : string.Concat(typed
        .Select(c => c is >= '！' and <= '～' ? (char)(c - 0xFEE0) : c).Where(c => !char.IsWhiteSpace(c) && !TypedNumber.IsDash(c)).Select(char.ToUpperInvariant));

    /// <summary>True when all of it is of the alphabet.</summary>
    internal static bool IsSpelt(string text) => text.All(Alphabet.Contains);

    /// <summary>Characters of the alphabet that follow from a secret: the same secret, the same characters.</summary>
    /// <param name="secret">At least one byte for each character.</param>
    /// <param name="count">How many.</param>
    internal static string Spell(ReadOnlySpan<byte> secret, int count)
    {
        var left = new BigInteger(secret, isUnsigned: true);
        return string.Create(count, left, static (text, number) =>
        {
            for (var i = 0; i < text.Length; i++)
            {
                (number, var letter) = BigInteger.DivRem(number, Alphabet.Length);
                text[i] = Alphabet[(int)letter];
            }
        });
    }

    /// <summary>Characters of the alphabet, for a number people keep: an objection's.</summary>
    public static string Letters(int count) => RandomNumberGenerator.GetString(Alphabet, count);

    /// <inheritdoc />
    public override string ToString() => "(code)";

    private static int Check(string random) => random.Select((c, i) => (i + 2) * Alphabet.IndexOf(c)).Sum() % Alphabet.Length;
}
