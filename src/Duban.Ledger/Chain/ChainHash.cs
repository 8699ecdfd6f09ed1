using System.Security.Cryptography;
using Org.BouncyCastle.Crypto.Digests;

namespace Duban.Ledger;

/// <summary>The hash functions a chain may be made with, a closed choice kept in the database for each jurisdiction.</summary>
public sealed class ChainHash
{
    /// <summary>Bytes of a hash, whichever function made it.</summary>
    public const int Length = 32;

    /// <summary>SHA-256, FIPS 180-4.</summary>
    public static readonly ChainHash Sha256 = new("sha256", static (source, hash) => SHA256.HashData(source, hash), static () => new RunningDigest.Sha256());

    /// <summary>SM3, GB/T 32905-2016: for offices that must use the country's own algorithms.</summary>
    public static readonly ChainHash Sm3 = new("sm3", static (source, hash) =>
    {
        var digest = new SM3Digest();
        digest.BlockUpdate(source);
        digest.DoFinal(hash);
    }, static () => new RunningDigest.Sm3());

    private readonly Action<ReadOnlySpan<byte>, Span<byte>> compute;
    private readonly Func<RunningDigest> begin;

    private ChainHash(string name, Action<ReadOnlySpan<byte>, Span<byte>> compute, Func<RunningDigest> begin) =>
        (Name, this.compute, this.begin) = (name, compute, begin);

    /// <summary>The name that stands in the database and in settings.</summary>
    public string Name { get; }

    /// <summary>The choice with that name, or null.</summary>
    public static ChainHash? Find(string name) => name == Sha256.Name ? Sha256 : name == Sm3.Name ? Sm3 : null;

    /// <summary>The choice with that name; an unknown one means the database was written by a later Duban.</summary>
    public static ChainHash Named(string name) =>
        Find(name) ?? throw new InvalidDataException($"The ledger is chained with '{name}', which this version does not know.");

    /// <summary>A digest to be fed piece by piece.</summary>
    internal RunningDigest Begin() => begin();

    /// <summary>The hash of some bytes.</summary>
    public byte[] Of(ReadOnlySpan<byte> source)
    {
        var hash = new byte[Length];
        compute(source, hash);
        return hash;
    }
}
