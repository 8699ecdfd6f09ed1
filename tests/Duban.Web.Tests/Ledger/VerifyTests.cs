using Duban.Ledger;
using static Duban.Web.Tests.Ledger.Writings;

namespace Duban.Web.Tests.Ledger;

public abstract class VerifyTests(Database database)
{
    private static readonly DateOnly Monday = new(2021, 3, 15);

    [Theory]
    [InlineData("update events set payload = '{}' where stream = 'case/3' and version = 2", "case/3", 2L, Flaw.Changed)]
    [InlineData("update events set signed_by = 'p9' where stream = 'case/3' and version = 2", "case/3", 2L, Flaw.Changed)]
    [InlineData("update events set type = 'x' where stream = 'case/3' and version = 1", "case/3", 1L, Flaw.Changed)]
    [InlineData("update events set node = 'x' where stream = 'case/3' and version = 3", "case/3", 3L, Flaw.Changed)]
    [InlineData("update events set on_behalf_of = '' where stream = 'case/3' and version = 3", "case/3", 3L, Flaw.Changed)]
    [InlineData("update events set recorded_on = '2021-03-14' where stream = 'case/3' and version = 1", "case/3", 1L, Flaw.Changed)]
    [InlineData("delete from events where stream = 'case/3' and version = 2", "case/3", 3L, Flaw.Missing)]
    [InlineData("delete from events where stream = 'case/3' and version = 1", "case/3", 2L, Flaw.Missing)]
    [InlineData("delete from events where stream = 'case/3' and version = 3", "case/3", 3L, Flaw.TailMissing)]
    [InlineData("delete from events where stream = 'case/3'", "case/3", 3L, Flaw.TailMissing)]
    [InlineData("delete from heads where stream = 'case/3'", "case/3", 1L, Flaw.HeadWrong)]
    [InlineData("update heads set version = 2 where stream = 'case/3'", "case/3", 2L, Flaw.HeadWrong)]
    [InlineData("delete from events where stream = 'case/3'; delete from heads where stream = 'case/3'", null, null, Flaw.SealBroken)]
    [InlineData("delete from events where stream = 'case/3' and version = 3; update heads set version = 2, hash = (select hash from events e where e.stream = 'case/3' and e.version = 2) where stream = 'case/3'", null, null, Flaw.SealBroken)]
    [InlineData("update seals set root = previous", null, null, Flaw.SealBroken)]
    [InlineData("update seals set heads = 4", null, null, Flaw.SealBroken)]
    [InlineData("delete from seals where day = '2021-03-15'", null, null, Flaw.SealMissing)]
    public async Task Tampering_is_found_and_named(string tampering, string? stream, long? version, Flaw flaw)
    {
        await using var own = await database.Another();
        await using var store = await Sealed(own);
        Assert.True((await new Verifier(store).Verify()).Whole);
        await store.Tamper(tampering);
        var found = await new Verifier(store).Verify();
        Assert.Equal(new Breach(Hengyang, stream, version, stream is null ? Monday : null, flaw), found.First);
    }

    [Fact]
    public async Task The_first_of_many_breaches_is_named_and_all_are_counted()
    {
        await using var own = await database.Another();
        await using var store = await Sealed(own);
        await store.Tamper("update events set payload = '{}' where stream <> 'case/1' and version = 2");
        var found = await new Verifier(store).Verify();
        Assert.Equal((4L, new Breach(Hengyang, "case/2", 2, null, Flaw.Changed)), (found.Breaches, found.First));
        Assert.Equal((15L, 5L, 2L), (found.Events, found.Streams, found.Seals));
    }

    [Fact]
    public async Task What_cannot_be_read_is_named_too()
    {
        if (database is PostgresDatabase) return; // Its column types let nothing unreadable in.
        await using var own = await database.Another();
        await using var store = await Sealed(own);
        await store.Tamper("update events set id = 'nobody' where stream = 'case/2' and version = 1");
        Assert.Equal(new Breach(Hengyang, "case/2", 1, null, Flaw.Unreadable), (await new Verifier(store).Verify()).First);
    }

    [Fact]
    public async Task A_published_root_convicts_a_ledger_that_was_rewritten_from_end_to_end()
    {
        await using var honest = await database.Another();
        await using var rewritten = await database.Another();
        await using var published = await Sealed(honest);
        await using var forged = await Sealed(rewritten);
        var lines = string.Join('\n', (await new DailySeals(published).Read(Hengyang)).Select(SealList.Line));
        Assert.True((await new Verifier(forged).Verify()).Whole);
        async Task<Verification> Against(EventStore store) =>
            Assert.IsType<SealAnswer.Checked>(await new Verifier(store).Verify(new PublishedSeals(new StringReader(lines)))).Found;
        Assert.Equal(Flaw.SealBroken, (await Against(forged)).First?.Flaw);
        Assert.True((await Against(published)).Whole);
        Assert.Equal(new SealAnswer.Empty(), await new Verifier(published).Verify(new PublishedSeals(new StringReader(SealList.Heading))));
        Assert.Equal(new SealAnswer.NoSeal(2), await new Verifier(published).Verify(new PublishedSeals(new StringReader($"\n{new string('4', 1 << 20)}\n{lines}"))));
    }

    private static async Task<EventStore> Sealed(Database database)
    {
        var clock = new At(Morning);
        var store = await database.Open(new() { Clock = clock });
        for (var s = 1; s <= 5; s++)
            await store.Append(Of(Hengyang, new StreamFacts($"case/{s}", 0, [Fact(), Fact("handed_over"), Fact("signed", $$"""{"s":{{s}}}""")])));
        clock.Now = Morning.AddDays(2);
        await new DailySeals(store).SealFinishedDays();
        return store;
    }
}

public sealed class VerifyOnSqlite(SqliteDatabase database) : VerifyTests(database), IClassFixture<SqliteDatabase>;

public sealed class VerifyOnPostgres(PostgresDatabase database) : VerifyTests(database), IClassFixture<PostgresDatabase>;
