using Duban.Domain;
using Duban.Web.Documents.Import;
using Duban.Web.Shell;

namespace Duban.Web.Documents;

/// <summary>A text that a form takes either typed or as a file; a file that was chosen is meant.</summary>
public static class TypedOrFile
{
    /// <summary>Largest file, in bytes: a procedure or a year is a few kilobytes.</summary>
    public const int Most = 1 << 20;

    /// <summary>Reasons against the text as the page tells them: each with its place in the text, at the field that holds it.</summary>
    /// <param name="reasons">Reasons whose fields are places in the text, e.g. <c>steps[3].clock</c>; those of the file are the file's.</param>
    /// <param name="w">The reader's words.</param>
    /// <param name="name">The field of the typed text.</param>
    public static IReadOnlyList<Reason> Placed(IReadOnlyList<Reason> reasons, Words w, string name = "json") =>
        [.. reasons.Select(r => r.Field switch { "file" => r, null => r with { Field = name }, { } place => new Reason("text_file.at", name, place, ReasonWords.Of(r, w)) })];

    /// <summary>The text, or why the file is none; then what was typed comes back.</summary>
    /// <param name="form">The form; the file is called <c>file</c>.</param>
    /// <param name="name">The field of the typed text.</param>
    /// <param name="ct">Gives up.</param>
    public static async Task<(string Text, Reason? Refused)> Read(IFormCollection form, string name, CancellationToken ct)
    {
        var typed = form[name].ToString();
        if (form.Files.GetFile("file") is not { Length: > 0 } file) return (typed, null);
        if (file.Length > Most) return (typed, new Reason("text_file.too_large", "file", Most >> 10));
        await using var stream = file.OpenReadStream();
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, ct);
        var content = bytes.ToArray();
        return TextEncoding.Of(content) is var (encoding, mark) ? (encoding.GetString(content[mark..]), null) : (typed, new Reason("text_file.no_text", "file"));
    }
}
