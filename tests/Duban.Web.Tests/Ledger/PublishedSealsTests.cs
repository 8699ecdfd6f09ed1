using Duban.Ledger;
using static Duban.Web.Tests.Ledger.Writings;

namespace Duban.Web.Tests.Ledger;

/// <summary>What somebody outside kept, cut, glued together and written over.</summary>
public abstract class PublishedSealsTests(Database database)
{
    [Fact]
    public async Task Every_column_of_a_list_is_looked_at_and_a_line_that_is_no_seal_is_told_by_its_number()
    {
        await using var own = await database.Another();
        await using var store = await Sealed(own);
        var line = SealList.Line((await new DailySeals(store).Read(Hengyang))[0]);
        var cells = line.Split(',');
        Assert.True(Assert.IsType<SealAnswer.Checked>(await Against(store, line)).Found.Whole);

        var counted = Assert.IsType<SealAnswer.Checked>(await Against(store, $"{cells[0]},{cells[1]},{long.Parse(cells[2]) + 1},{cells[3]}")).Found;
        Assert.Equal((1L, Flaw.SealBroken), (counted.Breaches, counted.First!.Flaw));
        foreach (var heads in new[] { "x", "-1", "1.0", "99999999999999999999" })
            Assert.Equal(new SealAnswer.NoSeal(1), await Against(store, $"{cells[0]},{cells[1]},{heads},{cells[3]}"));
        foreach (var code in new[] { "\uFEFF430400", "430\uFEFF400", "430400\0", "\u200B430400" })
            Assert.Equal(new SealAnswer.NoSeal(2), await Against(store, $"{line}\n{code},{cells[1]},{cells[2]},{cells[3]}"));
        // Cut, its blank beginning would pass for an empty line and the rest for a seal.
        for (var blanks = 690; blanks < 710; blanks++)
            Assert.Equal(new SealAnswer.NoSeal(2), await Against(store, $"{line}\n{new string(' ', blanks)}{line}"));
    }

    [Fact]
    public async Task A_list_that_convicts_and_then_cannot_be_read_tells_both()
    {
        await using var own = await database.Another();
        await using var store = await Sealed(own);
        var cells = SealList.Line((await new DailySeals(store).Read(Hengyang))[0]).Split(',');
        var told = Assert.IsType<SealAnswer.NoSeal>(await Against(store, $"{cells[0]},{cells[1]},{cells[2]},{new string('0', 64)}\nnothing"));
        Assert.Equal((2L, 1L, Flaw.SealBroken), (told.Line, told.Breaches, told.First!.Flaw));
    }

    private static Task<SealAnswer> Against(EventStore store, string lines) => new Verifier(store).Verify(new PublishedSeals(new StringReader(lines)));

    private static async Task<EventStore> Sealed(Database database)
    {
        var clock = new At(Morning);
        var store = await database.Open(new() { Clock = clock });
        await store.Append(Of(Hengyang, new StreamFacts("case/1", 0, [Fact()])));
        clock.Now = Morning.AddDays(2);
        await new DailySeals(store).SealFinishedDays();
        return store;
    }
}

public sealed class PublishedSealsOnSqlite(SqliteDatabase database) : PublishedSealsTests(database), IClassFixture<SqliteDatabase>;

public sealed class PublishedSealsOnPostgres(PostgresDatabase database) : PublishedSealsTests(database), IClassFixture<PostgresDatabase>;
