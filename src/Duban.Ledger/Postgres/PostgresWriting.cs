using System.Runtime.CompilerServices;
using Npgsql;

namespace Duban.Ledger;

/// <summary>The writer's connection: two round trips for a group, one to lock and load, one to save and commit.</summary>
internal sealed class PostgresWriting : IAsyncDisposable
{
    private readonly NpgsqlConnection connection;
    private readonly ConditionalWeakTable<Statement, PostgresStatement> rows = [];

    private PostgresWriting(NpgsqlConnection connection) => this.connection = connection;

    public static async Task<PostgresWriting> Open(NpgsqlDataSource source, TimeSpan patience, CancellationToken ct)
    {
        var connection = await source.OpenConnectionAsync(ct);
        await using var command = connection.CreateCommand();
        command.CommandText = $"set synchronous_commit = on; set lock_timeout = {(long)patience.TotalMilliseconds}";
        await command.ExecuteNonQueryAsync(ct);
        return new(connection);
    }

    /// <summary>Locks the group's jurisdictions, in order, until the commit: two nodes write one after the other and cannot deadlock.</summary>
    public async Task Load(Group group, CancellationToken ct)
    {
        var jurisdictions = group.Entries.Select(p => p.Entry.Jurisdiction).Distinct().Order(StringComparer.Ordinal).ToArray();
        while (!await TryLoad(group, jurisdictions, ct)) // Only a jurisdiction's first entry ever comes here.
            await Run(PostgresTexts.AddBooks, ct, jurisdictions, group.Today, group.Options.Hash.Name);
    }

    public async Task Save(Group group, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(connection);
        if (group.Late.Count > 0) Add(batch, PostgresTexts.DateBooks, group.Late.ToArray(), group.Today);
        if (group.Events.Count > 0) PostgresTexts.AddEvents(batch, group.Events);
        PostgresTexts.MoveHeads(batch, group.Heads);
        foreach (var entry in group.Accepted)
            foreach (var row in entry.Rows) batch.BatchCommands.Add(await Bind(row, ct));
        PostgresTexts.AddOutbox(batch, group);
        PostgresTexts.AddOnce(batch, group);
        Add(batch, "commit");
        await batch.ExecuteNonQueryAsync(ct);
    }

    public async ValueTask DisposeAsync()
    {
        try { await Run("rollback", CancellationToken.None); }
        catch (Exception) { /* the connection is lost, and its transaction with it */ }
        await connection.DisposeAsync();
    }

    private async Task<bool> TryLoad(Group group, string[] jurisdictions, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(connection);
        Add(batch, "begin");
        Add(batch, PostgresTexts.LockBooks, [jurisdictions]);
        Add(batch, PostgresTexts.ReadHeads, group.Heads.Keys.Select(k => k.Jurisdiction).ToArray(), group.Heads.Keys.Select(k => k.Stream).ToArray());
        var keys = group.Entries.Where(p => p.Entry.Once is not null).Select(p => new OnceKey(p.Entry.Jurisdiction, p.Entry.Once!.Key)).Distinct().ToList();
        if (keys.Count > 0) Add(batch, PostgresTexts.ReadOnce, keys.Select(k => k.Jurisdiction).ToArray(), keys.Select(k => k.Key).ToArray());
        await using var reader = await batch.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
            group.Open(reader.GetString(0), reader.GetFieldValue<DateOnly>(1), ChainHash.Named(reader.GetString(2)));
        if (group.Books.Count < jurisdictions.Length)
        {
            await reader.DisposeAsync();
            await Run("rollback", ct);
            group.Books.Clear();
            return false;
        }
        await reader.NextResultAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            var head = group.Heads[new(reader.GetString(0), reader.GetString(1))];
            (head.Version, head.Hash) = (reader.GetInt64(2), reader.GetFieldValue<byte[]>(3));
        }
        if (keys.Count > 0) await reader.NextResultAsync(ct);
        while (await reader.ReadAsync(ct))
            group.Kept.Add(new(reader.GetString(0), reader.GetString(1)), new(reader.GetString(1), reader.GetFieldValue<byte[]>(2), reader.GetFieldValue<byte[]>(3)));
        return true;
    }

    private async Task<NpgsqlBatchCommand> Bind(RowWrite row, CancellationToken ct)
    {
        if (row.Values.Count != row.Statement.Names.Count) throw new ArgumentException("A row write has a value for each name.");
        if (!rows.TryGetValue(row.Statement, out var statement))
            rows.Add(row.Statement, statement = await PostgresStatement.Learn(connection, row.Statement, ct));
        return statement.Bind(row.Values);
    }

    private async Task Run(string sql, CancellationToken ct, params object[] values)
    {
        await using var batch = new NpgsqlBatch(connection);
        Add(batch, sql, values);
        await batch.ExecuteNonQueryAsync(ct);
    }

    private static void Add(NpgsqlBatch batch, string sql, params object[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        batch.BatchCommands.Add(command);
    }
}
