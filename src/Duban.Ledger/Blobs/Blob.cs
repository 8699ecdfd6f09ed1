namespace Duban.Ledger;

/// <summary>A stored file: its name is its SHA-256 in lower-case hex, its length is in bytes.</summary>
public sealed record Blob(string Sha256, long Length);
