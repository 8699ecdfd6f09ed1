namespace Duban.Domain.Cases;

/// <summary>What a file shows.</summary>
public enum EvidenceKind
{
    /// <summary>The state before rectification.</summary>
    Before,
    /// <summary>The state after rectification, at the same point.</summary>
    After,
    /// <summary>A document: report, contract, record, minutes.</summary>
    Document,
}

/// <summary>A file in the content-addressed store and what it shows.</summary>
/// <param name="Kind">Before, after or document.</param>
/// <param name="Sha256">Its content's fingerprint, 64 lower-case hex digits.</param>
/// <param name="Name">The name it came with.</param>
/// <param name="MediaType">What the content really is, e.g. <c>image/jpeg</c>; judged by content, not by name.</param>
/// <param name="Bytes">Size in bytes.</param>
/// <param name="Point">The point it shows, the same word for before and after.</param>
/// <param name="TakenOn">The day it was taken, when known.</param>
/// <param name="Measure">The measure it proves, or null.</param>
public sealed record Evidence(
    EvidenceKind Kind, string Sha256, string Name, string MediaType, long Bytes,
    string Point, DateOnly? TakenOn = null, string? Measure = null)
{
    /// <summary>Where a photo says it was taken: degrees east, WGS-84; null when it does not say.</summary>
    public decimal? Longitude { get; init; }

    /// <summary>Degrees north, WGS-84.</summary>
    public decimal? Latitude { get; init; }
}
