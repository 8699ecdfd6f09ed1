using Dapper;
using Duban.Ledger;

namespace Duban.Web.Cases;

/// <summary>Rows that a new version reads otherwise are made again from their events, once, by whichever program opens the ledger first; others wait for it.</summary>
public static class RowsAnew
{
    // Whoever is at it says so again and again; whoever died over it is followed a minute later.
    private static readonly TimeSpan AtMost = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    /// <summary>Does so when a migration has asked for it.</summary>
    /// <param name="store">The ledger.</param>
    /// <param name="clock">The machine's time.</param>
    /// <param name="ct">Gives up waiting.</param>
    /// <returns>How many events were read; 0 when nothing was to be done.</returns>
    public static async Task<long> Make(EventStore store, TimeProvider clock, CancellationToken ct = default)
    {
        while (await IsAsked(store, ct))
        {
            if (await Take(store, clock.GetUtcNow(), ct))
            {
                var making = CaseRebuild.Run(store);
                while (await Task.WhenAny(making, Task.Delay(Again, clock, ct)) != making) await Keep(store, clock.GetUtcNow(), ct);
                var events = await making;
                await store.Write((db, tx) => db.ExecuteAsync("delete from rows_anew where name = 'cases'", transaction: tx), ct);
                return events;
            }
            await Task.Delay(Look, ct);
        }
        return 0;
    }

    private static async Task<bool> IsAsked(EventStore store, CancellationToken ct)
    {
        await using var db = await store.Connect(ct);
        return await db.ExecuteScalarAsync<long>(new CommandDefinition("select count(*) from rows_anew where name = 'cases'", cancellationToken: ct)) > 0;
    }

    private static Task Keep(EventStore store, DateTimeOffset now, CancellationToken ct) => store.Write((db, tx) => db.ExecuteAsync(
        "update rows_anew set taken_until = @until where name = 'cases'", new { until = (now + AtMost).ToUnixTimeSeconds() }, tx), ct);

    private static async Task<bool> Take(EventStore store, DateTimeOffset now, CancellationToken ct) =>
        await store.Write((db, tx) => db.ExecuteAsync(
            "update rows_anew set taken_until = @until where name = 'cases' and taken_until < @now",
            new { until = (now + AtMost).ToUnixTimeSeconds(), now = now.ToUnixTimeSeconds() }, tx), ct) == 1;
}
