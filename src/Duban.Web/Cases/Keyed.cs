namespace Duban.Web.Cases;

/// <summary>A request under a key of the asker's own: sent again it is answered again, and done once.</summary>
/// <param name="Key">The key.</param>
/// <param name="Request">What tells this request from another under the same key.</param>
public sealed record Keyed(string Key, byte[] Request)
{
    /// <summary>What to answer when it comes again, JSON; null for the case's state.</summary>
    public byte[]? Answer { get; init; }
}
