using Duban.Domain;
using Duban.Domain.Procedures;

namespace Duban.Web.Documents.Import.Pages;

/// <summary>The first step: which file, into which campaign.</summary>
/// <param name="Campaigns">Those that are open.</param>
/// <param name="Campaign">The one chosen, or null.</param>
/// <param name="Reasons">What was wrong with the last try.</param>
public sealed record Choosing(IReadOnlyList<Campaign> Campaigns, string? Campaign, IReadOnlyList<Reason> Reasons);

/// <summary>The second step: what would happen.</summary>
/// <param name="Kept">The file's fingerprint.</param>
/// <param name="Campaign">Where it goes.</param>
/// <param name="Preview">What importing would do.</param>
/// <param name="Bytes">Size of the file.</param>
public sealed record Looking(string Kept, Campaign Campaign, Imported Preview, long Bytes)
{
    /// <summary>Cells named at most on the page; the rest is counted.</summary>
    public const int MostProblems = 300;

    /// <summary>What is to be looked at, before what is merely told.</summary>
    public IReadOnlyList<Problem> Problems { get; } = [.. Preview.Draft.Problems.Where(p => p.Severity != Severity.Note).OrderByDescending(p => p.Severity)];

    /// <summary>What is merely told.</summary>
    public IReadOnlyList<Problem> Notes { get; } = [.. Preview.Draft.Problems.Where(p => p.Severity == Severity.Note)];
}
