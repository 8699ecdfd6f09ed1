using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Duban.Ledger;

/// <summary>Computes the root of a day from the heads of its streams, which come in byte order of their names.</summary>
internal sealed class SealDigest : IDisposable
{
    private const byte Format = 1;
    private readonly RunningDigest digest;

    public SealDigest(ChainHash hash, ReadOnlySpan<byte> previous, string jurisdiction, DateOnly day)
    {
        digest = hash.Begin();
        digest.Add(previous);
        digest.Add([Format]);
        Text(jurisdiction);
        Text(PortableText.Day(day));
    }

    public long Heads { get; private set; }

    public void Add(string stream, long version, ReadOnlySpan<byte> hash)
    {
        Text(stream);
        Text(version.ToString(CultureInfo.InvariantCulture));
        Raw(hash);
        Heads++;
    }

    public byte[] Root()
    {
        Text(Heads.ToString(CultureInfo.InvariantCulture));
        return digest.Finish();
    }

    public void Dispose() => digest.Dispose();

    private void Text(string text) => Raw(Encoding.UTF8.GetBytes(text));

    private void Raw(ReadOnlySpan<byte> bytes)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
        digest.Add(length);
        digest.Add(bytes);
    }
}
