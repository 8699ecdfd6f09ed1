using Dapper;

namespace Duban.Ledger;

/// <summary>The answers kept for requests that may come twice.</summary>
public sealed class OnceKeys(EventStore store)
{
    /// <summary>Forgets the keys older than an instant; gives how many.</summary>
    public Task<int> Forget(DateTimeOffset before, CancellationToken ct = default) => store.Write((connection, transaction) =>
        connection.ExecuteAsync("delete from once where at < @before", new { before }, transaction), ct);
}
