using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Duban.Ledger;

/// <summary>Opens connections to one SQLite file with the settings the ledger stands on.</summary>
internal sealed class SqliteFiles(string path, StoreOptions options)
{
    private const int CheckpointPages = 4000; // 16 MB: fewer syncs of the main file, still a short recovery

    private const int CacheKilobytes = 32_000; // Hardly anybody else writes, so what the writer has read stays true.

    private const int PageSize = 4096;

    private readonly string reader = Text(path, options, SqliteOpenMode.ReadOnly, pooled: true);
    private readonly string ownReader = Text(path, options, SqliteOpenMode.ReadOnly, pooled: false);
    private readonly string writer = Text(path, options, SqliteOpenMode.ReadWriteCreate, pooled: true);
    private readonly string ownWriter = Text(path, options, SqliteOpenMode.ReadWriteCreate, pooled: false);

    public string Path { get; } = path;

    public SqliteConnection OpenWriter(bool pooled)
    {
        var connection = Open(pooled ? writer : ownWriter);
        if (options.SizeLimit is { } limit) Run(connection, $"pragma max_page_count = {limit / PageSize};");
        Run(connection, $"pragma journal_mode = wal; pragma synchronous = full; pragma wal_autocheckpoint = {CheckpointPages};");
        if (!pooled) Run(connection, $"pragma cache_size = -{CacheKilobytes};");
        return connection;
    }

    public SqliteConnection OpenReader(bool pooled) => Open(pooled ? reader : ownReader);

    private SqliteConnection Open(string text)
    {
        var connection = new SqliteConnection(text);
        try
        {
            connection.Open();
            raw.sqlite3_busy_timeout(connection.Handle, (int)options.Patience.TotalMilliseconds);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static string Text(string path, StoreOptions options, SqliteOpenMode mode, bool pooled) => new SqliteConnectionStringBuilder
    {
        DataSource = path,
        Mode = mode,
        Pooling = pooled,
        ForeignKeys = mode == SqliteOpenMode.ReadOnly ? null : true,
        DefaultTimeout = Math.Max(1, (int)options.Patience.TotalSeconds),
    }.ConnectionString;

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
