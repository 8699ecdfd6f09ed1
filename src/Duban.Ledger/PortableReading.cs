using System.Data;
using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Duban.Ledger;

/// <summary>Teaches Dapper to read and bind the same C# types on both databases, positional records included.</summary>
public static class PortableReading
{
    private static int registered;

    /// <summary>Does so once; opening a store calls it.</summary>
    public static void Register()
    {
        if (Interlocked.Exchange(ref registered, 1) == 1) return;
        Add(value => value as DateOnly? ?? (value is DateTime at ? DateOnly.FromDateTime(at) : PortableText.ReadDay((string)value)), PortableText.Day);
        Add(value => value switch
        {
            DateTimeOffset at => at,
            DateTime at => new DateTimeOffset(DateTime.SpecifyKind(at, DateTimeKind.Utc)),
            _ => PortableText.ReadInstant((string)value),
        }, PortableText.Instant, at => at.ToUniversalTime());
        Add(value => value as Guid? ?? Guid.Parse((string)value), PortableText.Id);
        Add(value => Convert.ToDecimal(value, CultureInfo.InvariantCulture), number => number.ToString(CultureInfo.InvariantCulture));
        Add(value => Convert.ToBoolean(value, CultureInfo.InvariantCulture), yes => yes ? 1L : 0L);
        Add(value => Convert.ToInt32(value, CultureInfo.InvariantCulture), number => (long)number);
    }

    private static void Add<T>(Func<object, T> read, Func<T, object> onSqlite, Func<T, object>? onPostgres = null) where T : struct
    {
        SqlMapper.RemoveTypeMap(typeof(T));
        SqlMapper.RemoveTypeMap(typeof(T?));
        SqlMapper.AddTypeHandler(typeof(T), new Handler<T>(read, onSqlite, onPostgres ?? (value => value)));
    }

    // Not Dapper's TypeHandler<T>, which cannot read a null into a nullable scalar.
    private sealed class Handler<T>(Func<object, T> read, Func<T, object> onSqlite, Func<T, object> onPostgres) : SqlMapper.ITypeHandler where T : struct
    {
        public object? Parse(Type destinationType, object value) => value is null or DBNull ? null : read(value);

        public void SetValue(IDbDataParameter parameter, object value) => parameter.Value = value switch
        {
            T known => parameter is SqliteParameter ? onSqlite(known) : onPostgres(known),
            _ => DBNull.Value,
        };
    }
}
