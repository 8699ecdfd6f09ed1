using Microsoft.AspNetCore.Components;

namespace Duban.Web.Shell;

/// <summary>A part of a page that is written straight into its text and never built as a tree: for tables of up to two hundred rows, which as pieces of text
/// took a third of all memory a list's page asked for.</summary>
public sealed class WrittenPart : ComponentBase
{
    /// <summary>Writes it, encoded as it is to stand.</summary>
    [Parameter, EditorRequired] public required Action<TextWriter> Write { get; set; }
}
