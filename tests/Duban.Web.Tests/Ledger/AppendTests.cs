using System.Data.Common;
using System.Text;
using Duban.Ledger;
using static Duban.Web.Tests.Ledger.Writings;

namespace Duban.Web.Tests.Ledger;

public abstract class AppendTests(Database database)
{
    [Fact]
    public async Task Many_who_read_at_once_each_get_their_own_stream()
    {
        await using var store = await database.Open();
        var lengths = Enumerable.Range(0, 40).Select(s => s % 7).ToArray();
        foreach (var (s, length) in lengths.Index().Where(l => l.Item > 0))
            await store.Append(Of(Hengyang, new StreamFacts($"case/read/{s}", 0, [.. Enumerable.Range(0, length).Select(v => Fact(payload: $$"""{"s":{{s}},"v":{{v}}}"""))])));

        var read = await Task.WhenAll(lengths.Select((_, s) => Task.Run(async () => await store.Read(Hengyang, $"case/read/{s}", afterVersion: 1))));

        foreach (var (s, events) in read.Index())
        {
            Assert.All(events, e => Assert.Equal($"case/read/{s}", e.Stream));
            Assert.Equal(Enumerable.Range(1, lengths[s]).Skip(1).Select(v => $$"""{"s":{{s}},"v":{{v - 1}}}"""), events.Select(e => System.Text.Encoding.UTF8.GetString(e.Payload.Span)));
            Assert.Equal(Enumerable.Range(1, lengths[s]).Skip(1).Select(v => (long)v), events.Select(e => e.Version));
        }
    }

    [Fact]
    public async Task What_is_written_is_read_back()
    {
        await using var store = await database.Open(new() { Node = "n1" });
        var cause = Guid.CreateVersion7();
        var at = Morning.AddTicks(1234567);
        var entry = new Entry(Hengyang, new("p1", "p2", at, cause), [new("case/back", 0, [Fact("registered", """{"a":"衡阳 \u0000 😀"}"""), Fact("handed_over", "{}")])]);
        Assert.Equal([2L], Assert.IsType<Receipt.Written>(await store.Append(entry)).Versions);

        var events = await store.Read(Hengyang, "case/back");
        Assert.Equal([1L, 2L], events.Select(e => e.Version));
        var first = events[0];
        Assert.Equal(at.AddTicks(-7), first.At);
        Assert.Equal(("p1", "p2", "n1", cause, "registered", 1), (first.By, first.OnBehalfOf, first.Node, first.Cause, first.Type, first.TypeVersion));
        Assert.Equal("""{"a":"衡阳 \u0000 😀"}""", Encoding.UTF8.GetString(first.Payload.Span));
        Assert.Equal(7, first.Id.Version);
        Assert.Equal("handed_over", Assert.Single(await store.Read(Hengyang, "case/back", afterVersion: 1)).Type);
        Assert.Empty(await store.Read("430500", "case/back"));
    }

    [Fact]
    public async Task A_stream_that_has_moved_on_is_a_conflict()
    {
        await using var store = await database.Open();
        await store.Append(One("case/moved", 0));
        Assert.Equal(new Receipt.Conflict("case/moved", 0, 1), await store.Append(One("case/moved", 0)));
        Assert.Equal(new Receipt.Conflict("case/moved", 2, 1), await store.Append(One("case/moved", 2)));
        Assert.IsType<Receipt.Written>(await store.Append(One("case/moved", 1)));
    }

    [Fact]
    public async Task An_entry_over_many_streams_is_written_whole_or_not_at_all()
    {
        await using var store = await database.Open();
        await store.Append(One("case/many/3", 0));
        var streams = Enumerable.Range(0, 10).Select(i => new StreamFacts($"case/many/{i}", 0, [Fact()])).ToArray();
        Assert.Equal(new Receipt.Conflict("case/many/3", 0, 1), await store.Append(Of(Hengyang, streams)));
        Assert.Empty(await store.Read(Hengyang, "case/many/1"));
        streams[3] = streams[3] with { ExpectedVersion = 1 };
        Assert.Equal([1, 1, 1, 2, 1, 1, 1, 1, 1, 1], Assert.IsType<Receipt.Written>(await store.Append(Of(Hengyang, streams))).Versions);
    }

    [Fact]
    public async Task Rows_and_messages_stand_with_the_facts()
    {
        await using var store = await database.OpenWithTables();
        await store.Append(Counting("case/rows", 0) with { Outbox = [new("case.rows", "{}"u8.ToArray())] });
        await store.Append(Counting("case/rows", 1));
        Assert.Equal(2, await store.Ask<int>("select events from tallies where stream = 'case/rows'"));
        Assert.Equal(1, await store.Ask<int>("select count(*) from outbox where topic = 'case.rows'"));
    }

    [Fact]
    public async Task All_events_come_in_the_order_of_writing()
    {
        await using var own = await database.Another();
        await using var store = await own.Open();
        foreach (var (city, stream) in new[] { ("430400", "b"), ("430500", "z"), ("430400", "a") }) await store.Append(One(stream, 0, city));
        var all = await store.ReadAll().ToListAsync();
        Assert.Equal(["b", "z", "a"], all.Select(e => e.Stream));
        Assert.Equal(["b", "a"], await store.ReadAll("430400").Select(e => e.Stream).ToListAsync());
        Assert.Equal(["a"], await store.ReadAll(afterSequence: all[1].Sequence).Select(e => e.Stream).ToListAsync());
    }

    [Theory]
    [InlineData("update events set payload = '{}'")]
    [InlineData("delete from events")]
    [InlineData("update seals set heads = 0")]
    [InlineData("delete from seals")]
    [InlineData("truncate events")]
    public async Task History_cannot_be_rewritten(string sql)
    {
        if (sql.StartsWith("truncate", StringComparison.Ordinal) && database is SqliteDatabase) sql = "delete from events where true";
        await using var own = await database.Another();
        var clock = new At(Morning);
        await using var store = await own.Open(new() { Clock = clock });
        await store.Append(One("case/history", 0));
        clock.Now = Morning.AddDays(1);
        Assert.Single(await new DailySeals(store).SealFinishedDays());
        await Assert.ThrowsAnyAsync<DbException>(() => store.Execute(sql));
    }

    [Fact]
    public async Task Mistakes_of_the_program_are_told_at_once()
    {
        await using var store = await database.Open();
        await Assert.ThrowsAsync<ArgumentException>(() => store.Append(Of(Hengyang, new StreamFacts("x", 0, []))));
        await Assert.ThrowsAsync<ArgumentException>(() => store.Append(Of(Hengyang, new("x", 0, [Fact()]), new StreamFacts("x", 1, [Fact()]))));
        await Assert.ThrowsAsync<ArgumentException>(() => store.Append(One("x", 0, "")));
        await Assert.ThrowsAsync<ArgumentException>(() => store.Append(One("x", 0) with { Once = new(new string('k', 201), default, default) }));
    }
}

public sealed class AppendOnSqlite(SqliteDatabase database) : AppendTests(database), IClassFixture<SqliteDatabase>;

public sealed class AppendOnPostgres(PostgresDatabase database) : AppendTests(database), IClassFixture<PostgresDatabase>;
