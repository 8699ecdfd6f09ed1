using Duban.Ledger;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Duban.Web.Tests;

/// <summary>A fresh, empty database that goes away with its test class.</summary>
public abstract class Database : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("duban-test-");

    /// <summary>What <c>DUBAN_DATABASE</c> would say.</summary>
    public string Address { get; protected set; } = "";

    /// <summary>An own folder for files.</summary>
    public string Folder => folder.FullName;

    /// <summary>A store with all its tables.</summary>
    public async Task<EventStore> Open(StoreOptions? options = null)
    {
        var store = await EventStore.Open(Address, options);
        await store.Migrate([typeof(Program).Assembly]);
        return store;
    }

    /// <summary>Another fresh one of the same kind, for a test that must have one for itself.</summary>
    public async Task<Database> Another()
    {
        var another = (Database)Activator.CreateInstance(GetType())!;
        await another.InitializeAsync();
        return another;
    }

    public abstract ValueTask InitializeAsync();

    public virtual ValueTask DisposeAsync()
    {
        folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}

/// <summary>A file in a temporary folder.</summary>
public sealed class SqliteDatabase : Database
{
    public override ValueTask InitializeAsync()
    {
        Address = Path.Combine(Folder, "duban.db");
        return ValueTask.CompletedTask;
    }

    public override ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        return base.DisposeAsync();
    }
}

/// <summary>A database on the server that <c>DUBAN_TEST_POSTGRES</c> names.</summary>
public sealed class PostgresDatabase : Database
{
    private const string Variable = "DUBAN_TEST_POSTGRES";
    private readonly string name = "duban_test_" + Guid.CreateVersion7().ToString("N");

    public override async ValueTask InitializeAsync()
    {
        var server = Environment.GetEnvironmentVariable(Variable) ?? throw new InvalidOperationException(
            $"These tests need a PostgreSQL 15 or later: run ./test, which starts one, or set {Variable} to a server where databases may be created, "
            + "e.g. 'Host=127.0.0.1;Port=5432;Username=postgres'.");
        await Run(server, $"create database {name} template template0 encoding 'UTF8'");
        Address = new NpgsqlConnectionStringBuilder(server) { Database = name, MaxPoolSize = 20 }.ConnectionString;
    }

    public override async ValueTask DisposeAsync()
    {
        if (Address.Length > 0) await Run(Environment.GetEnvironmentVariable(Variable)!, $"drop database {name} with (force)");
        await base.DisposeAsync();
    }

    private static async Task Run(string server, string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(server) { Database = "postgres", Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
