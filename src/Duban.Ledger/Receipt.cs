namespace Duban.Ledger;

/// <summary>What became of an entry. A storage fault (disk full, server gone) is a <see cref="StorageException"/>: nothing was written.</summary>
public abstract record Receipt
{
    private Receipt() { }

    /// <summary>On disk, synced.</summary>
    /// <param name="Versions">The new version of each stream of the entry, in its order.</param>
    public sealed record Written(IReadOnlyList<long> Versions) : Receipt;

    /// <summary>Somebody was faster: a stream has moved on. Nothing was written.</summary>
    public sealed record Conflict(string Stream, long Expected, long Actual) : Receipt;

    /// <summary>The request came before and was done then; here is its answer. Nothing was written now.</summary>
    public sealed record Repeated(ReadOnlyMemory<byte> Answer) : Receipt;

    /// <summary>The idempotency key was used before for another request. Nothing was written.</summary>
    public sealed record KeyReused : Receipt;

    /// <summary>A current row could not be written (a unique key is taken, say). Nothing was written.</summary>
    /// <param name="Detail">The database's words, for the log.</param>
    public sealed record RowRefused(string Detail) : Receipt;
}

/// <summary>The storage could not take the entry; nothing of it was acknowledged.</summary>
public sealed class StorageException : Exception
{
    /// <summary>A fault with its inner cause.</summary>
    public StorageException(string message, Exception inner) : base(message, inner) { }
}
