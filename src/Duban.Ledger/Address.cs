using Npgsql;

namespace Duban.Ledger;

/// <summary>Tells the two kinds of database address apart.</summary>
internal static class Address
{
    public static IEngine Open(string address, StoreOptions options)
    {
        if (Postgres(address) is { } postgres) return new PostgresEngine(postgres, options.Patience);
        var path = Path.GetFullPath(address);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return new SqliteEngine(new SqliteFiles(path, options));
    }

    /// <summary>False where the address names an SQLite file that is not there; whether a server answers shows only when it is asked.</summary>
    public static bool MayBeThere(string address) => Postgres(address) is not null || File.Exists(Path.GetFullPath(address));

    /// <summary>An empty place beside the database, for a backup to be unpacked in.</summary>
    public static async Task<IStage> Stage(string address, StoreOptions options, CancellationToken ct)
    {
        if (Postgres(address) is { } postgres) return await PostgresStage.Create(postgres, options.Patience, ct);
        var stage = new SqliteStage(Path.GetFullPath(address), options);
        await stage.DisposeAsync(); // What an earlier restoring left when it was cut off.
        return stage;
    }

    // A PostgreSQL address is postgres://… or names its host, Host=…; anything else is an SQLite path.
    private static NpgsqlConnectionStringBuilder? Postgres(string address)
    {
        if (string.IsNullOrWhiteSpace(address)) throw new ArgumentException("The address of the database is empty.", nameof(address));
        if (IsUri(address)) return FromUri(new Uri(address));
        return address.Contains("host=", StringComparison.OrdinalIgnoreCase) ? new(address) : null;
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
