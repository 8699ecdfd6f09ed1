namespace Duban.Web.Shell.Parts;

/// <summary>Something this reader may do now, or may not yet and why.</summary>
/// <param name="Text">A verb with its object, e.g. 报进度.</param>
/// <param name="Path">Where it leads, or where the form goes when <paramref name="Post"/>.</param>
/// <param name="Primary">True for the one that comes next.</param>
/// <param name="Post">True when pressing it does it, without a page between.</param>
public sealed record ActView(string Text, string Path, bool Primary = false, bool Post = false)
{
    /// <summary>Why it cannot be done yet; the act is then shown as a dashed box, never as a grey button.</summary>
    public string? NotYet { get; init; }

    /// <summary>An act that is blocked: what stands in the way, and where that is listed.</summary>
    public static ActView Blocked(string text, string why, string path = "#check") => new(text, path) { NotYet = why };
}
