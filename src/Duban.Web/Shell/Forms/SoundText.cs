using System.Text;

namespace Duban.Web.Shell.Forms;

/// <summary>Text that can be kept: composed (NFC), no control characters, no broken pairs, lines ended by one character.</summary>
internal static class SoundText
{
    /// <summary>The code of the reason against the text, or null; <paramref name="text"/> becomes what can be shown again.</summary>
    public static string? Check(ref string text)
    {
        if (IsPlain(text))
            return null;
        text = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        var marked = new StringBuilder(text.Length);
        string? fault = null;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                marked.Append(c).Append(text[++i]);
            else if (char.IsSurrogate(c) || c is '\uFFFE' or '\uFFFF')
                (fault, _) = ("form.broken_text", marked.Append('\uFFFD'));
            else if (IsControl(c))
                (fault, _) = ("form.control_characters", marked.Append('\uFFFD'));
            else
                marked.Append(c);
        }
        text = marked.ToString().Normalize(NormalizationForm.FormC);
        return fault;
    }

    // Letters, digits and common Chinese need no second look.
    private static bool IsPlain(string text) => !text.AsSpan().ContainsAnyExcept(plain);

    private static readonly System.Buffers.SearchValues<char> plain = System.Buffers.SearchValues.Create(
        [.. Enumerable.Range(0x20, 0x5F).Concat(Enumerable.Range(0x4E00, 0x51A0)).Append('\n').Select(c => (char)c)]);

    // Besides the control codes: the marks that turn the direction of what follows and so can make a line read otherwise than it is.
    private static bool IsControl(char c) =>
        (char.IsControl(c) && c is not ('\n' or '\t')) || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\uFEFF';
}
