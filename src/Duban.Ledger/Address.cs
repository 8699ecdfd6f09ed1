using Npgsql;

namespace Duban.Ledger;

/// <summary>Tells the two kinds of database address apart.</summary>
internal static class Address
{
    /// <summary>A PostgreSQL address is <c>postgres://…</c> or names its host, <c>Host=…</c>; anything else is an SQLite path.</summary>
    public static IEngine Open(string address, StoreOptions options)
    {
        if (string.IsNullOrWhiteSpace(address)) throw new ArgumentException("The address of the database is empty.", nameof(address));
        if (IsUri(address)) return new PostgresEngine(FromUri(new Uri(address)), options.Patience);
        if (address.Contains("host=", StringComparison.OrdinalIgnoreCase)) return new PostgresEngine(new(address), options.Patience);
        var path = Path.GetFullPath(address);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return new SqliteEngine(new SqliteFiles(path, options.Patience));
    }

    private static bool IsUri(string address) =>
        address.StartsWith("postgres://", StringComparison.Ordinal) || address.StartsWith("postgresql://", StringComparison.Ordinal);

    private static NpgsqlConnectionStringBuilder FromUri(Uri uri)
    {
        var person = uri.UserInfo.Split(':', 2);
        var builder = new NpgsqlConnectionStringBuilder { Host = uri.Host, Database = Uri.UnescapeDataString(uri.AbsolutePath.TrimStart('/')) };
        if (uri.Port > 0) builder.Port = uri.Port;
        if (person[0].Length > 0) builder.Username = Uri.UnescapeDataString(person[0]);
        if (person.Length > 1) builder.Password = Uri.UnescapeDataString(person[1]);
        return builder;
    }
}
