using System.Globalization;
using System.Text;
using Duban.Domain;

namespace Duban.Web.Cases;

/// <summary>A number as people type it: full-width, with blanks, and with whatever dash their keyboard has.</summary>
public static class TypedNumber
{
    /// <summary>Longer than any number of ours, in characters: beyond it nothing is looked up or shown again.</summary>
    public const int Longest = 64;

    /// <summary>True when it can be no number.</summary>
    public static bool IsTooLong(string? typed) => typed?.Length > Longest;

    /// <summary>Half-width, without blanks and what nobody sees, every dash (—, –, －, ——) one hyphen; empty when it is too long to be a number.</summary>
    public static string Plain(string? typed)
    {
        if (typed is null || IsTooLong(typed)) return "";
        var plain = new StringBuilder(typed.Length);
        foreach (var letter in PlainText.Of(typed).Where(l => !char.IsWhiteSpace(l) && !char.IsControl(l) && char.GetUnicodeCategory(l) != UnicodeCategory.Format))
            if (!IsDash(letter)) plain.Append(letter);
            else if (plain.Length == 0 || plain[^1] != '-') plain.Append('-');
        return plain.ToString();
    }

    /// <summary>True for the hyphen and everything that looks like it.</summary>
    public static bool IsDash(char letter) => char.GetUnicodeCategory(letter) == UnicodeCategory.DashPunctuation || letter == '−';
}
