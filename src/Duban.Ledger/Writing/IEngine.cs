using System.Data.Common;

namespace Duban.Ledger;

/// <summary>What a database does for the store; one for SQLite, one for PostgreSQL.</summary>
internal interface IEngine : IAsyncDisposable
{
    Dialect Dialect { get; }

    /// <summary>Loads, decides and saves a group in one transaction; when it returns, the group is on disk. Called by one thread only.</summary>
    void Commit(Group group);

    /// <summary>Gives up the writer's connection after a fault; the next commit opens another.</summary>
    void Abandon();

    /// <summary>True when a statement was at fault rather than the storage.</summary>
    bool IsRefusal(Exception fault);

    /// <summary>True when trying again at once may succeed.</summary>
    bool IsPassing(Exception fault);

    /// <summary>The events of one stream after a version, in order.</summary>
    ValueTask<IReadOnlyList<StoredEvent>> ReadStream(string jurisdiction, string stream, long after, CancellationToken ct);

    /// <summary>A pooled connection for reading.</summary>
    ValueTask<DbConnection> Connect(CancellationToken ct);

    /// <summary>A pooled connection for writing, with its transaction begun.</summary>
    Task<(DbConnection Connection, DbTransaction Transaction)> BeginWrite(CancellationToken ct);

    /// <summary>Keeps two processes from migrating at once until the transaction ends.</summary>
    Task LockMigrations(DbConnection connection, DbTransaction transaction, CancellationToken ct);
}
