using Dapper;
using Duban.Ledger;

namespace Duban.Web.Tests.Ledger;

public abstract class PortableTests(Database database)
{
    private sealed record Kinds(Guid Id, Guid? NoId, DateOnly Day, DateOnly? NoDay, DateTimeOffset At, DateTimeOffset? NoAt, decimal Price, decimal? NoPrice,
        bool Yes, bool? NoYes, int Small, int? NoSmall, long Big, double Real, string Words, byte[] Bytes);

    private static readonly Kinds Full = new(Guid.CreateVersion7(Writings.Morning), Guid.CreateVersion7(), new(2021, 3, 15), new(2021, 3, 16), Writings.Morning.ToUniversalTime(),
        Writings.Morning.ToUniversalTime().AddTicks(10), 12345.670m, 0.1m, true, false, 7, -7, 1L << 40, 0.5, "衡阳", [1, 0, 255]);

    private static readonly Kinds Bare = Full with
    {
        Id = Guid.CreateVersion7(Writings.Morning.AddSeconds(1)),
        NoId = null,
        NoDay = null,
        NoAt = null,
        NoPrice = null,
        NoYes = null,
        NoSmall = null,
    };

    private static readonly string[] Names =
        ["Id", "NoId", "Day", "NoDay", "At", "NoAt", "Price", "NoPrice", "Yes", "NoYes", "Small", "NoSmall", "Big", "Real", "Words", "Bytes"];

    private static readonly string Insert = $"insert into kinds ({string.Join(", ", Names)}) values ({string.Join(", ", Names.Select(n => "@" + n))})";

    [Fact]
    public async Task The_same_values_come_back_from_both_databases_whoever_wrote_them()
    {
        await using var store = await database.Open();
        var (id, day, at, number, yes, bytes) = store.Dialect == Dialect.Sqlite
            ? ("text", "text", "text", "text", "integer", "blob")
            : ("uuid", "date", "timestamptz", "numeric", "boolean", "bytea");
        await store.Execute($"""
            create table kinds (Id {id}, NoId {id}, Day {day}, NoDay {day}, At {at}, NoAt {at}, Price {number}, NoPrice {number}, Yes {yes}, NoYes {yes},
            Small integer, NoSmall integer, Big bigint, Real double precision, Words text, Bytes {bytes})
            """);
        foreach (var kinds in new[] { Full, Bare }) await store.Execute(Insert, kinds);
        var written = new Statement(Insert, Names);
        foreach (var kinds in new[] { Bare, Full })
        {
            object?[] values = [kinds.Id, kinds.NoId, kinds.Day, kinds.NoDay, kinds.At, kinds.NoAt, kinds.Price, kinds.NoPrice,
                kinds.Yes, kinds.NoYes, kinds.Small, kinds.NoSmall, kinds.Big, kinds.Real, kinds.Words, kinds.Bytes];
            Assert.IsType<Receipt.Written>(await store.Append(Writings.Of("430400") with { Rows = [new(written, values)] }));
        }
        await using var connection = await store.Connect();
        foreach (var kinds in new[] { Full, Bare })
        {
            var rows = (await connection.QueryAsync<Kinds>("select * from kinds where id = @Id and day = @Day and at <= @At and yes = @Yes", kinds)).ToList();
            Assert.Equal(2, rows.Count);
            Assert.All(rows, row => Assert.Equal(kinds with { Bytes = row.Bytes }, row));
            Assert.All(rows, row => Assert.Equal(kinds.Bytes, row.Bytes));
        }
        Assert.Equal(4, (await connection.QueryAsync<int>($"select small from kinds where {store.Dialect.Among("small", "@Smalls")}", new { Smalls = new[] { 7, 8 } })).Count());
        Assert.Equal(4, (await connection.QueryAsync<Guid>($"select id from kinds where {store.Dialect.Among("id", "@Ids")}", new { Ids = new[] { Full.Id, Bare.Id } })).Count());
        Assert.Equal([Full.Id, Bare.Id], await connection.QueryAsync<Guid>("select distinct id from kinds order by id"));
    }

    [Fact]
    public async Task The_dialect_says_the_same_in_both_languages()
    {
        await using var store = await database.Open();
        var d = store.Dialect;
        Assert.Equal(-17, await store.Ask<int>($"select {d.DaysBetween("@From", "@To")}", new { From = new DateOnly(2024, 3, 3), To = new DateOnly(2024, 2, 15) }));
        Assert.Equal("衡阳", await store.Ask<string>($"select {d.JsonText("doc", "a")} from (select '{{\"a\":\"衡阳\"}}' as doc) t"));
        Assert.Equal(1, await store.Ask<int>($"select count(*) from (select 'Abc' as w) t where w {d.Like} '%aB%'"));
        Assert.Equal(3, (await store.Ask<string>($"select {d.Join("w", "+")} from (select 'a' as w union select 'b') t")).Length);
    }

    [Fact]
    public async Task A_reading_connection_sees_what_was_acknowledged()
    {
        await using var store = await database.Open();
        for (var version = 0; version < 20; version++)
        {
            await store.Append(Writings.One("case/seen", version));
            Assert.Equal(version + 1, await store.Ask<int>("select count(*) from events where stream = 'case/seen'"));
        }
    }

    [Fact]
    public async Task Migrating_again_changes_nothing()
    {
        await using var store = await database.Open();
        await store.Append(Writings.One("case/kept", 0));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ => { await using var node = await database.Open(); }));
        Assert.Single(await store.Read("430400", "case/kept"));
    }
}

public sealed class PortableOnSqlite(SqliteDatabase database) : PortableTests(database), IClassFixture<SqliteDatabase>;

public sealed class PortableOnPostgres(PostgresDatabase database) : PortableTests(database), IClassFixture<PostgresDatabase>;
