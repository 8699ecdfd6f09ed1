using Dapper;
using Npgsql;

namespace Duban.Ledger;

/// <summary>A schema beside the live one, whose tables move over in a single transaction.</summary>
internal sealed class PostgresStage : IStage
{
    private readonly string schema = "restoring_" + Guid.CreateVersion7().ToString("N");
    private readonly NpgsqlConnectionStringBuilder live;
    private readonly TimeSpan patience;

    private PostgresStage(NpgsqlConnectionStringBuilder live, TimeSpan patience) => (this.live, this.patience) = (live, patience);

    public string Address => new NpgsqlConnectionStringBuilder(live.ConnectionString) { SearchPath = schema, Pooling = false }.ConnectionString;

    public static async Task<PostgresStage> Create(NpgsqlConnectionStringBuilder live, TimeSpan patience, CancellationToken ct)
    {
        var stage = new PostgresStage(live, patience);
        await using var connection = await Open(live.ConnectionString, ct);
        await connection.ExecuteAsync($"create schema {stage.schema}");
        return stage;
    }

    public async Task Fill(BackupReading backup, CancellationToken ct)
    {
        await using var connection = await Open(Address, ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var tables = await Tables.InOrder(connection, backup.Manifest.Tables);
        foreach (var table in tables.Reverse().Where(t => t.Name is not ("events" or "seals")))
            await connection.ExecuteAsync($"delete from {Tables.Quoted(table.Name)}"); // Rows that migrations put there.
        foreach (var table in tables)
        {
            await using var copy = await connection.BeginTextImportAsync($"copy {Tables.Quoted(table.Name)} ({Tables.Quoted(table.Columns)}) from stdin", ct);
            foreach (var row in backup.Rows(table))
                await copy.WriteAsync(string.Join('\t', row.EnumerateArray().Select(v => Escaped(DumpedRow.Text(v)))) + "\n");
        }
        await MoveSequences(connection);
        await transaction.CommitAsync(ct);
    }

    public async Task Swap(CancellationToken ct)
    {
        await using var connection = await Open(live.ConnectionString, ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await connection.ExecuteAsync($"set local lock_timeout = {(long)patience.TotalMilliseconds}");
        var home = await connection.QuerySingleAsync<string>("select quote_ident(current_schema())");
        var tables = (await connection.QueryAsync<string>("select quote_ident(tablename) from pg_tables where schemaname = @schema", new { schema })).AsList();
        var routines = (await connection.QueryAsync<string>(
            "select quote_ident(proname) from pg_proc where pronamespace = @schema::regnamespace", new { schema })).AsList();
        var grants = (await connection.QueryAsync<string>("""
            select format('grant %s on %I.%I to %I', privilege_type, table_schema, table_name, grantee) from information_schema.role_table_grants
            where table_schema = current_schema() and grantee <> current_user
            """)).AsList();
        await connection.ExecuteAsync($"lock table {home}.jurisdictions in access exclusive mode"); // Writers wait here, before they hold anything.
        foreach (var table in tables) await connection.ExecuteAsync($"drop table if exists {home}.{table} cascade");
        foreach (var routine in routines) await connection.ExecuteAsync($"drop routine if exists {home}.{routine}");
        foreach (var table in tables) await connection.ExecuteAsync($"alter table {schema}.{table} set schema {home}");
        foreach (var routine in routines) await connection.ExecuteAsync($"alter routine {schema}.{routine} set schema {home}");
        foreach (var grant in grants) await connection.ExecuteAsync(grant);
        await transaction.CommitAsync(ct);
    }

    public async ValueTask DisposeAsync()
    {
        await using var connection = await Open(live.ConnectionString, CancellationToken.None);
        await connection.ExecuteAsync($"drop schema if exists {schema} cascade");
    }

    private static async Task MoveSequences(NpgsqlConnection connection)
    {
        var counted = await connection.QueryAsync<(string Table, string Column)>("""
            select quote_ident(table_name), quote_ident(column_name) from information_schema.columns where table_schema = current_schema() and is_identity = 'YES'
            """);
        foreach (var (table, column) in counted)
            await connection.ExecuteAsync($"""
                select setval(pg_get_serial_sequence('{table}', '{column.Trim('"')}'), coalesce(max({column}), 0) + 1, false) from {table}
                """);
    }

    private static string Escaped(string? text) => text is null ? @"\N" : text
        .Replace(@"\", @"\\", StringComparison.Ordinal).Replace("\n", @"\n", StringComparison.Ordinal)
        .Replace("\r", @"\r", StringComparison.Ordinal).Replace("\t", @"\t", StringComparison.Ordinal);

    private static async Task<NpgsqlConnection> Open(string address, CancellationToken ct)
    {
        var connection = new NpgsqlConnection(address);
        await connection.OpenAsync(ct);
        return connection;
    }
}
