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
    private bool opened;

    public Dialect Dialect => Dialect.Sqlite;

    public void Commit(Group group)
    {
        writing ??= new SqliteWriting(OpenWriter(pooled: false), files.Path);
        opened = true;
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
            reading.MustStand(files.Path);
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

    public ValueTask<DbConnection> Connect(CancellationToken ct) => new(Standing(files.OpenReader(pooled: true))); // The driver knows no waiting but on the thread.

    public Task<(DbConnection Connection, DbTransaction Transaction)> BeginWrite(CancellationToken ct)
    {
        var connection = Standing(OpenWriter(pooled: true));
        try { return Task.FromResult<(DbConnection, DbTransaction)>((connection, connection.BeginTransaction(IsolationLevel.Serializable, deferred: false))); }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    // Opening a file that has gone would make an empty one in its place.
    private SqliteConnection OpenWriter(bool pooled) =>
        opened && !File.Exists(files.Path) ? throw SqliteFile.Gone(files.Path) : files.OpenWriter(pooled);

    private SqliteConnection Standing(SqliteConnection connection)
    {
        try
        {
            SqliteFile.MustStand(connection.Handle!, files.Path);
            return connection;
        }
        catch
        {
            SqliteConnection.ClearPool(connection);
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
