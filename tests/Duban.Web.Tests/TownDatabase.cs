using Duban.Web.Demo;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Duban.Web.Tests;

/// <summary>Which database a town stands on.</summary>
public enum On
{
    /// <summary>A file.</summary>
    Sqlite,
    /// <summary>The server of DUBAN_TEST_POSTGRES, which <c>./test</c> starts.</summary>
    Postgres,
}

/// <summary>A database with the demo city's units and people: made once, then copied for each town.</summary>
internal sealed class TownDatabase : IAsyncDisposable
{
    private static readonly Lazy<Task<string>> sqliteModel = new(MakeSqliteModel);
    private static readonly Lazy<Task<string>> postgresModel = new(MakePostgresModel);
    private readonly Func<Task> remove;

    private TownDatabase(string folder, string address, Func<Task> remove) => (Folder, Address, this.remove) = (folder, address, remove);

    /// <summary>Where the town keeps files and uploads; gone with it.</summary>
    public string Folder { get; }

    /// <summary>Path or connection string.</summary>
    public string Address { get; }

    private static string Server => Environment.GetEnvironmentVariable("DUBAN_TEST_POSTGRES")
        ?? throw new InvalidOperationException("These tests need a PostgreSQL: run ./test, which starts one, or set DUBAN_TEST_POSTGRES.");

    public static async Task<TownDatabase> Create(On on)
    {
        var folder = Directory.CreateTempSubdirectory("duban-town-").FullName;
        if (on == On.Sqlite)
        {
            var path = Path.Combine(folder, "duban.db");
            File.Copy(await sqliteModel.Value, path);
            return new(folder, path, () => Task.CompletedTask);
        }
        var name = $"town_{Guid.NewGuid():N}";
        var server = Server;
        await OnServer($"CREATE DATABASE {name} TEMPLATE {await postgresModel.Value}");
        var address = new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString;
        return new(folder, address, () => OnServer($"DROP DATABASE {name} WITH (FORCE)"));
    }

    public async ValueTask DisposeAsync()
    {
        await remove();
        Directory.Delete(Folder, recursive: true);
    }

    private static async Task<string> MakeSqliteModel()
    {
        var path = Path.Combine(Path.GetTempPath(), $"duban-town-model-{Environment.ProcessId}.db");
        File.Delete(path);
        await Fill(path);
        await using (var connection = new SqliteConnection($"Data Source={path};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            await command.ExecuteNonQueryAsync();
        }
        AppDomain.CurrentDomain.ProcessExit += (_, _) => File.Delete(path);
        return path;
    }

    private static async Task<string> MakePostgresModel()
    {
        var name = $"town_model_{Environment.ProcessId}";
        await OnServer($"DROP DATABASE IF EXISTS {name}");
        await OnServer($"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'");
        // A database with an open connection cannot be copied.
        await Fill(new NpgsqlConnectionStringBuilder(Server) { Database = name, Pooling = false }.ConnectionString);
        return name;
    }

    private static async Task Fill(string address)
    {
        var settings = new Settings(Path.GetTempPath(), address, new("http://127.0.0.1:0"), null, []);
        await using (var store = await Installation.OpenStore(settings)) await Cities.Save(store, DemoPeople.City);
        await using var installation = await Installation.Open(settings);
        await DemoPeople.Load(installation, DateOnly.FromDateTime(Town.Morning.DateTime));
    }

    private static async Task OnServer(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Server) { Database = "postgres", Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
