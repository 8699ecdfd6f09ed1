using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Duban.Ledger;

/// <summary>The store on one SQLite file in WAL mode.</summary>
internal sealed class SqliteEngine(SqliteFiles files) : IEngine
{
    private readonly ConcurrentBag<SqliteReading> readings = [];
    private SqliteWriting? writing;

    public Dialect Dialect => Dialect.Sqlite;

    public void Commit(Group group)
    {
        writing ??= new SqliteWriting(files.OpenWriter(pooled: false));
        writing.Commit(group);
    }

    public void Abandon()
    {
        writing?.Dispose();
        writing = null;
    }

    public bool IsRefusal(Exception fault) => fault is ArgumentException
        || fault is SqliteException { SqliteErrorCode: raw.SQLITE_ERROR or raw.SQLITE_CONSTRAINT or raw.SQLITE_MISMATCH or raw.SQLITE_TOOBIG or raw.SQLITE_RANGE };

    public bool IsPassing(Exception fault) => false; // The busy timeout has waited already.

    public ValueTask<IReadOnlyList<StoredEvent>> ReadStream(string jurisdiction, string stream, long after, CancellationToken ct)
    {
        if (!readings.TryTake(out var reading)) reading = new(files.OpenReader(pooled: false));
        try
        {
            var events = reading.Stream(jurisdiction, stream, after);
            readings.Add(reading);
            return new(events);
        }
        catch
        {
            reading.Dispose();
            throw;
        }
    }

    public ValueTask<DbConnection> Connect(CancellationToken ct) => new(files.OpenReader(pooled: true)); // The driver knows no waiting but on the thread.

    public Task<(DbConnection Connection, DbTransaction Transaction)> BeginWrite(CancellationToken ct)
    {
        var connection = files.OpenWriter(pooled: true);
        try { return Task.FromResult<(DbConnection, DbTransaction)>((connection, connection.BeginTransaction(IsolationLevel.Serializable, deferred: false))); }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public Task LockMigrations(DbConnection connection, DbTransaction transaction, CancellationToken ct) => Task.CompletedTask; // A write transaction is the lock.

    public ValueTask DisposeAsync()
    {
        foreach (var reading in readings) reading.Dispose();
        Abandon();
        return ValueTask.CompletedTask;
    }
}
