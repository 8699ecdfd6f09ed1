using System.Text;
using System.Text.Unicode;

namespace Duban.Web.Documents.Import;

/// <summary>Finds out how a text file is written: UTF-8, UTF-16 or GB18030, which Chinese Excels still save as "CSV".</summary>
internal static class TextEncoding
{
    /// <summary>The encoding, and how many bytes of mark stand in front; null for content that is no text.</summary>
    internal static (Encoding Encoding, int Mark)? Of(ReadOnlySpan<byte> content)
    {
        if (content.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) return (Encoding.UTF8, 3);
        if (content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return (Encoding.Unicode, 2);
        if (content.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return (Encoding.BigEndianUnicode, 2);
        var sample = content[..Math.Min(content.Length, 65_536)];
        var zeros = (Even: 0, Odd: 0);
        for (var i = 0; i < sample.Length; i++)
            if (sample[i] == 0) zeros = i % 2 == 0 ? (zeros.Even + 1, zeros.Odd) : (zeros.Even, zeros.Odd + 1);
        if (zeros.Odd > sample.Length / 20 && zeros.Even == 0) return (Encoding.Unicode, 0);
        if (zeros.Even > sample.Length / 20 && zeros.Odd == 0) return (Encoding.BigEndianUnicode, 0);
        if (zeros.Even + zeros.Odd > 0) return null;
        if (Utf8.IsValid(Whole(sample, content.Length))) return Odd(sample) ? null : (Encoding.UTF8, 0);
        var gb = Encoding.GetEncoding("GB18030");
        var text = gb.GetString(sample[..(sample.Length & ~1)]);
        var bad = text.Count(c => c == '\uFFFD' || (c < ' ' && c is not ('\t' or '\r' or '\n')));
        return bad * 50 > text.Length ? null : (gb, 0);
    }

    /// <summary>The first characters, or null for content that is no text.</summary>
    internal static string? Peek(ReadOnlySpan<byte> content, int bytes) =>
        Of(content) is var (encoding, mark) ? encoding.GetString(content[mark..Math.Min(content.Length, mark + bytes)]) : null;

    // A sample cut in the middle of a character is still valid text.
    private static ReadOnlySpan<byte> Whole(ReadOnlySpan<byte> sample, int total)
    {
        if (sample.Length == total) return sample;
        var end = sample.Length;
        while (end > sample.Length - 4 && (sample[end - 1] & 0xC0) == 0x80) end--;
        return sample[..Math.Max(end - 1, 0)];
    }

    private static bool Odd(ReadOnlySpan<byte> sample)
    {
        var controls = 0;
        foreach (var b in sample)
            if (b < 32 && b is not (9 or 10 or 13)) controls++;
        return controls * 50 > sample.Length;
    }
}
