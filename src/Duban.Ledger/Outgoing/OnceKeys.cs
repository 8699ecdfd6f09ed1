using Dapper;

namespace Duban.Ledger;

/// <summary>The answers kept for requests that may come twice.</summary>
public sealed class OnceKeys(EventStore store)
{
    /// <summary>The answer to a request that was done before, or null; <see cref="Receipt.KeyReused"/> when the key belongs to another request.</summary>
    public async Task<Receipt?> Find(string jurisdiction, string key, ReadOnlyMemory<byte> requestHash, CancellationToken ct = default)
    {
        await using var connection = await store.Connect(ct);
        var kept = await connection.QuerySingleOrDefaultAsync<(byte[] RequestHash, byte[] Answer)?>(
            "select request_hash, answer from once where jurisdiction = @jurisdiction and key = @key", new { jurisdiction, key });
        if (kept is null) return null;
        return requestHash.Span.SequenceEqual(kept.Value.RequestHash) ? new Receipt.Repeated(kept.Value.Answer) : new Receipt.KeyReused();
    }

    /// <summary>Forgets the keys older than an instant; gives how many.</summary>
    public Task<int> Forget(DateTimeOffset before, CancellationToken ct = default) => store.Write((connection, transaction) =>
        connection.ExecuteAsync("delete from once where at < @before", new { before }, transaction), ct);
}
