namespace Duban.Domain;

/// <summary>The beginning of a text.</summary>
public static class TextHead
{
    /// <summary>At most so many UTF-16 units of it; a character of two is not halved, for half a one cannot be stored.</summary>
    public static string Head(this string text, int most) =>
        text.Length <= most ? text : text[..(most > 0 && char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];

    /// <summary>The text where it fits into so many units, else its beginning with … behind it, which fits.</summary>
    public static string Within(this string text, int most) => text.Length <= most ? text : text.Head(most - 1) + "…";
}
