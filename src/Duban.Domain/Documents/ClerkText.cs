using System.Text;

namespace Duban.Domain.Documents;

/// <summary>Text as clerks type it, made comparable: full-width forms become half-width, traditional characters simplified, blanks of every kind are tamed.</summary>
public static class ClerkText
{
    /// <summary>Half-width, simplified characters, invisible characters gone, outer blanks gone; inner blanks and line breaks stay.</summary>
    public static string Plain(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        return IsPlain(text) ? text.Trim() : Fold(text, dense: false).Trim();
    }

    /// <summary>As <see cref="Plain"/>, with no blanks or line breaks at all: the key under which two spellings are one.</summary>
    public static string Dense(string? text) => string.IsNullOrEmpty(text) ? "" : IsDense(text) ? text : Fold(text, dense: true);

    /// <summary>True for a character nobody sees: zero-width marks, marks that turn the reading direction, the byte-order mark, soft hyphen, other controls.</summary>
    public static bool IsInvisible(char c) =>
        c is '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\u00AD' or '\u200E' or '\u200F'
        or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069')
        || (c < ' ' && c is not ('\t' or '\n' or '\r'));

    /// <summary>True for text that only says there is nothing: 无, /, 暂无隐患, 未发现问题.</summary>
    public static bool IsNothing(string text) => text.Length <= 16 && Dense(text).TrimEnd('。', '.').ToLowerInvariant() is "" or "/" or "\\" or "-" or "--" or "—" or "——"
        or "无" or "暂无" or "没有" or "零" or "0" or "无隐患" or "无问题" or "无安全隐患" or "无问题隐患" or "暂无隐患" or "暂无问题" or "未发现问题" or "未发现隐患" or "未发现安全隐患"
        or "none" or "nil" or "n/a" or "na";

    /// <summary>The half-width twin of a full-width form, or the character itself.</summary>
    public static char Half(char c) => c switch
    {
        '\u3000' or '\u00A0' or '\u2007' or '\u202F' => ' ',
        >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
        _ => c,
    };

    private static char Twin(char c) => TraditionalForms.Simplified(Half(c));

    private static bool IsPlain(string text)
    {
        foreach (var c in text)
            if (Twin(c) != c || IsInvisible(c)) return false;
        return true;
    }

    private static bool IsDense(string text)
    {
        foreach (var c in text)
            if (Twin(c) != c || char.IsWhiteSpace(c) || IsInvisible(c)) return false;
        return true;
    }

    private static string Fold(string text, bool dense)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            var half = Twin(c);
            if (IsInvisible(half) || (dense && char.IsWhiteSpace(half))) continue;
            folded.Append(half);
        }
        return folded.ToString();
    }
}
