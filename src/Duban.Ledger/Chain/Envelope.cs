using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Duban.Ledger;

/// <summary>Writes an event's canonical bytes (docs/decisions/envelope.md) and chains them; reused, so not for two threads at once.</summary>
internal sealed class Envelope
{
    private const byte Format = 1;
    private readonly ArrayBufferWriter<byte> bytes = new(1024);

    /// <summary>H(previous ‖ canonical bytes of the event).</summary>
    public byte[] Chain(ChainHash hash, ReadOnlySpan<byte> previous, StoredEvent e)
    {
        bytes.ResetWrittenCount();
        bytes.Write(previous);
        bytes.GetSpan(1)[0] = Format;
        bytes.Advance(1);
        Text(e.Jurisdiction);
        Text(e.Stream);
        Formatted(e.Version, default);
        Formatted(e.Id, "D");
        Formatted(e.At.UtcDateTime, PortableText.InstantFormat);
        Formatted(e.RecordedOn, PortableText.DayFormat);
        Text(e.By);
        Text(e.OnBehalfOf);
        Text(e.Node);
        if (e.Cause is { } cause) Formatted(cause, "D"); else Text(null);
        Text(e.Type);
        Formatted(e.TypeVersion, default);
        Raw(e.Payload.Span);
        return hash.Of(bytes.WrittenSpan);
    }

    private void Text(string? text)
    {
        if (text is null) { Length(-1); return; }
        var length = Encoding.UTF8.GetByteCount(text);
        Length(length);
        Encoding.UTF8.GetBytes(text, bytes.GetSpan(length));
        bytes.Advance(length);
    }

    private void Formatted<T>(T value, ReadOnlySpan<char> format) where T : IUtf8SpanFormattable
    {
        Span<byte> text = stackalloc byte[64];
        value.TryFormat(text, out var length, format, CultureInfo.InvariantCulture);
        Raw(text[..length]);
    }

    private void Raw(ReadOnlySpan<byte> raw)
    {
        Length(raw.Length);
        bytes.Write(raw);
    }

    private void Length(int length)
    {
        BinaryPrimitives.WriteInt32BigEndian(bytes.GetSpan(4), length);
        bytes.Advance(4);
    }
}
