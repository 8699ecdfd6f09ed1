using Duban.Ledger;
using Npgsql;
using static Duban.Web.Tests.Ledger.Writings;

namespace Duban.Web.Tests.Ledger;

public abstract class FaultTests(Database database)
{
    [Fact(Timeout = 120_000)]
    public async Task No_acknowledged_act_is_lost_when_the_process_is_killed()
    {
        await using var own = await database.Another();
        await using (await own.Open()) { }
        for (var round = 1; round <= 3; round++)
        {
            await using (var store = await own.Open()) await store.Tamper("delete from events; delete from heads");
            using var writer = KilledWriter.Start(own.Address);
            var acknowledged = new List<string>();
            while (acknowledged.Count < 100 * round) acknowledged.Add((await writer.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken))!);
            writer.Kill();
            while (await writer.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line) acknowledged.Add(line);
            await writer.WaitForExitAsync();

            await using var after = await own.Open();
            var written = await after.ReadAll().Select(e => e.Stream).ToHashSetAsync();
            Assert.Empty(acknowledged.SkipLast(1).Except(written)); // The last line may be cut.
            Assert.True((await new Verifier(after).Verify()).Whole);
            Assert.IsType<Receipt.Written>(await after.Append(One("case/after", 0)));
        }
    }

    [Fact]
    public async Task Giving_up_waiting_undoes_nothing_and_closing_writes_what_waits()
    {
        await using var own = await database.Another();
        var store = await own.Open();
        using var impatient = new CancellationTokenSource();
        Task<Receipt>? given = null;
        Task<Receipt>? left = null;
        await store.Write(async (_, _) =>
        {
            given = store.Append(One("case/given-up", 0), impatient.Token);
            left = store.Append(One("case/left", 0));
            await impatient.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);
            return 0;
        });
        await store.DisposeAsync();
        Assert.IsType<Receipt.Written>(await left!);
        Assert.Throws<ObjectDisposedException>(() => { _ = store.Append(One("case/late", 0)); });
        await using var again = await own.Open();
        Assert.Single(await again.Read(Hengyang, "case/given-up"));
    }
}

public sealed class FaultsOnSqlite(SqliteDatabase database) : FaultTests(database), IClassFixture<SqliteDatabase>
{
    [Fact]
    public async Task A_full_disk_refuses_the_entry_and_the_store_recovers()
    {
        await using var own = await database.Another();
        await using var store = await own.Open(new() { SizeLimit = 4 << 20 });
        await store.Execute("create table ballast (bytes blob)");
        await store.Execute("insert into ballast values (zeroblob(1000000))");
        var faults = 0;
        for (var i = 0; i < 1000 && faults < 3; i++)
        {
            try { await store.Append(Of(Hengyang, new StreamFacts($"case/{i}", 0, [Fact(payload: $$"""{"t":"{{new string('x', 20_000)}}"}""")]))); }
            catch (StorageException) { faults++; }
        }
        Assert.Equal(3, faults);
        Assert.True((await new Verifier(store).Verify()).Whole);
        await store.Execute("delete from ballast");
        Assert.IsType<Receipt.Written>(await store.Append(One("case/after", 0)));
        Assert.True((await new Verifier(store).Verify()).Whole);
    }

    [Fact]
    public async Task A_file_taken_away_from_a_running_store_takes_no_entry_until_it_is_back()
    {
        await using var own = await database.Another();
        await using var store = await own.Open();
        await store.Append(One("case/1", 0));
        File.Move(own.Address, own.Address + ".away");
        for (var i = 0; i < 2; i++)
        {
            await Assert.ThrowsAsync<StorageException>(() => store.Append(One("case/1", 1)));
            Assert.True(Outage.Is((await Record.ExceptionAsync(() => store.Connect().AsTask()))!));
            Assert.True(Outage.Is((await Record.ExceptionAsync(() => store.Read(Hengyang, "case/1").AsTask()))!));
        }
        Assert.False(File.Exists(own.Address));
        File.Move(own.Address + ".away", own.Address);
        Assert.IsType<Receipt.Written>(await store.Append(One("case/1", 1)));
        Assert.Equal(2, (await store.Read(Hengyang, "case/1")).Count);
    }
}

public sealed class FaultsOnPostgres(PostgresDatabase database) : FaultTests(database), IClassFixture<PostgresDatabase>
{
    [Fact]
    public async Task A_connection_that_was_cut_while_idle_is_replaced_without_a_word()
    {
        await using var own = await database.Another();
        await using var store = await own.Open();
        await store.Append(One("case/1", 0));
        await Cut(own);
        Assert.IsType<Receipt.Written>(await store.Append(One("case/1", 1)));
    }

    [Fact]
    public async Task A_server_that_is_away_is_told_and_the_store_recovers()
    {
        await using var own = await database.Another();
        await using var store = await own.Open();
        await store.Append(One("case/1", 0));
        var name = new NpgsqlConnectionStringBuilder(own.Address).Database;
        await Server($"alter database {name} allow_connections false");
        await Cut(own);
        await Assert.ThrowsAsync<StorageException>(() => store.Append(One("case/1", 1)));
        await Server($"alter database {name} allow_connections true");
        Assert.Equal([2L], Assert.IsType<Receipt.Written>(await store.Append(One("case/1", 1))).Versions);
    }

    private static Task Cut(Database own) =>
        Server($"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{new NpgsqlConnectionStringBuilder(own.Address).Database}'");

    private static async Task Server(string sql)
    {
        await using var connection = new NpgsqlConnection(Environment.GetEnvironmentVariable("DUBAN_TEST_POSTGRES") + ";Database=postgres");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
