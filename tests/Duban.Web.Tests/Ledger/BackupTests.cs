using Duban.Ledger;
using static Duban.Web.Tests.Ledger.Writings;

namespace Duban.Web.Tests.Ledger;

public abstract class BackupTests(Database database)
{
    private protected static readonly System.Reflection.Assembly[] Assemblies = [typeof(Program).Assembly];

    [Fact]
    public async Task A_backup_made_while_others_write_brings_back_one_moment()
    {
        await using var own = await database.Another();
        await using var store = await own.Open();
        var blobs = new BlobStore(Path.Combine(own.Folder, "files"));
        var photo = (await blobs.Put(new MemoryStream([1, 2, 3])))!;
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            var done = 0;
            for (; !stop.IsCancellationRequested; done++)
                Assert.IsType<Receipt.Written>(await store.Append(Of(Hengyang, new($"case/{done}", 0, [Fact()]), new StreamFacts($"twin/{done}", 0, [Fact(payload: """{"t":"a\tb\\n衡\u0000"}""")]))));
            return done;
        });
        while (await store.Ask<int>("select count(*) from events") < 100) await Task.Delay(5);
        var file = Path.Combine(own.Folder, "b.duban");
        var content = await Backup.Make(store, blobs, file);
        await stop.CancelAsync();
        Assert.InRange(content.Events, 100, (await writing) * 2);
        Assert.Equal(1, content.Files);

        foreach (var target in new[] { await database.Another(), await Other() })
            await using (target)
            {
                var files = new BlobStore(Path.Combine(target.Folder, "files"));
                var done = Assert.IsType<RestoreOutcome.Done>(await Backup.Restore(file, target.Address, files, Assemblies));
                Assert.Equal((true, content.Events, content), (done.Verification.Whole, done.Verification.Events, done.Content));
                await using var restored = await target.Open();
                Assert.Equal(await restored.Ask<int>("select count(*) from events where stream like 'case/%'"), await restored.Ask<int>("select count(*) from events where stream like 'twin/%'"));
                Assert.True(files.Exists(photo.Sha256));
                var before = (await store.Read(Hengyang, "twin/7"))[0];
                var after = (await restored.Read(Hengyang, "twin/7"))[0];
                Assert.Equal(before.Payload.ToArray(), after.Payload.ToArray());
                Assert.Equal(before with { Payload = default, Hash = default }, after with { Payload = default, Hash = default });
                Assert.Equal([2L], Assert.IsType<Receipt.Written>(await restored.Append(One("case/1", 1))).Versions);
                Assert.True((await new Verifier(restored).Verify()).Whole);
                await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => restored.Execute("delete from events"));
            }
    }

    [Fact]
    public async Task Restoring_into_a_ledger_in_use_asks_first_and_then_swaps_under_the_running_store()
    {
        await using var own = await database.Another();
        await using var store = await own.Open();
        var blobs = new BlobStore(Path.Combine(own.Folder, "files"));
        await store.Append(One("case/1", 0) with { Outbox = [new("t", "{}"u8.ToArray())] });
        var file = Path.Combine(own.Folder, "b.duban");
        await Backup.Make(store, blobs, file);
        await store.Append(One("case/1", 1));
        await store.Append(One("case/2", 0) with { Outbox = [new("u", "{}"u8.ToArray())] });
        Assert.Equal(new RestoreOutcome.NotEmpty(3), await Backup.Restore(file, own.Address, blobs, Assemblies));
        Assert.Equal(3, await store.Ask<int>("select count(*) from events"));

        Assert.IsType<RestoreOutcome.Done>(await Backup.Restore(file, own.Address, blobs, Assemblies, force: true));
        Assert.Equal(1, await store.Ask<int>("select count(*) from events"));
        Assert.Equal(new Receipt.Conflict("case/1", 2, 1), await store.Append(One("case/1", 2)));
        Assert.IsType<Receipt.Written>(await store.Append(One("case/1", 1) with { Outbox = [new("v", "{}"u8.ToArray())] }));
        Assert.Equal(2, await store.Ask<int>("select count(*) from outbox"));
        Assert.True((await new Verifier(store).Verify()).Whole);
    }

    [Fact]
    public async Task A_damaged_file_is_refused_and_nothing_is_touched()
    {
        await using var own = await database.Another();
        await using var store = await own.Open();
        var blobs = new BlobStore(Path.Combine(own.Folder, "files"));
        await blobs.Put(new MemoryStream(new byte[5000]));
        for (var s = 0; s < 50; s++) await store.Append(One($"case/{s}", 0));
        var file = Path.Combine(own.Folder, "b.duban");
        await Backup.Make(store, blobs, file);
        var whole = await File.ReadAllBytesAsync(file);
        await Assert.ThrowsAsync<IOException>(() => Backup.Make(store, blobs, file));
        Assert.Null((await Backup.Check(file)).Damage);

        await using var target = await database.Another();
        var files = new BlobStore(Path.Combine(target.Folder, "files"));
        var damaged = Path.Combine(own.Folder, "d.duban");
        for (var cut = 0; cut < whole.Length; cut += whole.Length / 7)
        {
            await File.WriteAllBytesAsync(damaged, whole[..cut]);
            Assert.IsType<RestoreOutcome.Damaged>(await Backup.Restore(damaged, target.Address, files, Assemblies));
        }
        var refused = 0;
        var random = new Random(7);
        for (var i = 0; i < 40; i++)
        {
            var bytes = whole.ToArray();
            bytes[random.Next(bytes.Length)] ^= 0x55;
            await File.WriteAllBytesAsync(damaged, bytes);
            if ((await Backup.Check(damaged)).Damage is not null) refused++;
        }
        Assert.InRange(refused, 20, 40); // The rest hit dates and flags of the archive, which carry nothing.
        Assert.False(File.Exists(target.Address));
        Assert.Empty(files.All());
    }

    private protected abstract Task<Database> Other();
}

public sealed class BackupOnSqlite(SqliteDatabase database) : BackupTests(database), IClassFixture<SqliteDatabase>
{
    private protected override async Task<Database> Other()
    {
        var other = new PostgresDatabase();
        await other.InitializeAsync();
        return other;
    }
}

public sealed class BackupOnPostgres(PostgresDatabase database) : BackupTests(database), IClassFixture<PostgresDatabase>
{
    private protected override async Task<Database> Other()
    {
        var other = new SqliteDatabase();
        await other.InitializeAsync();
        return other;
    }
}
