using Duban.Ledger;
using Duban.Web.Cases;
using Duban.Web.Cases.Files;
using Duban.Web.Tests.Cases.Pages;
using SkiaSharp;

namespace Duban.Web.Tests.Cases.Files;

/// <summary>A photo on a page is small, stands the way it was held, and is made once.</summary>
public sealed class ThumbnailTests : IDisposable
{
    private static readonly SKColor Red = new(0xE0, 0x20, 0x20), Blue = new(0x20, 0x20, 0xE0);
    private readonly string folder = Directory.CreateTempSubdirectory("duban-").FullName;
    private readonly BlobStore store;
    private readonly Thumbnails thumbnails;

    public ThumbnailTests()
    {
        store = new(Path.Combine(folder, "files"));
        thumbnails = new(store, new Settings(folder, Path.Combine(folder, "duban.db"), new("http://127.0.0.1:0"), null, []));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(1600, 1200, 640, 480), InlineData(1200, 1600, 640, 853), InlineData(641, 10, 640, 9), InlineData(100, 80, 100, 80), InlineData(1, 1, 1, 1)]
    public async Task A_photo_is_at_most_640_wide_and_never_made_larger(int width, int height, int smallWidth, int smallHeight)
    {
        using var small = await Small(Halves(width, height));
        Assert.Equal((smallWidth, smallHeight), (small!.Width, small.Height));
    }

    [Theory]
    [InlineData(1, true, false), InlineData(3, true, true), InlineData(6, false, false), InlineData(8, false, true)]
    public async Task A_photo_stands_the_way_the_phone_was_held(int orientation, bool upright, bool turned)
    {
        using var small = await Small(Held(Halves(1600, 1200), orientation));
        Assert.Equal(upright ? (640, 480) : (640, 853), (small!.Width, small.Height));
        // What lies left in the file lies left, right, on top or below as it is looked at.
        var (first, last) = upright
            ? (small.GetPixel(10, small.Height / 2), small.GetPixel(small.Width - 10, small.Height / 2))
            : (small.GetPixel(small.Width / 2, 10), small.GetPixel(small.Width / 2, small.Height - 10));
        Assert.Equal(turned ? (Blue, Red) : (Red, Blue), (Nearest(first), Nearest(last)));
    }

    [Fact]
    public async Task Where_a_picture_is_clear_its_small_one_is_white()
    {
        using var surface = SKSurface.Create(new SKImageInfo(50, 50));
        using var image = surface.Snapshot();
        using var small = await Small(image.Encode(SKEncodedImageFormat.Png, 100).ToArray());
        Assert.Equal(SKColors.White, small!.GetPixel(25, 25));
    }

    [Fact]
    public async Task A_small_photo_is_made_once_however_many_ask_at_once()
    {
        var sha256 = await Put(Photos.Jpeg());
        var asked = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(() => thumbnails.Open(sha256, default))));
        foreach (var stream in asked) using (stream) Assert.NotNull(SKBitmap.Decode(stream));
        var kept = Assert.Single(Directory.GetFiles(Path.Combine(folder, "thumbs"), "*", SearchOption.AllDirectories));
        Assert.EndsWith($"{sha256}-640.jpg", kept, StringComparison.Ordinal);
        // What is kept is given out, also when the original can no longer be read.
        File.Delete(Path.Combine(folder, "files", sha256[..2], sha256[2..4], sha256));
        await using var again = await thumbnails.Open(sha256, default);
        Assert.NotNull(again);
    }

    [Fact]
    public async Task What_is_no_photo_or_unfolds_to_a_bomb_has_no_small_one()
    {
        foreach (var content in new[] { "%PDF-1.7 …"u8.ToArray(), "GIF8 and nothing behind it"u8.ToArray(), Photos.Jpeg()[..200], Bomb(), [0, 0, 0, 24, .. "ftypheic"u8, .. new byte[64]] })
        {
            using var small = await Small(content);
            Assert.Null(small);
        }
        await using var missing = await thumbnails.Open(new string('a', 64), default);
        Assert.Null(missing);
        Assert.Empty(Directory.Exists(Path.Combine(folder, "thumbs")) ? Directory.GetFiles(Path.Combine(folder, "thumbs"), "*", SearchOption.AllDirectories) : []);
    }

    private async Task<SKBitmap?> Small(byte[] photo)
    {
        await using var small = await thumbnails.Open(await Put(photo), default);
        return small is null ? null : SKBitmap.Decode(small);
    }

    private async Task<string> Put(byte[] content)
    {
        using var stream = new MemoryStream(content);
        return (await store.Put(stream, TestContext.Current.CancellationToken))!.Sha256;
    }

    // Red on the left, blue on the right.
    private static byte[] Halves(int width, int height)
    {
        using var surface = SKSurface.Create(new SKImageInfo(width, height));
        surface.Canvas.Clear(Red);
        using var paint = new SKPaint { Color = Blue };
        surface.Canvas.DrawRect(width / 2f, 0, width, height, paint);
        using var image = surface.Snapshot();
        return image.Encode(SKEncodedImageFormat.Jpeg, 90).ToArray();
    }

    // The note a phone adds: one entry of an EXIF block, which way up the sensor was.
    private static byte[] Held(byte[] jpeg, int orientation)
    {
        byte[] exif = [.. "Exif\0\0MM\0*\0\0\0\b"u8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0];
        return [.. jpeg[..2], 0xFF, 0xE1, 0, (byte)(exif.Length + 2), .. exif, .. jpeg[2..]];
    }

    // A PNG whose first part claims 30,000 by 30,000 pixels.
    private static byte[] Bomb()
    {
        using var surface = SKSurface.Create(new SKImageInfo(8, 8));
        using var image = surface.Snapshot();
        var png = image.Encode(SKEncodedImageFormat.Png, 100).ToArray();
        byte[] side = [0, 0, 0x75, 0x30];
        side.CopyTo(png, 16);
        side.CopyTo(png, 20);
        return png;
    }

    private static SKColor Nearest(SKColor seen) => seen.Red > seen.Blue ? Red : Blue;
}
