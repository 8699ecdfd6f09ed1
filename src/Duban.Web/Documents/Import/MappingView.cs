namespace Duban.Web.Documents.Import;

/// <summary>Which column means what, as a machine reads it.</summary>
/// <param name="Signature">The layout's identity: the same headings in the same order.</param>
/// <param name="Sheet">The sheet it was read from; null for a mapping that is kept.</param>
/// <param name="Columns">Every column with a heading.</param>
public sealed record MappingView(string Signature, string? Sheet, IReadOnlyList<ColumnView> Columns)
{
    internal static MappingView Of(ColumnMapping m, string? sheet = null) => new(
        m.Signature, sheet, [.. m.Columns.Select(c => new ColumnView(c.Letter, c.Heading, c.Field.ToString(), c.Doubtful))]);

    /// <summary>How each sheet of a list was understood.</summary>
    internal static IReadOnlyList<MappingView> Of(LedgerDraft draft) =>
        [.. draft.Sheets.Where(s => s.Header is not null && s.LeftOut is null).Select(s => Of(s.Header!.Mapping, s.Name))];
}

/// <summary>A column.</summary>
/// <param name="Column">Its letters, from A.</param>
/// <param name="Heading">As written; the rows of a two-row header joined by a slash.</param>
/// <param name="Field">What it means, e.g. <c>Deadline</c>; <c>Other</c> is kept under its own heading.</param>
/// <param name="Doubtful">True when another column could mean the same.</param>
public sealed record ColumnView(string Column, string Heading, string Field, bool Doubtful);
