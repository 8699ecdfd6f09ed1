using System.Security.Cryptography;
using Duban.Ledger;

namespace Duban.Web.Tests.Ledger;

public sealed class BlobTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("duban-test-");
    private readonly BlobStore blobs;

    public BlobTests() => blobs = new(folder.FullName, limit: 1_000_000);

    [Fact]
    public async Task A_file_is_named_by_its_content_and_kept_once()
    {
        var bytes = RandomNumberGenerator.GetBytes(300_000);
        var first = await blobs.Put(new MemoryStream(bytes));
        var again = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => blobs.Put(new MemoryStream(bytes))));
        Assert.All(again, blob => Assert.Equal(first, blob));
        Assert.Equal(new Blob(Convert.ToHexStringLower(SHA256.HashData(bytes)), 300_000), first);
        Assert.Equal([first!], blobs.All());
        Assert.True(blobs.Exists(first!.Sha256));
        await using var content = blobs.Open(first.Sha256)!;
        Assert.Equal(first.Sha256, Convert.ToHexStringLower(await SHA256.HashDataAsync(content)));
        Assert.Empty(Left());
    }

    [Fact]
    public async Task A_file_over_the_limit_is_refused_and_leaves_nothing()
    {
        Assert.NotNull(await blobs.Put(new MemoryStream(new byte[1_000_000])));
        Assert.Null(await blobs.Put(new MemoryStream(new byte[1_000_001])));
        Assert.Single(blobs.All());
        Assert.Empty(Left());
    }

    [Fact]
    public async Task A_sender_who_is_cut_off_leaves_nothing()
    {
        await Assert.ThrowsAsync<EndOfStreamException>(() => blobs.Put(new CutOff()));
        Assert.Empty(blobs.All());
        Assert.Empty(Left());
    }

    [Fact]
    public void What_a_crash_left_is_swept_away()
    {
        var left = Path.Combine(folder.FullName, "incoming", "x");
        File.WriteAllText(left, "half");
        Assert.Equal(0, blobs.Sweep(DateTimeOffset.UtcNow.AddHours(-1)));
        Assert.Equal(1, blobs.Sweep(DateTimeOffset.UtcNow.AddHours(1)));
        Assert.False(File.Exists(left));
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("")]
    [InlineData("ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789")]
    [InlineData("abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789")]
    public void A_name_that_is_none_opens_nothing(string name)
    {
        Assert.Null(blobs.Open(name));
        Assert.False(blobs.Exists(name));
    }

    [Fact]
    public async Task A_changed_file_is_found()
    {
        var good = (await blobs.Put(new MemoryStream([1, 2, 3])))!;
        var bad = (await blobs.Put(new MemoryStream([4, 5, 6])))!;
        Assert.Empty(await blobs.Broken().ToListAsync());
        await File.WriteAllBytesAsync(Path.Combine(folder.FullName, bad.Sha256[..2], bad.Sha256[2..4], bad.Sha256), [9, 9, 9]);
        Assert.Equal([bad.Sha256], await blobs.Broken().ToListAsync());
        Assert.Equal(2, blobs.All().Count());
        Assert.True(blobs.Exists(good.Sha256));
    }

    public void Dispose() => folder.Delete(recursive: true);

    private string[] Left() => Directory.GetFiles(Path.Combine(folder.FullName, "incoming"));

    private sealed class CutOff : MemoryStream
    {
        private int reads;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            reads++ == 0 ? ValueTask.FromResult(100) : throw new EndOfStreamException();
    }
}
