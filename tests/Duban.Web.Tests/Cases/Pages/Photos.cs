using SkiaSharp;

namespace Duban.Web.Tests.Cases.Pages;

/// <summary>Photos as a phone sends them, made here: a plain scene, with or without a note of day and place.</summary>
internal static class Photos
{
    /// <summary>A JPEG of 800 by 600; the clear one differs from the rusty one.</summary>
    public static byte[] Jpeg(bool clear = false, int width = 800, int height = 600)
    {
        using var surface = SKSurface.Create(new SKImageInfo(width, height));
        surface.Canvas.Clear(clear ? new SKColor(0x6f, 0xa8, 0xc8) : new SKColor(0xb0, 0x5a, 0x2a));
        using var paint = new SKPaint { Color = new SKColor(0x55, 0x66, 0x44) };
        surface.Canvas.DrawRect(0, height * 0.6f, width, height * 0.4f, paint);
        using var image = surface.Snapshot();
        return image.Encode(SKEncodedImageFormat.Jpeg, 85).ToArray();
    }

    /// <summary>The same with an EXIF block: taken 2021-03-12, at 27.0830° north and a longitude.</summary>
    /// <param name="eastSeconds">Seconds of arc east of 112° 57', in hundredths.</param>
    /// <param name="clear">Which scene.</param>
    public static byte[] Noted(uint eastSeconds, bool clear = false)
    {
        var jpeg = Jpeg(clear);
        var exif = Exif(eastSeconds);
        return [.. jpeg[..2], 0xFF, 0xE1, (byte)((exif.Length + 2) >> 8), (byte)((exif.Length + 2) & 0xFF), .. exif, .. jpeg[2..]];
    }

    // Big-endian TIFF: directory 0 → Exif directory with the day, GPS directory with the place.
    private static byte[] Exif(uint east)
    {
        var b = new List<byte>("Exif\0\0MM\0*\0\0\0\b"u8.ToArray());
        void U16(int v) => b.AddRange([(byte)(v >> 8), (byte)v]);
        void U32(uint v) => b.AddRange([(byte)(v >> 24), (byte)(v >> 16), (byte)(v >> 8), (byte)v]);
        void Entry(int tag, int type, uint count, uint value) { U16(tag); U16(type); U32(count); U32(value); }
        U16(2); Entry(0x8769, 4, 1, 38); Entry(0x8825, 4, 1, 76); U32(0);
        U16(1); Entry(0x9003, 2, 20, 56); U32(0);
        b.AddRange("2021:03:12 17:40:00\0"u8.ToArray());
        U16(4); Entry(1, 2, 2, (uint)'N' << 24); Entry(2, 5, 3, 130); Entry(3, 2, 2, (uint)'E' << 24); Entry(4, 5, 3, 154); U32(0);
        foreach (var (n, d) in new (uint, uint)[] { (27, 1), (4, 1), (5880, 100), (112, 1), (57, 1), (east, 100) }) { U32(n); U32(d); }
        return [.. b];
    }
}
