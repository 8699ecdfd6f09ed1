using Duban.Domain.Cases;
using Duban.Ledger;
using Duban.Web.Residents.Codes;

namespace Duban.Web.Residents.Answering;

/// <summary>A code's page: before the answer, and after it.</summary>
/// <param name="Code">The code.</param>
/// <param name="Case">The case it asks about.</param>
/// <param name="Issued">What is known of the code.</param>
/// <param name="Open">True while an answer is taken.</param>
public sealed record AnswerView(Code Code, Case Case, IssuedCode Issued, bool Open)
{
    /// <summary>What the unit says was done, and when; null when it said nothing.</summary>
    public (string Statement, DateOnly On)? Done { get; init; }

    /// <summary>Fingerprints of pictures of one point, before and after.</summary>
    public IReadOnlyList<(string Before, string After)> Pairs { get; init; } = [];

    /// <summary>True when words can be added to the answer.</summary>
    public bool MayAdd { get; init; }

    /// <summary>True when the answer was given with this code.</summary>
    public bool Answered => Issued.AnsweredAt is not null || Case.Round == Issued.Round && Case.Survey?.Answers.ContainsKey(Issued.Reference) == true;

    /// <summary>The page's address, or one below it.</summary>
    public string Path(string below = "") => below.Length == 0 ? $"/a/{Code.Value}" : $"/a/{Code.Value}/{below}";

    /// <summary>At most so many points are shown: an old phone pays for every picture.</summary>
    public const int MostPairs = 2;

    /// <summary>Points with a photo from before and from after that are there to be shown.</summary>
    public static IReadOnlyList<(string Before, string After)> PairsOf(Case c, BlobStore files) =>
    [
        .. from e in c.Evidence
           where e.MediaType.StartsWith("image/", StringComparison.Ordinal) && files.Exists(e.Sha256)
           group e by e.Point into point
           let before = point.LastOrDefault(e => e.Kind == EvidenceKind.Before)
           let after = point.LastOrDefault(e => e.Kind == EvidenceKind.After)
           where before is not null && after is not null
           select (before.Sha256, after.Sha256),
    ];
}
