using Duban.Domain;
using Duban.Domain.Procedures;

namespace Duban.Web.Documents.Import.Pages;

/// <summary>The first step: which file, into which campaign.</summary>
/// <param name="Campaigns">Those that are open.</param>
/// <param name="Campaign">The one chosen, or null.</param>
/// <param name="Reasons">What was wrong with the last try.</param>
public sealed record Choosing(IReadOnlyList<Campaign> Campaigns, string? Campaign, IReadOnlyList<Reason> Reasons);

/// <summary>The second step: what would happen, and what can be corrected before it does.</summary>
/// <param name="Kept">The file's fingerprint.</param>
/// <param name="Campaign">Where it goes.</param>
/// <param name="Preview">What importing would do.</param>
/// <param name="Bytes">Size of the file.</param>
/// <param name="Corrections">What this clerk corrected so far.</param>
/// <param name="Units">Names of units to choose from, those of the same name with the unit above.</param>
public sealed record Looking(string Kept, Campaign Campaign, Imported Preview, long Bytes, Corrections Corrections, IReadOnlyList<string> Units)
{
    /// <summary>Places that can be corrected, worst first.</summary>
    public IReadOnlyList<Fix> Fixes { get; } = Documents.Import.Pages.Fixes.Of(Preview.Draft, Corrections);

    /// <summary>What is to be looked at and stands in no single row.</summary>
    public IReadOnlyList<Problem> Wider { get; } =
    [
        .. Preview.Draft.Problems.Where(p => p.Severity != Severity.Note)
            .Where(p => Preview.Draft.Rows.All(r => r.Sheet != p.Sheet || Address.Parse(p.Cell)?.Row != r.Row)),
    ];

    /// <summary>What is merely told.</summary>
    public IReadOnlyList<Problem> Notes { get; } = [.. Preview.Draft.Problems.Where(p => p.Severity == Severity.Note)];

    /// <summary>Places still to be looked at.</summary>
    public int Open => Fixes.Count(f => f.Problems.Count > 0 && !f.Skipped) + Wider.Count;

    /// <summary>Why nothing can be imported into the campaign today, or null.</summary>
    public Reason? Against { get; init; }

    /// <summary>All that is told before anything is imported.</summary>
    public IReadOnlyList<Reason> Reasons => [.. new Reasons().With(Against is { } against ? against with { Field = null } : null), .. Unread];

    /// <summary>What was typed and is not understood.</summary>
    public IReadOnlyList<Reason> Unread => [.. Fixes.Index().Where(f => f.Item.IsUnread).Select(f => new Reason("import.not_understood", $"v{f.Index}", [f.Item.Cell, f.Item.Value]))];
}
