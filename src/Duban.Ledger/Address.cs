namespace Duban.Ledger;

/// <summary>Tells the two kinds of database address apart.</summary>
internal static class Address
{
    /// <summary>A PostgreSQL address says its host, as <c>Host=…;</c> or <c>postgres://</c>; anything else is a path.</summary>
    public static IEngine Open(string address, StoreOptions options)
    {
        if (string.IsNullOrWhiteSpace(address)) throw new ArgumentException("The address of the database is empty.", nameof(address));
        if (address.Contains("host=", StringComparison.OrdinalIgnoreCase)) throw new NotSupportedException("PostgreSQL");
        if (Path.GetDirectoryName(Path.GetFullPath(address)) is { } folder) Directory.CreateDirectory(folder);
        return new SqliteEngine(new SqliteFiles(Path.GetFullPath(address), options.Patience));
    }
}
