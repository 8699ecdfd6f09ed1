using Duban.Ledger;
using static Duban.Web.Tests.Ledger.Writings;

namespace Duban.Web.Tests.Ledger;

public abstract class GroupTests(Database database)
{
    [Fact]
    public async Task Sixty_four_writers_lose_nothing_and_double_nothing()
    {
        await using var own = await database.Another();
        await using var store = await own.OpenWithTables();
        var written = await Task.WhenAll(Enumerable.Range(0, 64).Select(w => Task.Run(() => Contend(store, new Random(w), 50))));
        Assert.Equal(64 * 50, written.Sum());
        for (var s = 0; s < 20; s++)
        {
            var events = await store.Read(Hengyang, $"case/{s}");
            Assert.Equal(Enumerable.Range(1, events.Count).Select(v => (long)v), events.Select(e => e.Version));
            Assert.Equal(events.Count, await store.Ask<int>("select events from tallies where stream = @stream", new { stream = $"case/{s}" }));
        }
        var verified = await new Verifier(store).Verify();
        Assert.Equal((true, 3200L, 20L), (verified.Whole, verified.Events, verified.Streams));
    }

    [Fact]
    public async Task Two_nodes_racing_on_the_same_streams_lose_nothing_and_double_nothing()
    {
        await using var own = await database.Another();
        await using var one = await own.OpenWithTables(new() { Node = "one" });
        await using var two = await own.OpenWithTables(new() { Node = "two" });
        var written = await Task.WhenAll(Enumerable.Range(0, 32).Select(w => Task.Run(() => Contend(w % 2 == 0 ? one : two, new Random(w), 30))));
        Assert.Equal(32 * 30, written.Sum());
        var verified = await new Verifier(one).Verify();
        Assert.Equal((true, 960L, 20L), (verified.Whole, verified.Events, verified.Streams));
        Assert.Equal(960, await one.Ask<int>("select sum(events) from tallies"));
    }

    [Fact]
    public async Task Later_entries_of_a_group_see_the_earlier_ones()
    {
        await using var store = await database.Open();
        await store.Write(async (_, _) => // While this writes, the entries gather into one group.
        {
            gathered = Task.WhenAll(store.Append(One("case/same", 0)), store.Append(One("case/same", 0)), store.Append(One("case/same", 1)));
            await Task.Delay(50);
            return 0;
        });
        var receipts = await gathered!;
        Assert.Equal([1L], Assert.IsType<Receipt.Written>(receipts[0]).Versions);
        Assert.Equal(new Receipt.Conflict("case/same", 0, 1), receipts[1]);
        Assert.Equal([2L], Assert.IsType<Receipt.Written>(receipts[2]).Versions);
    }

    [Fact]
    public async Task Rows_that_only_add_to_a_number_are_added_up()
    {
        await using var store = await database.OpenWithTables();
        var add = new Statement("""
            insert into tallies (jurisdiction, stream, events, note) values (@city, @stream, @change, null)
            on conflict (jurisdiction, stream) do update set events = tallies.events + excluded.events
            """, "city", "stream", "change") { Sum = "change" };
        RowWrite Change(string stream, object? by) => new(add, Hengyang, stream, by);
        await store.Write(async (_, _) =>
        {
            gathered = Task.WhenAll(
                store.Append(One("case/sum/1", 0) with { Rows = [Change("sum/a", 1L), Change("sum/b", 5)] }),
                store.Append(One("case/sum/2", 0) with { Rows = [Change("sum/a", 1L), Change("sum/b", -2L)] }),
                store.Append(One("case/sum/3", 7) with { Rows = [Change("sum/a", 100L)] }),
                store.Append(One("case/sum/4", 0) with { Rows = [Change("sum/a", 1L)] }));
            await Task.Delay(50);
            return 0;
        });
        Assert.Equal(["Written", "Written", "Conflict", "Written"], (await gathered!).Select(r => r.GetType().Name));
        Assert.Equal(3, await store.Ask<int>("select events from tallies where stream = 'sum/a'"));
        Assert.Equal(3, await store.Ask<int>("select events from tallies where stream = 'sum/b'"));
        Assert.IsType<Receipt.RowRefused>(await store.Append(One("case/sum/5", 0) with { Rows = [Change("sum/a", "many")] }));
    }

