using Dapper;

namespace Duban.Ledger;

/// <summary>The answers kept for requests that may come twice, and the claims of those that are not answered yet.</summary>
public sealed class OnceKeys(EventStore store)
{
    // Longer than any request may take: a claim that has run out belongs to a process that died.
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(2);

    private const string Take = """
        insert into once (jurisdiction, key, request_hash, answer, at, claim, claimed_until, begun)
        values (@Jurisdiction, @Key, @hash, @nothing, @now, @Id, @until, 0)
        on conflict (jurisdiction, key) do update set claim = excluded.claim, claimed_until = excluded.claimed_until
        where once.claim is not null and once.begun = 0 and once.claimed_until < @now and once.request_hash = excluded.request_hash
        """;

    /// <summary>Claims a key for a request, unless it was answered, is being answered or served another one.</summary>
    /// <param name="jurisdiction">The city.</param>
    /// <param name="key">Person and key together, at most 200 characters.</param>
    /// <param name="requestHash">SHA-256 of the request.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<Claiming> Claim(string jurisdiction, string key, byte[] requestHash, CancellationToken ct = default)
    {
        if (await Find(jurisdiction, key, requestHash, ct) is { } known) return known;
        var now = store.Options.Clock.GetUtcNow();
        var claim = new KeyClaim(jurisdiction, key, Guid.CreateVersion7(now).ToString("N"));
        var taken = await store.Write((connection, transaction) => connection.ExecuteAsync(Take, new
        {
            claim.Jurisdiction,
            claim.Key,
            claim.Id,
            hash = requestHash,
            nothing = Array.Empty<byte>(),
            now,
            until = now + Life,
        }, transaction), ct);
        return taken == 1 ? new Claiming.Yours(claim) : await Find(jurisdiction, key, requestHash, ct) ?? new Claiming.UnderWay();
    }

    /// <summary>Keeps the answer of a claimed request.</summary>
    public Task Keep(KeyClaim claim, KeptAnswer answer) => store.Write((connection, transaction) => connection.ExecuteAsync(
        $"update once set status = @Status, location = @Location, answer = @body, claim = null, claimed_until = null {KeyClaim.Mine}",
        new { claim.Jurisdiction, claim.Key, claim.Id, answer.Status, answer.Location, body = answer.Body.ToArray() }, transaction));

    /// <summary>Frees the key of a request that was refused: sent again, it is judged again.</summary>
    public Task Release(KeyClaim claim) => store.Write((connection, transaction) => connection.ExecuteAsync(
        $"delete from once {KeyClaim.Mine}", claim, transaction));

    /// <summary>Gives up a request that failed: its key is free when nothing had been written, else it counts as broken off.</summary>
    public Task Abandon(KeyClaim claim) => store.Write(async (connection, transaction) =>
        await connection.ExecuteAsync($"delete from once {KeyClaim.Mine} and begun = 0", claim, transaction) > 0
            ? 1
            : await connection.ExecuteAsync(
                $"update once set claimed_until = @now {KeyClaim.Mine}",
                new { claim.Jurisdiction, claim.Key, claim.Id, now = store.Options.Clock.GetUtcNow() }, transaction));

    /// <summary>Forgets the keys older than an instant; gives how many.</summary>
    public Task<int> Forget(DateTimeOffset before, CancellationToken ct = default) => store.Write((connection, transaction) =>
        connection.ExecuteAsync("delete from once where at < @before", new { before }, transaction), ct);

    // Null when the key is free, or was claimed by a process that died before it wrote anything.
    private async Task<Claiming?> Find(string jurisdiction, string key, byte[] requestHash, CancellationToken ct)
    {
        await using var connection = await store.Connect(ct);
        var row = await connection.QuerySingleOrDefaultAsync<Row>("""
            select request_hash as RequestHash, answer as Answer, status as Status, location as Location, claim as Claim,
                   claimed_until as ClaimedUntil, begun as Begun
            from once where jurisdiction = @jurisdiction and key = @key
            """, new { jurisdiction, key });
        return row switch
        {
            null => null,
            _ when !requestHash.AsSpan().SequenceEqual(row.RequestHash) => new Claiming.Reused(),
            { Claim: null } => new Claiming.Answered(new(row.Status ?? 200, row.Location, row.Answer)),
            _ when row.ClaimedUntil > store.Options.Clock.GetUtcNow() => new Claiming.UnderWay(),
            { Begun: 1 } => new Claiming.BrokenOff(),
            _ => null,
        };
    }

    private sealed class Row
    {
        public byte[] RequestHash { get; init; } = [];
        public byte[] Answer { get; init; } = [];
        public int? Status { get; init; }
        public string? Location { get; init; }
        public string? Claim { get; init; }
        public DateTimeOffset? ClaimedUntil { get; init; }
        public int? Begun { get; init; }
    }
}
