namespace Duban.Ledger;

/// <summary>The envelope of an event as it stands in the ledger for ever.</summary>
/// <param name="Jurisdiction">The city's division code.</param>
/// <param name="Sequence">Order of writing over all streams of the database.</param>
/// <param name="Stream">The stream's name.</param>
/// <param name="Version">1 for the first event of its stream.</param>
/// <param name="Id">UUIDv7.</param>
/// <param name="At">The instant of the act, UTC.</param>
/// <param name="RecordedOn">The local day it was written down, set by the writer; never earlier than that of any event written before it.</param>
/// <param name="By">The person.</param>
/// <param name="OnBehalfOf">The person it was entered for, or null.</param>
/// <param name="Node">The server that wrote it.</param>
/// <param name="Cause">The event that led to it, or null.</param>
/// <param name="Type">Stored name of the fact.</param>
/// <param name="TypeVersion">Version of the payload's shape.</param>
/// <param name="Payload">UTF-8 JSON.</param>
/// <param name="Hash">H(previous hash of the stream ‖ canonical bytes), 32 bytes.</param>
public sealed record StoredEvent(
    string Jurisdiction, long Sequence, string Stream, long Version, Guid Id, DateTimeOffset At, DateOnly RecordedOn,
    string By, string? OnBehalfOf, string Node, Guid? Cause, string Type, int TypeVersion,
    ReadOnlyMemory<byte> Payload, ReadOnlyMemory<byte> Hash);
