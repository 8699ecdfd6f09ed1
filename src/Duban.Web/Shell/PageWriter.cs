using System.Buffers;
using System.Text;

namespace Duban.Web.Shell;

/// <summary>A page's text, kept until it is whole and then sent as UTF-8 in one step: a fault on the way leaves nothing in the answer.</summary>
internal sealed class PageWriter() : TextWriter(System.Globalization.CultureInfo.InvariantCulture)
{
    // Most pages; a longer one grows by doubling.
    private char[] text = ArrayPool<char>.Shared.Rent(1 << 15);
    private int count;

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value)
    {
        Reserve(1);
        text[count++] = value;
    }

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(ReadOnlySpan<char> value)
    {
        Reserve(value.Length);
        value.CopyTo(text.AsSpan(count));
        count += value.Length;
    }

    /// <summary>Puts the page into the answer.</summary>
    public void Send(IBufferWriter<byte> answer) => Encoding.UTF8.GetBytes(text.AsSpan(0, count), answer);

    protected override void Dispose(bool disposing)
    {
        if (text.Length == 0) return;
        ArrayPool<char>.Shared.Return(text);
        (text, count) = ([], 0);
    }

    private void Reserve(int more)
    {
        if (more <= text.Length - count) return;
        var longer = ArrayPool<char>.Shared.Rent(Math.Max(count + more, 2 * text.Length));
        text.AsSpan(0, count).CopyTo(longer);
        ArrayPool<char>.Shared.Return(text);
        text = longer;
    }
}
