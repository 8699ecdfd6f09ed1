using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Duban.Bench.Bare;

/// <summary>SQLite's C interface and nothing else: statements prepared once, one thread, so many transitions to a commit, with the settings of Duban's own writer.</summary>
internal sealed class BareSqlite : IBareDriver
{
    private readonly SqliteConnection connection;
    private readonly sqlite3 db;
    private readonly sqlite3_stmt begin, commit;
    private readonly sqlite3_stmt[] statements;

    public BareSqlite(string path)
    {
        connection = new($"Data Source={path};Pooling=False");
        connection.Open();
        db = connection.Handle!;
        foreach (var setting in (string[])["journal_mode = wal", "synchronous = full", "wal_autocheckpoint = 4000", "cache_size = -32000", "busy_timeout = 10000"])
            Run(Prepared($"pragma {setting}"));
        (begin, commit) = (Prepared("begin immediate"), Prepared("commit"));
        statements = [.. BareRows.Texts.Select(text => Prepared(text.Replace("$", "?", StringComparison.Ordinal)))]; // ?3 is the third, $3 only a name.
    }

    /// <inheritdoc />
    public void Write(IReadOnlyList<object[][]> transitions, int together)
    {
        foreach (var group in transitions.Chunk(together))
        {
            Run(begin);
            foreach (var transition in group)
                for (var i = 0; i < statements.Length; i++)
                {
                    for (var j = 0; j < transition[i].Length; j++) Bind(statements[i], j + 1, transition[i][j]);
                    Run(statements[i]);
                    if (raw.sqlite3_changes(db) != 1) throw new InvalidOperationException($"not one row: {BareRows.Texts[i]}");
                }
            Run(commit);
        }
    }

    public void Dispose()
    {
        foreach (var statement in (sqlite3_stmt[])[begin, commit, .. statements]) statement.Dispose();
        connection.Dispose();
    }

    private sqlite3_stmt Prepared(string sql)
    {
        Check(raw.sqlite3_prepare_v3(db, Encoding.UTF8.GetBytes(sql), raw.SQLITE_PREPARE_PERSISTENT, out var statement, out _));
        return statement;
    }

    private void Bind(sqlite3_stmt statement, int place, object value) => Check(value switch
    {
        string text => raw.sqlite3_bind_text(statement, place, text),
        long number => raw.sqlite3_bind_int64(statement, place, number),
        byte[] bytes => raw.sqlite3_bind_blob(statement, place, bytes),
        _ => raw.sqlite3_bind_null(statement, place),
    });

    private void Run(sqlite3_stmt statement)
    {
        int rc;
        while ((rc = raw.sqlite3_step(statement)) == raw.SQLITE_ROW) { }
        raw.sqlite3_reset(statement);
        if (rc != raw.SQLITE_DONE) Check(rc);
    }

    private void Check(int rc) => SqliteException.ThrowExceptionForRC(rc, db);
}
