using System.Globalization;
using Duban.Domain;
using Microsoft.AspNetCore.Components;

namespace Duban.Web.Shell.Forms;

/// <summary>The fields of one form: each with its label, its hint, what was typed, and what is wrong with it.
/// <c>@{ var f = new Fields(W, Model.Reasons); } @f.Area("Opinion", W["plan.opinion"], Model.Form.Opinion)</c></summary>
/// <param name="w">The reader's words.</param>
/// <param name="reasons">The reasons of a refusal, in the order of its summary; empty for a fresh form.</param>
public sealed class Fields(Words w, IReadOnlyList<Reason> reasons)
{
    /// <summary>One line of text.</summary>
    public RenderFragment Text(string name, string label, string? value, string? hint = null, bool optional = false, string? inputmode = null, int max = 200) =>
        FieldParts.Input(Frame(name, label, hint, optional), "text", value, inputmode, max);

    /// <summary>Several lines of text.</summary>
    public RenderFragment Area(string name, string label, string? value, string? hint = null, bool optional = false, int rows = 3) =>
        FieldParts.Area(Frame(name, label, hint, optional), value, rows);

    /// <summary>A day; what cannot be a day stays readable as it was typed.</summary>
    public RenderFragment Date(string name, string label, string? value, string? hint = null, bool optional = false) =>
        FieldParts.Input(Frame(name, label, hint, optional), IsDay(value) ? "date" : "text", value, null, 40);

    /// <summary>One line of text in a cell: the column's heading is its label to the eye, what is given here to the ear.</summary>
    public RenderFragment TextInCell(string name, string label, string? value, int max = 200) => FieldParts.InCell(Frame(name, label, null, false), "text", value, max);

    /// <summary>A day in a cell.</summary>
    public RenderFragment DateInCell(string name, string label, string? value) => FieldParts.InCell(Frame(name, label, null, false), IsDay(value) ? "date" : "text", value, 40);

    /// <summary>A password; never sent back.</summary>
    public RenderFragment Password(string name, string label, string? hint = null, string autocomplete = "current-password") =>
        FieldParts.Input(Frame(name, label, hint, false), "password", null, null, 200, autocomplete);

    /// <summary>One of many.</summary>
    public RenderFragment Select(string name, string label, string? value, IReadOnlyList<Option> options, string? hint = null, bool optional = false) =>
        FieldParts.Select(Frame(name, label, hint, optional), value, options, w["field.choose"]);

    /// <summary>One of many, under headings.</summary>
    public RenderFragment Grouped(string name, string label, string? value, IReadOnlyList<OptionGroup> groups, string? hint = null, bool optional = false) =>
        FieldParts.Grouped(Frame(name, label, hint, optional), value, groups, w["field.choose"]);

    /// <summary>One line, with words that were used before to choose from.</summary>
    public RenderFragment Known(string name, string label, string? value, IReadOnlyList<string> suggestions, string? hint = null, bool optional = false) =>
        FieldParts.Known(Frame(name, label, hint, optional), value, suggestions);

    /// <summary>What is wrong with a field, for a page that draws it itself.</summary>
    public IReadOnlyList<string> Messages(string name) => Frame(name, "", null, false).Messages;

    /// <summary>One of a few, all in sight.</summary>
    public RenderFragment Choice(string name, string label, string? value, IReadOnlyList<Option> options, string? hint = null, bool down = false) =>
        FieldParts.Group(Frame(name, label, hint, false), "radio", value is null ? [] : [value], options, down);

    /// <summary>Any of a few.</summary>
    public RenderFragment Ticks(
        string name, string label, IReadOnlyList<string>? values, IReadOnlyList<Option> options, string? hint = null, bool optional = false, bool down = false) =>
        FieldParts.Group(Frame(name, label, hint, optional), "checkbox", values ?? [], options, down);

    /// <summary>Yes or no; sends <c>true</c> or nothing.</summary>
    public RenderFragment Tick(string name, string label, string? value, string? hint = null) =>
        FieldParts.Tick(Frame(name, label, hint, false), value is "true" or "on");

    /// <summary>Files; the form around it says <c>Files="true"</c>.</summary>
    public RenderFragment Files(string name, string label, string accept, string? hint = null, bool several = false, bool optional = false) =>
        FieldParts.Files(Frame(name, label, hint ?? (several ? w["field.files"] : null), optional), accept, several);

    /// <summary>Something that is mended elsewhere: a label, what is wrong, and a link.</summary>
    public RenderFragment Elsewhere(string name, string label, string text, string path, string? hint = null) =>
        FieldParts.Elsewhere(Frame(name, label, hint, false), text, path);

    private FieldFrame Frame(string name, string label, string? hint, bool optional) => new(name, label, hint, optional ? w["field.optional"] : null,
    [
        .. reasons.Index().Where(r => string.Equals(r.Item.Field, name, StringComparison.OrdinalIgnoreCase))
            .Select(r => (reasons.Count > 1 ? w["error.item", r.Index + 1] : "") + ReasonWords.Of(r.Item, w)),
    ]);

    private static bool IsDay(string? value) => string.IsNullOrEmpty(value)
        || DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
