using System.Text;
using Duban.Ledger;
using static Duban.Web.Tests.Ledger.Writings;

namespace Duban.Web.Tests.Ledger;

public abstract class OutboxTests(Database database)
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task A_message_comes_again_until_it_is_done()
    {
        await using var own = await database.Another();
        var clock = new At(Morning);
        await using var store = await own.Open(new() { Clock = clock });
        var outbox = new Outbox(store);
        await store.Append(One("case/1", 0) with { Outbox = [new("case.registered", """{"名":"一"}"""u8.ToArray())] });

        var taken = Assert.Single(await outbox.Take(10, Lease));
        Assert.Equal(("case.registered", """{"名":"一"}""", 1, Morning), (taken.Topic, Encoding.UTF8.GetString(taken.Payload.Span), taken.Attempts, taken.CreatedAt));
        Assert.Empty(await outbox.Take(10, Lease));
        clock.Now += Lease;
        var again = Assert.Single(await outbox.Take(10, Lease));
        Assert.Equal((taken.Id, 2), (again.Id, again.Attempts));
        Assert.False(await outbox.Done(taken)); // Its lease has ended, and another holds it.

        Assert.True(await outbox.PutOff(again, clock.Now.AddHours(1), "the server is away"));
        Assert.Empty(await outbox.Take(10, Lease));
        clock.Now = clock.Now.AddHours(1);
        Assert.True(await outbox.Done(Assert.Single(await outbox.Take(10, Lease))));
        clock.Now = clock.Now.AddDays(1);
        Assert.Empty(await outbox.Take(10, Lease));
        Assert.Equal(0, await outbox.Waiting());
    }

    [Fact]
    public async Task Two_nodes_never_hold_the_same_message()
    {
        await using var own = await database.Another();
        await using var one = await own.Open();
        await using var two = await own.Open();
        for (var i = 0; i < 10; i++)
            await one.Append(One($"case/{i}", 0) with { Outbox = [.. Enumerable.Range(0, 20).Select(_ => new OutboxMessage("t", "{}"u8.ToArray()))] });
        var taken = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(() => new Outbox(i % 2 == 0 ? one : two).Take(7, TimeSpan.FromHours(1)))));
        var ids = taken.SelectMany(t => t).Select(d => d.Id).ToList();
        Assert.Equal(200, ids.Distinct().Count());
        Assert.Equal(200, ids.Count);
    }
}

public sealed class OutboxOnSqlite(SqliteDatabase database) : OutboxTests(database), IClassFixture<SqliteDatabase>;

public sealed class OutboxOnPostgres(PostgresDatabase database) : OutboxTests(database), IClassFixture<PostgresDatabase>;
