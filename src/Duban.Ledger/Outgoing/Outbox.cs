using System.Text;
using Dapper;

namespace Duban.Ledger;

/// <summary>A message taken from the outbox to be delivered; it comes again when neither done nor put off before its lease ends.</summary>
/// <param name="Jurisdiction">Whose.</param>
/// <param name="Id">Names the message for ever: the receiver may drop what it has seen.</param>
/// <param name="Topic">e.g. <c>case.handed_over</c>.</param>
/// <param name="Payload">UTF-8 JSON.</param>
/// <param name="CreatedAt">When it was written, UTC.</param>
/// <param name="Attempts">This one included, from 1.</param>
/// <param name="Lease">Proof that it was this taker who took it.</param>
public sealed record Delivery(
    string Jurisdiction, long Id, string Topic, ReadOnlyMemory<byte> Payload, DateTimeOffset CreatedAt, int Attempts, Guid Lease);

/// <summary>Messages for the outside world, delivered at least once; two nodes never hold the same one at a time.</summary>
public sealed class Outbox(EventStore store)
{
    /// <summary>Takes up to so many messages that are due, oldest first, for as long as the lease.</summary>
    public async Task<IReadOnlyList<Delivery>> Take(int most, TimeSpan lease, CancellationToken ct = default)
    {
        var now = PortableText.ToMicrosecond(store.Options.Clock.GetUtcNow());
        var id = Guid.CreateVersion7(now);
        var rows = await store.Write((connection, transaction) => connection.QueryAsync<Row>($"""
            update outbox set lease = @id, due_at = @until, attempts = attempts + 1
            where id in (select id from outbox where due_at <= @now order by due_at, id limit @most {store.Dialect.SkipLocked})
            returning jurisdiction, id, topic, payload, created_at as CreatedAt, attempts
            """, new { id, now, until = now + lease, most }, transaction), ct);
        return rows.OrderBy(r => r.Id)
            .Select(r => new Delivery(r.Jurisdiction, r.Id, r.Topic, Encoding.UTF8.GetBytes(r.Payload), r.CreatedAt, r.Attempts, id)).ToList();
    }

    /// <summary>Delivered; false when the lease had ended and another taker has it.</summary>
    public Task<bool> Done(Delivery delivery, CancellationToken ct = default) => store.Write(async (connection, transaction) =>
        await connection.ExecuteAsync("delete from outbox where jurisdiction = @Jurisdiction and id = @Id and lease = @Lease",
            new { delivery.Jurisdiction, delivery.Id, delivery.Lease }, transaction) == 1, ct);

    /// <summary>Failed, to be tried again at that instant; false when the lease had ended and another taker has it.</summary>
    public Task<bool> PutOff(Delivery delivery, DateTimeOffset until, string fault, CancellationToken ct = default) => store.Write(async (connection, transaction) =>
        await connection.ExecuteAsync("""
            update outbox set lease = null, due_at = @until, fault = @fault where jurisdiction = @Jurisdiction and id = @Id and lease = @Lease
            """, new { delivery.Jurisdiction, delivery.Id, delivery.Lease, until, fault }, transaction) == 1, ct);

    /// <summary>Messages that have not been delivered yet.</summary>
    public async Task<long> Waiting(CancellationToken ct = default)
    {
        await using var connection = await store.Connect(ct);
        return await connection.ExecuteScalarAsync<long>("select count(*) from outbox");
    }

    private sealed record Row(string Jurisdiction, long Id, string Topic, string Payload, DateTimeOffset CreatedAt, int Attempts);
}
