namespace Duban.Web.Cases.Files;

/// <summary>How much may be sent with one act.</summary>
public static class FileLimits
{
    /// <summary>Files in one act.</summary>
    public const int Files = 20;

    /// <summary>Bytes of one file: 12 MiB, a phone's largest photo.</summary>
    public const long Bytes = 12 << 20;

    /// <summary>Bytes of one request: so many files and the words around them.</summary>
    public static long Of(int files) => files * Bytes + (1 << 20);

    /// <summary>Pixels a photo may have once it is scaled down for looking at; more is a bomb, not a photo.</summary>
    public const long Pixels = 40_000_000;

    /// <summary>Pixels a photo may claim to have as it was taken: no camera gets more into one file of that size, and some decoders make room for all of them.</summary>
    public const long PixelsTaken = 120_000_000;

    /// <summary>How long a slow village network may take to send them.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);
}
