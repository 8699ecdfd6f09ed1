using System.IO.Compression;
using System.Xml;
using Duban.Web.Documents.Import;
using SkiaSharp;

namespace Duban.Web.Cases.Files;

/// <summary>Says what a file really is, by its content and never by its name.</summary>
public static class MediaJudge
{
    private const string OpenXml = "application/vnd.openxmlformats-officedocument.";
    private const long LongestList = 1 << 20;

    /// <summary>The media type, or null when it is none of those taken. The stream is read from its beginning.</summary>
    public static string? Of(Stream content)
    {
        Span<byte> head = stackalloc byte[16];
        content.Position = 0;
        head = head[..content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        return head switch
        {
            [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
            [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => "image/png",
            [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => "image/gif",
            [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => "image/webp",
            [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', (byte)'h', (byte)'e', (byte)'i' or (byte)'v', (byte)'c' or (byte)'x', ..]
                or [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', (byte)'m', (byte)'i' or (byte)'s', (byte)'f', (byte)'1', ..] => "image/heic",
            [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..] => "application/pdf",
            [(byte)'P', (byte)'K', 3, 4, ..] => Office(content),
            _ => null,
        };
    }

    /// <summary>True when the picture can be decoded at the size it is looked at; a file that only begins like a photo cannot.</summary>
    public static bool IsPicture(Stream content, string mediaType)
    {
        // No free decoder reads HEIC here: its container's mark has to do.
        if (mediaType == "image/heic") return true;
        content.Position = 0;
        using var whole = SKData.Create(content);
        using var codec = SKCodec.Create(whole);
        if (codec is null || (long)codec.Info.Width * codec.Info.Height > FileLimits.PixelsTaken) return false;
        var size = codec.GetScaledDimensions(0.125f);
        if (size.Width <= 0 || size.Height <= 0 || (long)size.Width * size.Height > FileLimits.Pixels) return false;
        using var bitmap = new SKBitmap(new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Premul));
        return codec.GetPixels(bitmap.Info, bitmap.GetPixels()) == SKCodecResult.Success;
    }

    // A workbook's part may stand under any name; the list that leads to it is short in every honest file, and nothing longer is unpacked.
    private static string? Office(Stream content)
    {
        try
        {
            content.Position = 0;
            using var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            var parts = new PackageParts(zip);
            if (parts["[Content_Types].xml"] is null) return null;
            if (parts["word/document.xml"] is not null) return OpenXml + "wordprocessingml.document";
            if (parts["_rels/.rels"] is { Length: > LongestList }) return null;
            return XlsxBook.Begin(parts) is { } begin && XlsxBook.IsWorkbook(begin.Part) ? OpenXml + "spreadsheetml.sheet" : null;
        }
        catch (Exception e) when (e is InvalidDataException or XmlException)
        {
            return null;
        }
    }
}
