using SkiaSharp;

namespace Duban.Web.Demo;

/// <summary>Drawn stand-ins for photographs: a bare, rusty slope before, a green bank with clear water after. They show no real place.</summary>
internal static class DemoPicture
{
    /// <summary>A JPEG of 960 × 640; another seed gives another picture.</summary>
    public static byte[] Draw(bool after, int seed)
    {
        var dice = new Random(seed);
        using var bitmap = new SKBitmap(960, 640);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(after ? new SKColor(0xC9, 0xDD, 0xEA) : new SKColor(0xB9, 0xB4, 0xA8));
        Hill(canvas, dice, 320, after ? new SKColor(0x5C, 0x7F, 0x52) : new SKColor(0x6B, 0x66, 0x58));
        Hill(canvas, dice, 400, after ? new SKColor(0x7F, 0xA0, 0x5E) : new SKColor(0x8A, 0x6B, 0x45));
        using var water = new SKPaint { Color = after ? new SKColor(0x6F, 0xA3, 0xB8) : new SKColor(0xB8, 0x5A, 0x22), IsAntialias = true };
        using var stream = new SKPathBuilder();
        var x = 380f + dice.Next(160);
        stream.MoveTo(x, 400);
        stream.CubicTo(x + 60, 480, x - 160, 540, x - 220, 640);
        stream.LineTo(x + 160, 640);
        stream.CubicTo(x + 80, 540, x + 140, 470, x + 40, 400);
        stream.Close();
        using var course = stream.Detach();
        canvas.DrawPath(course, water);
        if (after) Wall(canvas, x);
        using var image = SKImage.FromBitmap(bitmap);
        using var data = image.Encode(SKEncodedImageFormat.Jpeg, 82);
        return data.ToArray();
    }

    private static void Hill(SKCanvas canvas, Random dice, int top, SKColor colour)
    {
        using var paint = new SKPaint { Color = colour, IsAntialias = true };
        using var path = new SKPathBuilder();
        path.MoveTo(0, top + dice.Next(60));
        for (var x = 0; x <= 960; x += 120) path.LineTo(x, top - 60 + dice.Next(120));
        path.LineTo(960, 640);
        path.LineTo(0, 640);
        path.Close();
        using var hill = path.Detach();
        canvas.DrawPath(hill, paint);
    }

    private static void Wall(SKCanvas canvas, float x)
    {
        using var paint = new SKPaint { Color = new SKColor(0xE6, 0xE2, 0xD8), StrokeWidth = 14, IsStroke = true, IsAntialias = true };
        canvas.DrawLine(x - 20, 400, x - 240, 640, paint);
        canvas.DrawLine(x + 60, 400, x + 180, 640, paint);
    }
}
