using Duban.Ledger;
using static Duban.Web.Tests.Ledger.Writings;

namespace Duban.Web.Tests.Ledger;

public abstract class SealTests(Database database)
{
    private static readonly DateOnly Monday = new(2021, 3, 15);

    [Fact]
    public async Task Every_finished_day_is_sealed_once()
    {
        await using var own = await database.Another();
        var clock = new At(Morning);
        await using var store = await own.Open(new() { Clock = clock });
        var seals = new DailySeals(store);
        await store.Append(One("case/1", 0));
        await store.Append(One("case/2", 0));
        Assert.Empty(await seals.SealFinishedDays());
        clock.Now = Morning.AddDays(3);
        await store.Append(One("case/1", 1));

        var twice = await Task.WhenAll(seals.SealFinishedDays(), seals.SealFinishedDays());
        Assert.Equal(3, twice.Sum(made => made.Count));
        Assert.Empty(await seals.SealFinishedDays());
        var kept = await seals.Read(Hengyang);
        Assert.Equal([(Monday, 2L), (Monday.AddDays(1), 0L), (Monday.AddDays(2), 0L)], kept.Select(s => (s.Day, s.Heads)));
        Assert.Equal(kept[0].Root, kept[1].Previous);
        Assert.True((await new Verifier(store).Verify()).Whole);
        await Assert.ThrowsAsync<ArgumentException>(() => seals.Seal(Hengyang, Monday.AddDays(3)));
    }

    [Fact]
    public async Task An_act_dated_in_a_sealed_day_is_recorded_later_and_breaks_nothing()
    {
        await using var own = await database.Another();
        var clock = new At(Morning);
        await using var store = await own.Open(new() { Clock = clock });
        await store.Append(One("case/1", 0));
        clock.Now = Morning.AddDays(1);
        await new DailySeals(store).SealFinishedDays();
        clock.Now = Morning; // A node whose clock is a day late.
        await store.Append(One("case/1", 1));
        await store.Append(One("case/late", 0));
        Assert.Equal(Monday.AddDays(1), (await store.Read(Hengyang, "case/late"))[0].RecordedOn);
        Assert.Equal(Morning, (await store.Read(Hengyang, "case/late"))[0].At);
        Assert.Equal((true, 3L, 1L), Figures(await new Verifier(store).Verify()));
        clock.Now = Morning.AddDays(2);
        Assert.Equal(2, Assert.Single(await new DailySeals(store).SealFinishedDays()).Heads);
        Assert.Equal((true, 3L, 2L), Figures(await new Verifier(store).Verify()));
    }

    [Fact]
    public async Task A_day_ends_at_local_midnight()
    {
        await using var own = await database.Another();
        var clock = new At(new DateTimeOffset(2021, 3, 15, 15, 59, 0, TimeSpan.Zero));
        await using var store = await own.Open(new() { Clock = clock });
        await store.Append(One("case/1", 0));
        clock.Now = clock.Now.AddMinutes(2);
        await store.Append(One("case/1", 1));
        Assert.Equal([Monday, Monday.AddDays(1)], (await store.Read(Hengyang, "case/1")).Select(e => e.RecordedOn));
    }

    [Fact]
    public async Task Each_city_has_its_own_seals()
    {
        await using var own = await database.Another();
        var clock = new At(Morning);
        await using var store = await own.Open(new() { Clock = clock });
        await store.Append(One("case/1", 0));
        await store.Append(One("case/1", 0, "430500"));
        clock.Now = Morning.AddDays(1);
        var made = await new DailySeals(store).SealFinishedDays();
        Assert.Equal(["430400", "430500"], made.Select(s => s.Jurisdiction));
        Assert.NotEqual(made[0].Root, made[1].Root);
        Assert.True((await new Verifier(store).Verify()).Whole);
    }

    private static (bool, long, long) Figures(Verification v) => (v.Whole, v.Events, v.Seals);
}

public sealed class SealsOnSqlite(SqliteDatabase database) : SealTests(database), IClassFixture<SqliteDatabase>;

public sealed class SealsOnPostgres(PostgresDatabase database) : SealTests(database), IClassFixture<PostgresDatabase>;
