using System.Runtime.CompilerServices;
using Npgsql;

namespace Duban.Ledger;

/// <summary>The writer's connection: two round trips for a group, one to lock and load, one to save and commit.</summary>
internal sealed class PostgresWriting : IDisposable
{
    private readonly NpgsqlConnection connection;
    private readonly ConditionalWeakTable<Statement, PostgresStatement> rows = [];

    private PostgresWriting(NpgsqlConnection connection) => this.connection = connection;

    public static PostgresWriting Open(NpgsqlDataSource source, TimeSpan patience)
    {
        var connection = source.OpenConnection();
        using var command = connection.CreateCommand();
        command.CommandText = $"set synchronous_commit = on; set lock_timeout = {(long)patience.TotalMilliseconds}";
        command.ExecuteNonQuery();
        return new(connection);
    }

    /// <summary>Locks the group's jurisdictions, in order, until the commit: two nodes write one after the other and cannot deadlock.</summary>
    public void Load(Group group)
    {
        var jurisdictions = group.Entries.Select(p => p.Entry.Jurisdiction).Distinct().Order(StringComparer.Ordinal).ToArray();
        while (!TryLoad(group, jurisdictions)) // Only a jurisdiction's first entry ever comes here.
            Run(PostgresTexts.AddBooks, jurisdictions, group.Today, group.Options.Hash.Name);
    }

    public void Save(Group group)
    {
        using var batch = new NpgsqlBatch(connection);
        if (group.Late.Count > 0) Add(batch, PostgresTexts.DateBooks, group.Late.ToArray(), group.Today);
        if (group.Events.Count > 0) PostgresTexts.AddEvents(batch, group.Events);
        PostgresTexts.MoveHeads(batch, group.Heads);
        foreach (var row in group.Rows) batch.BatchCommands.Add(Bind(row));
        PostgresTexts.AddOutbox(batch, group);
        PostgresTexts.AddOnce(batch, group);
        Add(batch, "commit");
        batch.ExecuteNonQuery();
    }

    public void Dispose()
    {
        try { Run("rollback"); }
        catch (Exception) { /* the connection is lost, and its transaction with it */ }
        connection.Dispose();
    }

    private bool TryLoad(Group group, string[] jurisdictions)
    {
        using var batch = new NpgsqlBatch(connection);
        Add(batch, "begin");
        Add(batch, PostgresTexts.LockBooks, [jurisdictions]);
        Add(batch, PostgresTexts.ReadHeads, group.Heads.Keys.Select(k => k.Jurisdiction).ToArray(), group.Heads.Keys.Select(k => k.Stream).ToArray());
        var keys = group.Entries.Where(p => p.Entry.Once is not null).Select(p => new OnceKey(p.Entry.Jurisdiction, p.Entry.Once!.Key)).Distinct().ToList();
        if (keys.Count > 0) Add(batch, PostgresTexts.ReadOnce, keys.Select(k => k.Jurisdiction).ToArray(), keys.Select(k => k.Key).ToArray());
        using var reader = batch.ExecuteReader();
        while (reader.Read())
            group.Open(reader.GetString(0), reader.GetFieldValue<DateOnly>(1), ChainHash.Named(reader.GetString(2)));
        if (group.Books.Count < jurisdictions.Length)
        {
            reader.Dispose();
            Run("rollback");
            group.Books.Clear();
            return false;
        }
        reader.NextResult();
        while (reader.Read())
        {
            var head = group.Heads[new(reader.GetString(0), reader.GetString(1))];
            (head.Version, head.Hash) = (reader.GetInt64(2), reader.GetFieldValue<byte[]>(3));
        }
        if (keys.Count > 0) reader.NextResult();
        while (reader.Read())
            group.Kept.Add(new(reader.GetString(0), reader.GetString(1)), new(reader.GetString(1), reader.GetFieldValue<byte[]>(2), reader.GetFieldValue<byte[]>(3)));
        return true;
    }

    private NpgsqlBatchCommand Bind(RowWrite row)
    {
        if (row.Values.Count != row.Statement.Names.Count) throw new ArgumentException("A row write has a value for each name.");
        if (!rows.TryGetValue(row.Statement, out var statement))
            rows.Add(row.Statement, statement = PostgresStatement.Learn(connection, row.Statement));
        return statement.Bind(row.Values);
    }

    private void Run(string sql, params object[] values)
    {
        using var batch = new NpgsqlBatch(connection);
        Add(batch, sql, values);
        batch.ExecuteNonQuery();
    }

    private static void Add(NpgsqlBatch batch, string sql, params object[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        batch.BatchCommands.Add(command);
    }
}
