using System.Security.Cryptography;

namespace Duban.Ledger;

/// <summary>The hash functions a chain may be made with, a closed choice kept in the database for each jurisdiction.</summary>
public sealed class ChainHash
{
    /// <summary>Bytes of a hash, whichever function made it.</summary>
    public const int Length = 32;

    /// <summary>SHA-256, FIPS 180-4.</summary>
    public static readonly ChainHash Sha256 = new("sha256", static (source, hash) => SHA256.HashData(source, hash));

    private readonly Action<ReadOnlySpan<byte>, Span<byte>> compute;

    private ChainHash(string name, Action<ReadOnlySpan<byte>, Span<byte>> compute) => (Name, this.compute) = (name, compute);

    /// <summary>The name that stands in the database.</summary>
    public string Name { get; }

    /// <summary>The choice with that name; an unknown one means the database was written by a later Duban.</summary>
    public static ChainHash Named(string name) => name == Sha256.Name
        ? Sha256
        : throw new InvalidDataException($"The ledger is chained with '{name}', which this version does not know.");

    /// <summary>A digest to be fed piece by piece.</summary>
    internal IncrementalHash Begin() => IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    internal byte[] Of(ReadOnlySpan<byte> source)
    {
        var hash = new byte[Length];
        compute(source, hash);
        return hash;
    }
}
