using Microsoft.Data.Sqlite;

namespace Duban.Ledger;

/// <summary>Opens connections to one SQLite file with the settings the ledger stands on.</summary>
internal sealed class SqliteFiles(string path, StoreOptions options)
{
    private const int CheckpointPages = 4000; // 16 MB: fewer syncs of the main file, still a short recovery

    private const int PageSize = 4096;

    public string Path { get; } = path;

    public async Task<SqliteConnection> OpenWriter(bool pooled, CancellationToken ct)
    {
        var connection = await Open(SqliteOpenMode.ReadWriteCreate, pooled, ct);
        if (options.SizeLimit is { } limit) await Run(connection, $"pragma max_page_count = {limit / PageSize};", ct);
        await Run(connection, $"pragma journal_mode = wal; pragma synchronous = full; pragma wal_autocheckpoint = {CheckpointPages};", ct);
        return connection;
    }

    public Task<SqliteConnection> OpenReader(CancellationToken ct) => Open(SqliteOpenMode.ReadOnly, pooled: true, ct);

    private async Task<SqliteConnection> Open(SqliteOpenMode mode, bool pooled, CancellationToken ct)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = Path,
            Mode = mode,
            Pooling = pooled,
            ForeignKeys = true,
            DefaultTimeout = Math.Max(1, (int)options.Patience.TotalSeconds),
        }.ConnectionString);
        try
        {
            await connection.OpenAsync(ct);
            await Run(connection, $"pragma busy_timeout = {(long)options.Patience.TotalMilliseconds};", ct);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static async Task Run(SqliteConnection connection, string sql, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(ct);
    }
}
