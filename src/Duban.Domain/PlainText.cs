using System.Text;

namespace Duban.Domain;

/// <summary>Text as it is compared: full-width and half-width forms are one.</summary>
public static class PlainText
{
    /// <summary>The compatible form (NFKC); what is no character at all (half a pair, U+FFFE, U+FFFF) is left out, for no form of it exists.</summary>
    public static string Of(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        for (var i = 0; i < text.Length; i++)
            if (text[i] is '\uFFFE' or '\uFFFF' || char.IsSurrogate(text[i])) return Sound(text).Normalize(NormalizationForm.FormKC);
        return text.Normalize(NormalizationForm.FormKC);
    }

    private static string Sound(string text)
    {
        var sound = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) sound.Append(text, i++, 2);
            else if (!char.IsSurrogate(text[i]) && text[i] is not ('\uFFFE' or '\uFFFF')) sound.Append(text[i]);
        }
        return sound.ToString();
    }
}
