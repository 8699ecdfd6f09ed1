namespace Duban.Ledger;

/// <summary>One day of a jurisdiction under one hash, which can be published and checked by anybody.</summary>
/// <param name="Jurisdiction">The city's division code.</param>
/// <param name="Day">The local day on which the events were recorded.</param>
/// <param name="Heads">Streams that grew that day.</param>
/// <param name="Previous">The root of the day before, or zeros for the first.</param>
/// <param name="Root">H over the previous root and the day's heads, 32 bytes (docs/decisions/seals.md).</param>
/// <param name="SealedAt">When, UTC.</param>
public sealed record Seal(string Jurisdiction, DateOnly Day, long Heads, byte[] Previous, byte[] Root, DateTimeOffset SealedAt);
