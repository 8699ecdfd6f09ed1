using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Duban.Ledger;

/// <summary>A backup file opened for reading.</summary>
internal sealed class BackupReading(ZipArchive archive, Manifest manifest) : IDisposable
{
    public Manifest Manifest { get; } = manifest;

    /// <summary>Opens a file and checks every byte of every part; the outcome says what is wrong with it.</summary>
    public static async Task<(BackupReading? Backup, string? Damage)> Open(string file, CancellationToken ct)
    {
        ZipArchive? archive = null;
        try
        {
            archive = await ZipFile.OpenReadAsync(file, ct);
            var manifest = await ReadManifest(archive, ct);
            var backup = new BackupReading(archive, manifest);
            if (await backup.FindDamage(ct) is not { } damage) return (backup, null);
            archive.Dispose();
            return (null, damage);
        }
        catch (Exception fault) when (fault is InvalidDataException or JsonException or EndOfStreamException or NotSupportedException)
        {
            archive?.Dispose();
            return (null, fault.Message);
        }
    }

    public IEnumerable<JsonElement> Rows(DumpedTable table)
    {
        using var reader = new StreamReader(Part(Manifest.TableEntry(table.Name)).Open(), Encoding.UTF8, false, 1 << 16);
        while (reader.ReadLine() is { } line) yield return JsonSerializer.Deserialize<JsonElement>(line);
    }

    public async Task CopyFiles(BlobStore blobs, CancellationToken ct)
    {
        foreach (var name in await FileNames(ct))
        {
            if (blobs.Exists(name)) continue;
            await using var content = await Part(Manifest.FileEntry(name)).OpenAsync(ct);
            if (await blobs.Put(content, ct) is null) throw new InvalidDataException($"The file {name} is larger than this installation takes.");
        }
    }

    public void Dispose() => archive.Dispose();

    private static async Task<Manifest> ReadManifest(ZipArchive archive, CancellationToken ct)
    {
        var bytes = await Bytes(archive, Manifest.Entry, ct);
        var hash = Encoding.ASCII.GetString(await Bytes(archive, Manifest.HashEntry, ct));
        if (Convert.ToHexStringLower(SHA256.HashData(bytes)) != hash) throw new InvalidDataException("The manifest is damaged.");
        var manifest = JsonSerializer.Deserialize<Manifest>(bytes, JsonSerializerOptions.Web)!;
        return manifest.Format == Manifest.Current ? manifest : throw new InvalidDataException($"The backup's format {manifest.Format} is not known here.");
    }

    private async Task<string?> FindDamage(CancellationToken ct)
    {
        foreach (var table in Manifest.Tables)
            if (await HashOf(Manifest.TableEntry(table.Name), ct) != table.Sha256) return $"The table {table.Name} is damaged.";
        if (await HashOf(Manifest.ListingEntry, ct) != Manifest.Listing) return "The list of files is damaged.";
        foreach (var name in await FileNames(ct))
            if (await HashOf(Manifest.FileEntry(name), ct) != name) return $"The file {name} is damaged.";
        return null;
    }

    private async Task<string[]> FileNames(CancellationToken ct) =>
        Encoding.ASCII.GetString(await Bytes(archive, Manifest.ListingEntry, ct)).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private async Task<string> HashOf(string part, CancellationToken ct)
    {
        await using var content = await Part(part).OpenAsync(ct);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(content, ct));
    }

    private ZipArchiveEntry Part(string name) => Part(archive, name);

    private static ZipArchiveEntry Part(ZipArchive archive, string name) =>
        archive.GetEntry(name) ?? throw new InvalidDataException($"The part {name} is missing.");

    private static async Task<byte[]> Bytes(ZipArchive archive, string name, CancellationToken ct)
    {
        await using var content = await Part(archive, name).OpenAsync(ct);
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes, ct);
        return bytes.ToArray();
    }
}
