using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Duban.Ledger;

/// <summary>The store on one SQLite file in WAL mode.</summary>
internal sealed class SqliteEngine(SqliteFiles files) : IEngine
{
    private SqliteWriting? writing;

    public Dialect Dialect => Dialect.Sqlite;

    public async Task Commit(Group group, CancellationToken ct)
    {
        writing ??= new SqliteWriting(await files.OpenWriter(pooled: false, ct));
        writing.Commit(group);
    }

    public ValueTask Abandon()
    {
        writing?.Dispose();
        writing = null;
        return ValueTask.CompletedTask;
    }

    public bool IsRefusal(Exception fault) => fault is ArgumentException
        || fault is SqliteException { SqliteErrorCode: raw.SQLITE_ERROR or raw.SQLITE_CONSTRAINT or raw.SQLITE_MISMATCH or raw.SQLITE_TOOBIG or raw.SQLITE_RANGE };

    public bool IsPassing(Exception fault) => false; // The busy timeout has waited already.

    public async ValueTask<DbConnection> Connect(CancellationToken ct) => await files.OpenReader(ct);

    public async Task<(DbConnection Connection, DbTransaction Transaction)> BeginWrite(CancellationToken ct)
    {
        var connection = await files.OpenWriter(pooled: true, ct);
        try { return (connection, connection.BeginTransaction(IsolationLevel.Serializable, deferred: false)); }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public Task LockMigrations(DbConnection connection, DbTransaction transaction, CancellationToken ct) => Task.CompletedTask; // A write transaction is the lock.

    public ValueTask DisposeAsync() => Abandon();
}
