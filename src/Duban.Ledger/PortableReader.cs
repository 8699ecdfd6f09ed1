using System.Data.Common;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Duban.Ledger;

/// <summary>Reads a row's columns, and above all the types that the two databases keep differently; on SQLite below the driver, which asks three times for each value.</summary>
public readonly struct PortableReader(DbDataReader row)
{
    private readonly sqlite3_stmt? statement = (row as SqliteDataReader)?.Handle;

    /// <summary>A text.</summary>
    public string Text(int column) => TextOrNull(column) ?? throw new InvalidCastException($"Column {column} is null.");

    /// <summary>A text, or null.</summary>
    public string? TextOrNull(int column) => statement is not null ? raw.sqlite3_column_text(statement, column).utf8_to_string()
        : row.IsDBNull(column) ? null : row.GetString(column);

    /// <summary>A whole number.</summary>
    public long Whole(int column) => statement is not null ? raw.sqlite3_column_int64(statement, column)
        : Convert.ToInt64(row.GetValue(column), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The bytes of a blob, or of a text in UTF-8.</summary>
    public byte[] Bytes(int column) => statement is not null ? raw.sqlite3_column_blob(statement, column).ToArray() : row.GetFieldValue<byte[]>(column);

    /// <summary>An id.</summary>
    public Guid Id(int column) => statement is not null ? Guid.Parse(Text(column)) : row.GetGuid(column);

    /// <summary>An id, or null.</summary>
    public Guid? IdOrNull(int column) => statement is not null ? TextOrNull(column) is { } text ? Guid.Parse(text) : null : row.IsDBNull(column) ? null : row.GetGuid(column);

    /// <summary>An instant, UTC.</summary>
    public DateTimeOffset Instant(int column) => statement is not null ? PortableText.ReadInstant(Text(column)) : row.GetFieldValue<DateTimeOffset>(column);

    /// <summary>A day.</summary>
    public DateOnly Day(int column) => DayOrNull(column) ?? throw new InvalidCastException($"Column {column} is null.");

    /// <summary>A day, or null.</summary>
    public DateOnly? DayOrNull(int column) => statement is not null ? raw.sqlite3_column_blob(statement, column) is { IsEmpty: false } text ? PortableText.ReadDay(text) : null
        : row.IsDBNull(column) ? null : row.GetFieldValue<DateOnly>(column);
}
