using System.IO.Compression;
using System.Reflection;
using Dapper;

namespace Duban.Ledger;

/// <summary>One file with the whole ledger and its evidence files, made and brought back while others work; either database reads the other's.</summary>
public static class Backup
{
    /// <summary>Makes the file as of one moment; an existing file of that name is left alone and is an <see cref="IOException"/>.</summary>
    public static async Task<BackupContent> Make(EventStore store, BlobStore blobs, string file, CancellationToken ct = default)
    {
        if (File.Exists(file)) throw new IOException($"{file} exists already.");
        var partial = file + ".partial";
        try
        {
            Manifest manifest;
            await using (var target = new FileStream(partial, FileMode.Create, FileAccess.Write))
            {
                await using var connection = await store.Connect(ct);
                await using var snapshot = await Snapshot.Begin(connection, ct);
                using (var archive = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
                    manifest = await new BackupWriting(archive).Write(connection, snapshot, store.Dialect, blobs, store.Options.Clock.GetUtcNow(), ct);
                target.Flush(flushToDisk: true);
            }
            File.Move(partial, file);
            FolderSync.Sync(Path.GetDirectoryName(Path.GetFullPath(file))!);
            return manifest.Content();
        }
        finally { File.Delete(partial); }
    }

    /// <summary>Checks a file without touching anything; null content comes with what is wrong.</summary>
    public static async Task<(BackupContent? Content, string? Damage)> Check(string file, CancellationToken ct = default)
    {
        var (backup, damage) = await BackupReading.Open(file, ct);
        using (backup) return (backup?.Manifest.Content(), damage);
    }

    /// <summary>Brings a backup to the database at an address: all of it, or nothing is changed there.</summary>
    /// <param name="file">The backup.</param>
    /// <param name="address">As for <see cref="EventStore.Open"/>.</param>
    /// <param name="blobs">Where the evidence files go; those already there stay.</param>
    /// <param name="assemblies">As for <see cref="EventStore.Migrate"/>.</param>
    /// <param name="force">Whether events that are there may go.</param>
    /// <param name="rebuild">Builds again what backups leave out (search indexes), before the swap.</param>
    /// <param name="options">As for <see cref="EventStore.Open"/>.</param>
    /// <param name="ct">Stops before the swap.</param>
    public static async Task<RestoreOutcome> Restore(
        string file, string address, BlobStore blobs, IReadOnlyList<Assembly> assemblies, bool force = false,
        Func<EventStore, Task>? rebuild = null, StoreOptions? options = null, CancellationToken ct = default)
    {
        var (backup, damage) = await BackupReading.Open(file, ct);
        if (backup is null) return new RestoreOutcome.Damaged(damage!);
        using (backup)
        {
            await using (var live = await EventStore.Open(address, options, ct))
            {
                await live.Migrate(assemblies, ct);
                await using var connection = await live.Connect(ct);
                var events = await connection.ExecuteScalarAsync<long>("select count(*) from events");
                if (events > 0 && !force) return new RestoreOutcome.NotEmpty(events);
                var known = Migration.Of(assemblies, live.Dialect).Select(m => m.Name).ToHashSet();
                if (backup.Manifest.Migrations.FirstOrDefault(m => !known.Contains(m)) is { } unknown) return new RestoreOutcome.TooNew(unknown);
            }
            await backup.CopyFiles(blobs, ct);
            await using var stage = await Address.Stage(address, options ?? new(), ct);
            var verification = await Unpack(backup, stage, assemblies, rebuild, options, ct);
            await stage.Swap(ct);
            return new RestoreOutcome.Done(backup.Manifest.Content(), verification);
        }
    }

    private static async Task<Verification> Unpack(
        BackupReading backup, IStage stage, IReadOnlyList<Assembly> assemblies, Func<EventStore, Task>? rebuild, StoreOptions? options, CancellationToken ct)
    {
        await using var store = await EventStore.Open(stage.Address, options, ct);
        await store.MigrateTo([.. Migration.Of(assemblies, store.Dialect).Where(m => backup.Manifest.Migrations.Contains(m.Name))], ct);
        await stage.Fill(backup, ct);
        await store.Migrate(assemblies, ct);
        if (rebuild is not null) await rebuild(store);
        return await new Verifier(store).Verify(ct: ct);
    }
}
