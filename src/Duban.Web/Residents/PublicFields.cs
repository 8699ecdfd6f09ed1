using Duban.Domain;
using Duban.Web.Shell;
using Duban.Web.Shell.Forms;
using Microsoft.AspNetCore.Components;

namespace Duban.Web.Residents;

/// <summary>The fields of a form that anybody may send: each with its label, its hint, what was typed, and what is wrong with it.</summary>
/// <param name="w">The reader's words.</param>
/// <param name="refused">The reasons of a refusal; empty for a fresh form.</param>
public sealed class PublicFields(Words w, IReadOnlyList<Reason> refused)
{
    /// <summary>One line of text.</summary>
    public RenderFragment Text(string name, string label, string? value, int max, string? hint = null, string? autocomplete = null) =>
        PublicFieldParts.Text(Frame(name, label, hint), value, max, autocomplete);

    /// <summary>Several lines of text.</summary>
    public RenderFragment Area(string name, string label, string? value, int max, string? hint = null, int rows = 5) =>
        PublicFieldParts.Area(Frame(name, label, hint), value, max, rows);

    /// <summary>One of many, under headings; those under none stand by themselves.</summary>
    public RenderFragment Grouped(string name, string label, string? value, IEnumerable<OptionGroup> groups, string choose) =>
        PublicFieldParts.Grouped(Frame(name, label, null), value, groups, choose);

    /// <summary>Pictures; the form around it says <c>Files="true"</c>.</summary>
    public RenderFragment Pictures(string name, string label, string hint) => PublicFieldParts.Pictures(Frame(name, label, hint));

    private FieldFrame Frame(string name, string label, string? hint) => new(name, label, hint, null,
        [.. refused.Where(r => string.Equals(r.Field, name, StringComparison.OrdinalIgnoreCase)).Select(r => ReasonWords.Of(r, w))]);
}
