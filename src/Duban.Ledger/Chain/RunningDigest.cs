using System.Security.Cryptography;
using Org.BouncyCastle.Crypto.Digests;

namespace Duban.Ledger;

/// <summary>A hash under way: pieces are added, the end is asked for once.</summary>
internal abstract class RunningDigest : IDisposable
{
    private RunningDigest() { }

    public abstract void Add(ReadOnlySpan<byte> piece);

    public abstract byte[] Finish();

    public virtual void Dispose() { }

    internal sealed class Sha256 : RunningDigest
    {
        private readonly IncrementalHash digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

        public override void Add(ReadOnlySpan<byte> piece) => digest.AppendData(piece);

        public override byte[] Finish() => digest.GetHashAndReset();

        public override void Dispose() => digest.Dispose();
    }

    internal sealed class Sm3 : RunningDigest
    {
        private readonly SM3Digest digest = new();

        public override void Add(ReadOnlySpan<byte> piece) => digest.BlockUpdate(piece);

        public override byte[] Finish()
        {
            var hash = new byte[ChainHash.Length];
            digest.DoFinal(hash);
            return hash;
        }
    }
}
