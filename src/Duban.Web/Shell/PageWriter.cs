using System.Buffers;
using System.Text;

namespace Duban.Web.Shell;

/// <summary>Text into the answer's own buffer as UTF-8. The framework's stream writer writes through when it is full, and a
/// server refuses that; this one only fills memory, and the answer is sent in one asynchronous step.</summary>
internal sealed class PageWriter(IBufferWriter<byte> answer) : TextWriter(System.Globalization.CultureInfo.InvariantCulture)
{
    private readonly Encoder encoder = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetEncoder();
    private char[]? waiting = ArrayPool<char>.Shared.Rent(4096);
    private int count;

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value)
    {
        if (count == waiting!.Length)
            Flush();
        waiting[count++] = value;
    }

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(ReadOnlySpan<char> text)
    {
        if (text.Length > waiting!.Length - count)
            Flush();
        if (text.Length > waiting.Length)
        {
            encoder.Convert(text, answer, flush: false, out _, out _);
            return;
        }
        text.CopyTo(waiting.AsSpan(count));
        count += text.Length;
    }

    public override void Flush()
    {
        encoder.Convert(waiting.AsSpan(0, count), answer, flush: false, out _, out _);
        count = 0;
    }

    protected override void Dispose(bool disposing)
    {
        if (waiting is not { } rented)
            return;
        Flush();
        waiting = null;
        ArrayPool<char>.Shared.Return(rented);
    }
}
