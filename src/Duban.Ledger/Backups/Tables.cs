using System.Data.Common;
using Dapper;
using Npgsql;

namespace Duban.Ledger;

/// <summary>The tables that a backup carries: all but search indexes, which are built again from the rest.</summary>
internal static class Tables
{
    private const string OnSqlite =
        "select name from pragma_table_list where schema = 'main' and type = 'table' and name not like 'sqlite_%' and name <> 'migrations' order by name";

    private const string OnPostgres = """
        select t.table_name from information_schema.tables t
        where t.table_schema = current_schema() and t.table_type = 'BASE TABLE' and t.table_name <> 'migrations' and not exists (
            select 1 from information_schema.columns c
            where c.table_schema = t.table_schema and c.table_name = t.table_name and c.data_type = 'tsvector')
        order by t.table_name
        """;

    private const string References = """
        select c.conrelid::regclass::text as child, c.confrelid::regclass::text as parent
        from pg_constraint c where c.contype = 'f' and c.connamespace = current_schema()::regnamespace and c.conrelid <> c.confrelid
        """;

    public static async Task<IReadOnlyList<string>> Of(DbConnection connection, DbTransaction? transaction) =>
        (await connection.QueryAsync<string>(connection is NpgsqlConnection ? OnPostgres : OnSqlite, transaction: transaction)).AsList();

    public static async Task<IReadOnlyList<string>> ColumnsOf(DbConnection connection, DbTransaction? transaction, string table) => (await connection.QueryAsync<string>(
        connection is NpgsqlConnection
            ? "select column_name from information_schema.columns where table_schema = current_schema() and table_name = @table order by ordinal_position"
            : "select name from pragma_table_info(@table) order by cid", new { table }, transaction)).AsList();

    /// <summary>Parents before the rows that refer to them; only PostgreSQL checks while it is being filled.</summary>
    public static async Task<IReadOnlyList<DumpedTable>> InOrder(NpgsqlConnection connection, IReadOnlyList<DumpedTable> tables)
    {
        var references = (await connection.QueryAsync<(string Child, string Parent)>(References)).ToLookup(r => r.Child, r => r.Parent);
        var ordered = new List<DumpedTable>();
        void Place(DumpedTable table)
        {
            if (ordered.Contains(table)) return;
            foreach (var parent in tables.Where(t => references[table.Name].Contains(t.Name))) Place(parent);
            ordered.Add(table);
        }
        foreach (var table in tables) Place(table);
        return ordered;
    }

    public static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    public static string Quoted(IEnumerable<string> names) => string.Join(", ", names.Select(Quoted));
}
