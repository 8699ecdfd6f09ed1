using Duban.Ledger;
using SkiaSharp;

namespace Duban.Web.Cases.Files;

/// <summary>Photos small enough for a page, made once and kept beside the store.</summary>
public sealed class Thumbnails(BlobStore store, Settings settings)
{
    private const int Width = 640, Quality = 82;
    private readonly string folder = Path.Combine(settings.Data, "thumbs");

    // Two at a time: a decoded photo is large, and the machine is shared with people who only read.
    private readonly SemaphoreSlim places = new(2);

    /// <summary>The small JPEG, or null when there is no such photo or no decoder for it.</summary>
    public async Task<Stream?> Open(string sha256, CancellationToken ct)
    {
        var path = Path.Combine(folder, sha256[..2], $"{sha256}-{Width}.jpg");
        if (File.Exists(path)) return File.OpenRead(path);
        await places.WaitAsync(ct);
        try
        {
            await using var original = store.Open(sha256);
            if (original is null || MediaJudge.Of(original) is not ("image/jpeg" or "image/png" or "image/webp" or "image/gif")) return null;
            original.Position = 0;
            if (Shrink(original, Width, Quality) is not { } small) return null;
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var temporary = $"{path}.{Guid.NewGuid():N}";
            await File.WriteAllBytesAsync(temporary, small, ct);
            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            places.Release();
        }
        return File.OpenRead(path);
    }

    /// <summary>The picture upright and no wider than that, as a JPEG without notes of any kind; null when no decoder reads it.</summary>
    internal static byte[]? Shrink(Stream original, int width, int quality)
    {
        original.Position = 0;
        using var whole = SKData.Create(original);
        using var codec = SKCodec.Create(whole);
        if (codec is null) return null;
        var turned = codec.EncodedOrigin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;
        var size = codec.GetScaledDimensions(Math.Min(1, 2f * width / Math.Max(1, turned ? codec.Info.Height : codec.Info.Width)));
        if ((long)size.Width * size.Height > FileLimits.Pixels) return null;
        using var full = new SKBitmap(new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Premul));
        if (codec.GetPixels(full.Info, full.GetPixels()) is not (SKCodecResult.Success or SKCodecResult.IncompleteInput)) return null;
        var (w, h) = turned ? (size.Height, size.Width) : (size.Width, size.Height);
        var scale = Math.Min(1f, (float)width / w);
        using var surface = SKSurface.Create(new SKImageInfo(Math.Max(1, (int)(w * scale)), Math.Max(1, (int)(h * scale))));
        surface.Canvas.Clear(SKColors.White);
        surface.Canvas.Scale(scale);
        Turn(surface.Canvas, codec.EncodedOrigin, w, h);
        using var image = SKImage.FromBitmap(full);
        surface.Canvas.DrawImage(image, 0, 0, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        using var shot = surface.Snapshot();
        using var data = shot.Encode(SKEncodedImageFormat.Jpeg, quality);
        return data.ToArray();
    }

    // Phones store photos as the sensor lay and note how it was held; mirrored ones come from no camera.
    private static void Turn(SKCanvas canvas, SKEncodedOrigin held, int w, int h)
    {
        switch (held)
        {
            case SKEncodedOrigin.BottomRight: canvas.Translate(w, h); canvas.RotateDegrees(180); break;
            case SKEncodedOrigin.RightTop: canvas.Translate(w, 0); canvas.RotateDegrees(90); break;
            case SKEncodedOrigin.LeftBottom: canvas.Translate(0, h); canvas.RotateDegrees(270); break;
        }
    }
}
