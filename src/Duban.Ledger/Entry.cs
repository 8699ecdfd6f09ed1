namespace Duban.Ledger;

/// <summary>Everything one act writes, in one transaction: all of it is on disk when the receipt comes, or none of it.</summary>
/// <param name="Jurisdiction">The city's division code, e.g. <c>430400</c>; the first column of every key.</param>
/// <param name="Signature">Who signs the facts, and when.</param>
/// <param name="Streams">The facts, a list for each stream they extend; a batch hand-over extends many streams at once.</param>
public sealed record Entry(string Jurisdiction, Signature Signature, IReadOnlyList<StreamFacts> Streams)
{
    /// <summary>Current rows and tallies to write, in order, with the facts.</summary>
    public IReadOnlyList<RowWrite> Rows { get; init; } = [];

    /// <summary>Messages for the outside world, delivered at least once after the commit.</summary>
    public IReadOnlyList<OutboxMessage> Outbox { get; init; } = [];

    /// <summary>Set when the same request may come twice: the second gets the first one's answer.</summary>
    public Once? Once { get; init; }
}

/// <summary>Who stands behind a fact.</summary>
/// <param name="By">The person, or <c>system</c>, or a resident's reference.</param>
/// <param name="OnBehalfOf">The person it was entered for, or null.</param>
/// <param name="At">The instant of the act, UTC, kept to the microsecond.</param>
/// <param name="Cause">The id of the event that led to it, or null.</param>
public sealed record Signature(string By, string? OnBehalfOf, DateTimeOffset At, Guid? Cause = null);

/// <summary>Facts for one stream.</summary>
/// <param name="Stream">The stream's name, e.g. <c>case/01995f…</c>.</param>
/// <param name="ExpectedVersion">The number of events the writer has seen; 0 for a new stream.</param>
/// <param name="Facts">At least one.</param>
public sealed record StreamFacts(string Stream, long ExpectedVersion, IReadOnlyList<Fact> Facts);

/// <summary>A fact before it is written.</summary>
/// <param name="Type">Stored name, e.g. <c>handed_over</c>; never renamed.</param>
/// <param name="TypeVersion">Version of the payload's shape, from 1.</param>
/// <param name="Payload">UTF-8 JSON, one object, without insignificant white space.</param>
public sealed record Fact(string Type, int TypeVersion, ReadOnlyMemory<byte> Payload);

/// <summary>An SQL text and its parameters' names; make each one once (static readonly), the store prepares it once.</summary>
/// <param name="Sql">One statement that both databases understand, parameters written <c>@name</c>.</param>
/// <param name="Names">Parameter names without the sign, in the order of <see cref="RowWrite.Values"/>.</param>
public sealed record Statement(string Sql, params IReadOnlyList<string> Names)
{
    /// <summary>
    /// The name of a whole number that is only ever added: rows of one commit that are otherwise alike are written as one with the
    /// sum. Null for rows that each count.
    /// </summary>
    public string? Sum { get; init; }
}

/// <summary>One statement to run inside the entry's transaction.</summary>
/// <param name="Statement">The text.</param>
/// <param name="Values">string, int, long, double, decimal, bool, DateOnly, DateTimeOffset, Guid, byte[] or null.</param>
public sealed record RowWrite(Statement Statement, params IReadOnlyList<object?> Values);

/// <summary>A message for another system.</summary>
/// <param name="Topic">e.g. <c>case.handed_over</c>.</param>
/// <param name="Payload">UTF-8 JSON.</param>
public sealed record OutboxMessage(string Topic, ReadOnlyMemory<byte> Payload);

/// <summary>The idempotency of a request.</summary>
/// <param name="Key">Person and key together, at most 200 characters.</param>
/// <param name="RequestHash">SHA-256 of the request: the same key with another request is refused.</param>
/// <param name="Answer">What to answer when the request comes again.</param>
public sealed record Once(string Key, ReadOnlyMemory<byte> RequestHash, ReadOnlyMemory<byte> Answer);