    [Fact]
    public async Task A_refused_row_spoils_its_own_entry_only()
    {
        await using var store = await database.OpenWithTables();
        await store.Append(One("case/claim/0", 0) with { Rows = [new(Claim, Hengyang, "taken")] });
        var wrong = new Statement("insert into nowhere (a) values (@a)", "a");
        await store.Write(async (_, _) =>
        {
            gathered = Task.WhenAll(
                store.Append(One("case/claim/1", 0) with { Rows = [new(Claim, Hengyang, "free")] }),
                store.Append(One("case/claim/2", 0) with { Rows = [new(Claim, Hengyang, "taken")], Outbox = [new("never", "{}"u8.ToArray())] }),
                store.Append(One("case/claim/3", 0) with { Rows = [new(wrong, 1)] }),
                store.Append(One("case/claim/4", 0) with { Rows = [new(Claim, Hengyang, new object())] }),
                store.Append(One("case/claim/1", 1)));
            await Task.Delay(50);
            return 0;
        });
        var receipts = await gathered!;
        Assert.Equal(["Written", "RowRefused", "RowRefused", "RowRefused", "Written"], receipts.Select(r => r.GetType().Name));
        Assert.Contains("claims", Assert.IsType<Receipt.RowRefused>(receipts[1]).Detail, StringComparison.Ordinal);
        Assert.Empty(await store.Read(Hengyang, "case/claim/2"));
        Assert.Equal(0, await store.Ask<int>("select count(*) from outbox where topic = 'never'"));
    }

    [Fact]
    public async Task A_request_that_comes_twice_is_done_once()
    {
        await using var store = await database.Open();
        Once Key(byte request, string answer) => new("p1/k1", new byte[] { request }, System.Text.Encoding.UTF8.GetBytes(answer));
        Task<Receipt>[] twins = [];
        await store.Write(async (_, _) =>
        {
            twins = [store.Append(One("case/once", 0) with { Once = Key(1, "first") }), store.Append(One("case/once", 1) with { Once = Key(1, "second") })];
            await Task.Delay(50);
            return 0;
        });
        Assert.IsType<Receipt.Written>(await twins[0]);
        Assert.Equal("first"u8.ToArray(), Assert.IsType<Receipt.Repeated>(await twins[1]).Answer.ToArray());
        Assert.Equal("first"u8.ToArray(), Assert.IsType<Receipt.Repeated>(await store.Append(One("case/once", 0) with { Once = Key(1, "third") })).Answer.ToArray());
        Assert.IsType<Receipt.KeyReused>(await store.Append(One("case/once", 1) with { Once = Key(2, "x") }));
        Assert.Single(await store.Read(Hengyang, "case/once"));
        Assert.IsType<Receipt.Repeated>(await store.Before(Hengyang, Key(1, "")));
        Assert.Equal(1, await new OnceKeys(store).Forget(DateTimeOffset.MaxValue));
    }

    private Task<Receipt[]>? gathered;

    private static async Task<int> Contend(EventStore store, Random random, int times)
    {
        for (var done = 0; done < times;)
        {
            var stream = $"case/{random.Next(20)}";
            var seen = (await store.Read(Hengyang, stream)).Count;
            var receipt = await store.Append(Counting(stream, seen));
            if (receipt is Receipt.Written) done++;
            else Assert.IsType<Receipt.Conflict>(receipt);
        }
        return times;
    }
}

public sealed class GroupOnSqlite(SqliteDatabase database) : GroupTests(database), IClassFixture<SqliteDatabase>;

public sealed class GroupOnPostgres(PostgresDatabase database) : GroupTests(database), IClassFixture<PostgresDatabase>;
