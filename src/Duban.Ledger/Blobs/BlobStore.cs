using System.Security.Cryptography;

namespace Duban.Ledger;

/// <summary>Evidence files under a folder, each named by its own content (<c>ab/cd/abcd…</c>): the same file is kept once and cannot change unnoticed.</summary>
public sealed class BlobStore
{
    private const int BufferSize = 128 * 1024;
    private readonly string folder;
    private readonly string incoming;

    /// <summary>Opens or creates the folder.</summary>
    /// <param name="folder">Where the files lie; several nodes may share it.</param>
    /// <param name="limit">The largest file taken, in bytes; 64 MiB unless told.</param>
    public BlobStore(string folder, long limit = 64L << 20)
    {
        this.folder = Path.GetFullPath(folder);
        incoming = Path.Combine(this.folder, "incoming");
        Limit = limit;
        Directory.CreateDirectory(incoming);
    }

    /// <summary>The largest file taken, in bytes.</summary>
    public long Limit { get; }

    /// <summary>Stores a file while reading it, synced to disk when this returns; null when it is larger than the limit. Throws <see cref="StorageException"/>.</summary>
    public async Task<Blob?> Put(Stream content, CancellationToken ct = default)
    {
        var temporary = Path.Combine(incoming, Path.GetRandomFileName());
        try
        {
            var blob = await Receive(content, temporary, ct);
            if (blob is not null) OnDisk(() => Settle(temporary, blob));
            return blob;
        }
        finally { File.Delete(temporary); }
    }

    /// <summary>The file's content, or null when there is none of that name.</summary>
    public FileStream? Open(string sha256)
    {
        if (!IsName(sha256)) return null;
        try { return new(PathOf(sha256), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, BufferSize, FileOptions.Asynchronous); }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException) { return null; }
    }

    /// <summary>Whether the file is there.</summary>
    public bool Exists(string sha256) => IsName(sha256) && File.Exists(PathOf(sha256));

    /// <summary>Every stored file, in the order of names.</summary>
    public IEnumerable<Blob> All() =>
        from first in Directory.EnumerateDirectories(folder, "??").Order(StringComparer.Ordinal)
        from second in Directory.EnumerateDirectories(first, "??").Order(StringComparer.Ordinal)
        from file in Directory.EnumerateFiles(second).Order(StringComparer.Ordinal)
        where IsName(Path.GetFileName(file))
        select new Blob(Path.GetFileName(file), new FileInfo(file).Length);

    /// <summary>Reads every file and gives the names of those whose content is not what their name says.</summary>
    public async IAsyncEnumerable<string> Broken([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct = default)
    {
        foreach (var blob in All())
            if (!await IsSound(blob.Sha256, ct) && Exists(blob.Sha256)) yield return blob.Sha256;
    }

    /// <summary>Whether the file is there and its content is what its name says.</summary>
    public async Task<bool> IsSound(string sha256, CancellationToken ct = default)
    {
        await using var content = Open(sha256);
        return content is not null && Convert.ToHexStringLower(await SHA256.HashDataAsync(content, ct)) == sha256;
    }

    /// <summary>Removes what uploads cut off before an instant have left behind; gives how many.</summary>
    public int Sweep(DateTimeOffset before)
    {
        var left = new DirectoryInfo(incoming).EnumerateFiles().Where(f => f.LastWriteTimeUtc < before.UtcDateTime).ToList();
        foreach (var file in left) file.Delete();
        return left.Count;
    }

    private async Task<Blob?> Receive(Stream content, string temporary, CancellationToken ct)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = OnDisk(() => new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0));
        var buffer = new byte[BufferSize];
        var length = 0L;
        while (await content.ReadAsync(buffer, ct) is > 0 and var read)
        {
            if ((length += read) > Limit) return null;
            digest.AppendData(buffer, 0, read);
            OnDisk(() => file.Write(buffer, 0, read));
        }
        OnDisk(() => file.Flush(flushToDisk: true));
        return new(Convert.ToHexStringLower(digest.GetHashAndReset()), length);
    }

    private void Settle(string temporary, Blob blob)
    {
        var target = PathOf(blob.Sha256);
        if (new FileInfo(target) is { Exists: true } there && there.Length == blob.Length) return;
        var home = Path.GetDirectoryName(target)!;
        var isNew = !Directory.Exists(home);
        Directory.CreateDirectory(home);
        File.Move(temporary, target, overwrite: true);
        FolderSync.Sync(home);
        if (!isNew) return;
        FolderSync.Sync(Path.GetDirectoryName(home)!);
        FolderSync.Sync(folder);
    }

    // A fault of the disk is ours; a fault of the sender, who may be cut off, passes as it is.
    private static T OnDisk<T>(Func<T> work)
    {
        try { return work(); }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new StorageException("The file could not be stored.", fault);
        }
    }

    private static void OnDisk(Action work) => OnDisk(() => { work(); return true; });

    private string PathOf(string sha256) => Path.Combine(folder, sha256[..2], sha256[2..4], sha256);

    private static bool IsName(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigitLower);
}
