using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Duban.Ledger;

/// <summary>A transaction in which the whole database stands still for its reader and for nobody else.</summary>
internal static class Snapshot
{
    public static async Task<DbTransaction> Begin(DbConnection connection, CancellationToken ct) => connection is SqliteConnection sqlite
        ? sqlite.BeginTransaction(deferred: true)
        : await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
}
