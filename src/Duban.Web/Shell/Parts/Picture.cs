namespace Duban.Web.Shell.Parts;

/// <summary>A photograph kept as evidence.</summary>
/// <param name="Source">Its address on this site.</param>
/// <param name="Alt">What it shows, for those who cannot see it.</param>
/// <param name="Day">When it was taken.</param>
public sealed record Picture(string Source, string Alt, DateOnly Day)
{
    /// <summary>What it shows.</summary>
    public string? Text { get; init; }

    /// <summary>The post that took it.</summary>
    public string? By { get; init; }

    /// <summary>The first and last digits of its SHA-256.</summary>
    public string? Print { get; init; }
}
