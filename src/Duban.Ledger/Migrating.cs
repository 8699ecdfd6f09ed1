using System.Data.Common;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Dapper;

namespace Duban.Ledger;

/// <summary>A numbered SQL text embedded in an assembly, e.g. <c>0001_ledger</c>.</summary>
internal sealed record Migration(string Name, string Sql)
{
    private const string Suffix = ".sql";

    public string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql.ReplaceLineEndings("\n"))));

    /// <summary>Those of the assemblies that speak the dialect, by number; <c>NNNN_name.sql</c> speaks both.</summary>
    public static IReadOnlyList<Migration> Of(IEnumerable<Assembly> assemblies, Dialect dialect)
    {
        var migrations = assemblies.Prepend(typeof(Migration).Assembly).Distinct().SelectMany(a => Of(a, dialect))
            .OrderBy(m => m.Name, StringComparer.Ordinal).ToList();
        var twice = migrations.GroupBy(m => m.Name[..4]).FirstOrDefault(g => g.Count() > 1);
        return twice is null ? migrations : throw new InvalidOperationException($"Two migrations bear the number {twice.Key}.");
    }

    private static IEnumerable<Migration> Of(Assembly assembly, Dialect dialect)
    {
        foreach (var resource in assembly.GetManifestResourceNames())
        {
            if (!resource.EndsWith(Suffix, StringComparison.Ordinal) || !char.IsAsciiDigit(resource[0])) continue;
            var parts = resource[..^Suffix.Length].Split('.');
            if (parts.Length > 1 && parts[1] != dialect.Name) continue;
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            yield return new(parts[0], reader.ReadToEnd());
        }
    }
}

/// <summary>Brings a database's tables to the state the assemblies expect.</summary>
internal static class Migrating
{
    private const string Table = "create table if not exists migrations (name text not null primary key, hash text not null)";

    /// <summary>Applies what is missing, all or nothing; a migration that was changed after it was applied is refused.</summary>
    public static async Task Run(DbConnection connection, DbTransaction transaction, IReadOnlyList<Migration> migrations)
    {
        await connection.ExecuteAsync(Table, transaction: transaction);
        var applied = (await connection.QueryAsync<(string Name, string Hash)>("select name, hash from migrations", transaction: transaction))
            .ToDictionary(m => m.Name, m => m.Hash);
        foreach (var migration in migrations)
        {
            if (!applied.TryGetValue(migration.Name, out var hash))
            {
                await connection.ExecuteAsync(migration.Sql, transaction: transaction);
                await connection.ExecuteAsync("insert into migrations (name, hash) values (@Name, @Hash)", new { migration.Name, migration.Hash }, transaction);
            }
            else if (hash != migration.Hash)
                throw new InvalidOperationException($"Migration {migration.Name} was changed after it had been applied to this database: write a new one.");
        }
    }
}
