namespace Duban.Web.Cases.Files;

/// <summary>A photo as it is kept outside the evidence: small, a JPEG, and silent about its camera.</summary>
/// <param name="Jpeg">The picture.</param>
/// <param name="Facts">What the photo said about itself before it was made small.</param>
public sealed record SmallPhoto(byte[] Jpeg, PhotoFacts Facts)
{
    /// <summary>Pixels across: enough to see what is wrong, little enough to be kept in a row.</summary>
    public const int Width = 1280;

    /// <summary>JPEG quality, percent.</summary>
    public const int Quality = 80;
}
