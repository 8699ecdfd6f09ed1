using Dapper;
using Microsoft.Data.Sqlite;

namespace Duban.Ledger;

/// <summary>A file beside the live one; SQLite's own page copy writes it over the live one in a single transaction, so open connections simply see the new content.</summary>
internal sealed class SqliteStage(string path, StoreOptions options) : IStage
{
    private readonly SqliteFiles live = new(path, options);
    private readonly SqliteFiles stage = new(path + ".restoring", options);

    public string Address => stage.Path;

    public async Task Fill(BackupReading backup, CancellationToken ct)
    {
        await using var connection = stage.OpenWriter(pooled: false);
        await connection.ExecuteAsync("pragma foreign_keys = off");
        await using var transaction = connection.BeginTransaction();
        foreach (var table in backup.Manifest.Tables)
        {
            await connection.ExecuteAsync($"delete from {Tables.Quoted(table.Name)}", transaction: transaction); // Rows that migrations put there.
            await using var insert = new SqliteCommand($"""
                insert into {Tables.Quoted(table.Name)} ({Tables.Quoted(table.Columns)}) values ({string.Join(", ", table.Columns.Select((_, i) => $"@{i}"))})
                """, connection, transaction);
            for (var i = 0; i < table.Columns.Count; i++) insert.Parameters.Add(new() { ParameterName = $"@{i}" });
            foreach (var row in backup.Rows(table))
            {
                for (var i = 0; i < table.Columns.Count; i++) insert.Parameters[i].Value = DumpedRow.Plain(row[i]);
                insert.ExecuteNonQuery();
            }
        }
        await transaction.CommitAsync(ct);
    }

    public Task Swap(CancellationToken ct)
    {
        using var from = stage.OpenWriter(pooled: false);
        using var to = live.OpenWriter(pooled: false);
        from.BackupDatabase(to);
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        foreach (var end in new[] { "", "-wal", "-shm" }) File.Delete(stage.Path + end);
        return ValueTask.CompletedTask;
    }
}
