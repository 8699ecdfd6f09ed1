using System.Text;
using Dapper;
using Duban.Ledger;

namespace Duban.Web.Tests.Ledger;

/// <summary>Entries and tables for the ledger's tests; a stream has a row in <c>tallies</c> that counts its events.</summary>
internal static class Writings
{
    public const string Hengyang = "430400";
    public static readonly DateTimeOffset Morning = new(2021, 3, 15, 8, 30, 0, TimeSpan.FromHours(8));

    public static readonly Statement Count = new("""
        insert into tallies (jurisdiction, stream, events, note) values (@city, @stream, 1, @note)
        on conflict (jurisdiction, stream) do update set events = tallies.events + 1
        """, "city", "stream", "note");

    public static readonly Statement Claim = new("insert into claims (jurisdiction, name) values (@city, @name)", "city", "name");

    public static Fact Fact(string type = "registered", string payload = """{"title":"衡阳"}""") => new(type, 1, Encoding.UTF8.GetBytes(payload));

    public static Entry One(string stream, long expected, string city = Hengyang) => Of(city, new StreamFacts(stream, expected, [Fact()]));

    public static Entry Of(string city, params StreamFacts[] streams) => new(city, new Signature("p1", null, Morning), streams);

    public static Entry Counting(string stream, long expected) => One(stream, expected) with { Rows = [new(Count, Hengyang, stream, null)] };

    public static async Task<EventStore> OpenWithTables(this Database database, StoreOptions? options = null)
    {
        var store = await database.Open(options);
        await store.Execute("create table if not exists tallies (jurisdiction text, stream text, events integer not null, note text, primary key (jurisdiction, stream))");
        await store.Execute("create table if not exists claims (jurisdiction text, name text, primary key (jurisdiction, name))");
        return store;
    }

    public static Task<int> Execute(this EventStore store, string sql, object? parameters = null) =>
        store.Write((connection, transaction) => connection.ExecuteAsync(sql, parameters, transaction));

    public static async Task<T> Ask<T>(this EventStore store, string sql, object? parameters = null)
    {
        await using var connection = await store.Connect();
        return (await connection.QuerySingleAsync<T>(sql, parameters))!;
    }

    /// <summary>What an intruder with the owner's password could do.</summary>
    public static async Task Tamper(this EventStore store, string sql)
    {
        if (store.Dialect == Dialect.Postgres) await store.Execute($"set local session_replication_role = replica; {sql}");
        else
        {
            foreach (var table in new[] { "events", "seals" })
                foreach (var kind in new[] { "changed", "deleted" }) await store.Execute($"drop trigger if exists {table}_are_never_{kind}");
            await store.Execute(sql);
        }
    }
}
