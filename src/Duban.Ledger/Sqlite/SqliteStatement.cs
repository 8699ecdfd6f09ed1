using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Duban.Ledger;

/// <summary>A statement prepared once on the writer's connection: the driver's own commands look every parameter up by name at each run.</summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 db;
    private readonly sqlite3_stmt statement;
    private readonly int[] places;

    public SqliteStatement(sqlite3 db, string sql, params IReadOnlyList<string> names)
    {
        this.db = db;
        Check(raw.sqlite3_prepare_v3(db, Encoding.UTF8.GetBytes(sql), raw.SQLITE_PREPARE_PERSISTENT, out statement, out var rest));
        if (!Blank(rest)) throw new ArgumentException("One statement at a time.");
        places = new int[names.Count];
        for (var i = 0; i < places.Length; i++)
            if ((places[i] = raw.sqlite3_bind_parameter_index(statement, "@" + names[i])) == 0)
                throw new ArgumentException($"The statement does not mention @{names[i]}.");
        if (raw.sqlite3_bind_parameter_count(statement) != places.Length)
            throw new ArgumentException("The statement mentions a parameter that is not named.");
    }

    public void Text(int i, string? text)
    {
        if (text is null) Check(raw.sqlite3_bind_null(statement, places[i]));
        else Check(raw.sqlite3_bind_text(statement, places[i], text));
    }

    public void Utf8(int i, ReadOnlySpan<byte> text) => Check(raw.sqlite3_bind_text(statement, places[i], text));

    public void Whole(int i, long number) => Check(raw.sqlite3_bind_int64(statement, places[i], number));

    public void Blob(int i, ReadOnlySpan<byte> bytes) => Check(raw.sqlite3_bind_blob(statement, places[i], bytes));

    /// <summary>Binds any of the kinds of value that a <see cref="RowWrite"/> may carry.</summary>
    public void Value(int i, object? value)
    {
        switch (value)
        {
            case null: Text(i, null); break;
            case string text: Text(i, text); break;
            case int number: Whole(i, number); break;
            case long number: Whole(i, number); break;
            case bool yes: Whole(i, yes ? 1 : 0); break;
            case double number: Check(raw.sqlite3_bind_double(statement, places[i], number)); break;
            case decimal number: Text(i, number.ToString(CultureInfo.InvariantCulture)); break;
            case DateOnly day: Text(i, PortableText.Day(day)); break;
            case DateTimeOffset at: Text(i, PortableText.Instant(at)); break;
            case Guid id: Text(i, PortableText.Id(id)); break;
            case byte[] bytes: Blob(i, bytes); break;
            default: throw new ArgumentException($"A row cannot carry a {value.GetType().Name}.");
        }
    }

    /// <summary>Moves to the next row; false when there is none, and then the statement is ready to be bound again.</summary>
    public bool Next()
    {
        var rc = raw.sqlite3_step(statement);
        if (rc == raw.SQLITE_ROW) return true;
        Reset();
        if (rc != raw.SQLITE_DONE) Check(rc);
        return false;
    }

    /// <summary>Runs to the end, whatever rows it gives.</summary>
    public void Run()
    {
        while (Next()) { }
    }

    public void Reset() => raw.sqlite3_reset(statement);

    public long WholeAt(int column) => raw.sqlite3_column_int64(statement, column);

    public bool NullAt(int column) => raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL;

    public string TextAt(int column) => raw.sqlite3_column_text(statement, column).utf8_to_string();

    public byte[] BytesAt(int column) => raw.sqlite3_column_blob(statement, column).ToArray();

    public void Dispose() => statement.Dispose();

    private static bool Blank(ReadOnlySpan<byte> rest) => rest.Trim(" \t\r\n;\0"u8).IsEmpty;

    private void Check(int rc) => SqliteException.ThrowExceptionForRC(rc, db);
}
