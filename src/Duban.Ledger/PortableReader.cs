using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Duban.Ledger;

/// <summary>Reads the column types that the two databases keep differently.</summary>
internal readonly struct PortableReader(DbDataReader row)
{
    private readonly bool texts = row is SqliteDataReader;

    public Guid Id(int column) => texts ? Guid.Parse(row.GetString(column)) : row.GetGuid(column);

    public DateTimeOffset Instant(int column) =>
        texts ? PortableText.ReadInstant(row.GetString(column)) : row.GetFieldValue<DateTimeOffset>(column);

    public DateOnly Day(int column) => texts ? PortableText.ReadDay(row.GetString(column)) : row.GetFieldValue<DateOnly>(column);
}
