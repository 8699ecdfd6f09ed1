using Dapper;
using Duban.Ledger;
using static Duban.Web.Tests.Ledger.Writings;

namespace Duban.Web.Tests.Ledger;

/// <summary>A request under a key: done once, whoever answers it and whatever breaks off.</summary>
public abstract class ClaimTests(Database database)
{
    private static readonly byte[] Print = [1, 2, 3];

    [Fact]
    public async Task A_claimed_request_is_answered_once_and_then_from_memory()
    {
        await using var own = await database.Another();
        await using var store = await Open(own, new At(Morning));
        var keys = new OnceKeys(store);
        var claim = await Claimed(keys);
        Assert.IsType<Claiming.UnderWay>(await keys.Claim(Hengyang, "p/k", Print));
        Assert.IsType<Claiming.Reused>(await keys.Claim(Hengyang, "p/k", [9]));
        Assert.IsType<Claiming.Yours>(await keys.Claim("430500", "p/k", Print));
        await Write(store, claim, 1);
        await keys.Keep(claim, new(201, "/there", "{}"u8.ToArray()));

        var again = Assert.IsType<Claiming.Answered>(await keys.Claim(Hengyang, "p/k", Print)).Answer;
        Assert.Equal((201, "/there", "{}"), (again.Status, again.Location, System.Text.Encoding.UTF8.GetString(again.Body.Span)));
        Assert.IsType<Claiming.Reused>(await keys.Claim(Hengyang, "p/k", [9]));
        Assert.IsType<Receipt.KeyReused>(await store.Append(One("case/keyed", 0) with { Once = new("p/k", Print.AsMemory(1), "x"u8.ToArray()) }));
    }

    [Fact]
    public async Task A_refused_request_frees_its_key()
    {
        await using var own = await database.Another();
        await using var store = await Open(own, new At(Morning));
        var keys = new OnceKeys(store);
        await keys.Release(await Claimed(keys));
        await keys.Abandon(await Claimed(keys));
        Assert.IsType<Claiming.Yours>(await keys.Claim(Hengyang, "p/k", [9]));
    }

    [Fact]
    public async Task What_broke_off_after_it_began_to_write_is_never_done_again()
    {
        var clock = new At(Morning);
        await using var own = await database.Another();
        await using var store = await Open(own, clock);
        var keys = new OnceKeys(store);
        var claim = await Claimed(keys);
        await Write(store, claim, 1);
        clock.Now += TimeSpan.FromHours(1);
        Assert.IsType<Claiming.BrokenOff>(await keys.Claim(Hengyang, "p/k", Print));
        await keys.Abandon(claim);
        Assert.IsType<Claiming.BrokenOff>(await keys.Claim(Hengyang, "p/k", Print));
    }

    [Fact]
    public async Task A_process_that_died_before_it_wrote_leaves_the_key_and_one_that_wakes_late_writes_nothing()
    {
        var clock = new At(Morning);
        await using var own = await database.Another();
        await using var store = await Open(own, clock);
        var keys = new OnceKeys(store);
        var asleep = await Claimed(keys);
        clock.Now += TimeSpan.FromHours(1);
        var second = await Claimed(keys);
        await Assert.ThrowsAsync<ClaimLostException>(() => Write(store, asleep, 1));
        await keys.Release(asleep); // Not its own any more.
        await Write(store, second, 2);
        Assert.Equal([2L], await Written(store));
    }

    [Fact]
    public async Task A_failed_writing_takes_its_mark_back()
    {
        await using var own = await database.Another();
        await using var store = await Open(own, new At(Morning));
        var keys = new OnceKeys(store);
        var claim = await Claimed(keys);
        await Assert.ThrowsAsync<InvalidOperationException>(() => Under(claim, () => store.Write<int>((_, _) => throw new InvalidOperationException("no"))));
        await keys.Abandon(claim);
        await Claimed(keys);
    }

    [Fact]
    public async Task Of_many_who_claim_at_once_one_may_act()
    {
        await using var own = await database.Another();
        await using var here = await own.Open();
        await using var there = await own.Open();
        var claims = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => new OnceKeys(i % 2 == 0 ? here : there).Claim(Hengyang, "p/k", Print)));
        Assert.Single(claims, c => c is Claiming.Yours);
        Assert.Equal(15, claims.Count(c => c is Claiming.UnderWay));
    }

    private static async Task<KeyClaim> Claimed(OnceKeys keys) => Assert.IsType<Claiming.Yours>(await keys.Claim(Hengyang, "p/k", Print)).Claim;

    private static Task Write(EventStore store, KeyClaim claim, int value) => Under(claim, () => store.Write((db, tx) => db.ExecuteAsync("insert into acted (value) values (@value)", new { value }, tx)));

    private static async Task Under(KeyClaim claim, Func<Task> act)
    {
        KeyClaim.Current = claim;
        try { await act(); }
        finally { KeyClaim.Current = null; }
    }

    private static async Task<IReadOnlyList<long>> Written(EventStore store)
    {
        await using var db = await store.Connect();
        return [.. await db.QueryAsync<long>("select value from acted order by value")];
    }

    private static async Task<EventStore> Open(Database own, At clock)
    {
        var store = await own.Open(new() { Clock = clock });
        await store.Write((db, tx) => db.ExecuteAsync("create table acted (value bigint not null)", transaction: tx));
        return store;
    }
}

public sealed class ClaimsOnSqlite(SqliteDatabase database) : ClaimTests(database), IClassFixture<SqliteDatabase>;

public sealed class ClaimsOnPostgres(PostgresDatabase database) : ClaimTests(database), IClassFixture<PostgresDatabase>;
