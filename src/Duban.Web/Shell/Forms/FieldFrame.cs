using Microsoft.AspNetCore.Components;

namespace Duban.Web.Shell.Forms;

/// <summary>What every field has around its control.</summary>
/// <param name="Name">Its name in the form.</param>
/// <param name="Label">Its words.</param>
/// <param name="Hint">What helps to fill it.</param>
/// <param name="Optional">The words that say it may stay empty, or null.</param>
/// <param name="Messages">What is wrong with it.</param>
internal sealed record FieldFrame(string Name, string Label, string? Hint, string? Optional, IReadOnlyList<string> Messages)
{
    public string Id { get; } = Field.Id(Name);

    public bool Bad => Messages.Count > 0;

    public string? Invalid => Bad ? "true" : null;

    public string? DescribedBy => (Bad, Hint) switch
    {
        (true, null) => Id + "-msg",
        (true, _) => $"{Id}-msg {Id}-hint",
        (false, null) => null,
        _ => Id + "-hint",
    };

    public string Class => Bad ? "du-field bad" : "du-field";
}
