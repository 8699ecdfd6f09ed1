namespace Duban.Ledger;

/// <summary>How a store behaves; the defaults suit one node in Asia/Shanghai.</summary>
public sealed record StoreOptions
{
    /// <summary>The name this server signs its events with.</summary>
    public string Node { get; init; } = Environment.MachineName;

    /// <summary>The clock that dates the recording of events, seals, outbox and migrations.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The zone whose midnight ends a day.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    /// <summary>The most entries that share one commit, from 1.</summary>
    public int GroupLimit { get; init; } = 256;

    /// <summary>How long to wait for another process's writing before giving up.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How large the writer may let an SQLite file grow, in bytes; null for as large as the disk.</summary>
    public long? SizeLimit { get; init; }

    /// <summary>The hash that a jurisdiction's chains begin with; it is kept in the database and stays what it was.</summary>
    public ChainHash Hash { get; init; } = ChainHash.Sha256;

    internal DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Clock.GetUtcNow(), Zone).DateTime);
}
