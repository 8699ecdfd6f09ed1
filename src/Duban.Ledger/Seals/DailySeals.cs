using Dapper;

namespace Duban.Ledger;

/// <summary>Seals finished days; running it twice, or on two nodes at once, changes nothing.</summary>
public sealed class DailySeals(EventStore store)
{
    private const string Columns = "jurisdiction, day, heads, previous, root, sealed_at as SealedAt";

    /// <summary>Seals every finished day of every jurisdiction that has none yet, days without events too; gives the new seals.</summary>
    public async Task<IReadOnlyList<Seal>> SealFinishedDays(CancellationToken ct = default)
    {
        var today = store.Options.Today;
        await using var connection = await store.Connect(ct);
        var jurisdictions = await connection.QueryAsync<string>("select jurisdiction from jurisdictions order by jurisdiction");
        var made = new List<Seal>();
        foreach (var jurisdiction in jurisdictions)
            for (var day = await NextDay(jurisdiction, ct); day < today; day = day.Value.AddDays(1))
                if (await Seal(jurisdiction, day.Value, ct) is { } seal) made.Add(seal);
        return made;
    }

    /// <summary>Seals one finished day; null when it was sealed before. The day before must be sealed, unless it is the first.</summary>
    public async Task<Seal?> Seal(string jurisdiction, DateOnly day, CancellationToken ct = default)
    {
        if (day >= store.Options.Today) throw new ArgumentException($"{PortableText.Day(day)} is not over.", nameof(day));
        if (await NextDay(jurisdiction, ct) is not { } next || next > day) return null;
        if (next < day) throw new ArgumentException($"{PortableText.Day(next)} has to be sealed first.", nameof(day));
        var hash = await Close(jurisdiction, day, ct);
        return await Write(jurisdiction, day, hash, ct);
    }

    /// <summary>The seals of a jurisdiction from a day on, oldest first.</summary>
    public async Task<IReadOnlyList<Seal>> Read(string jurisdiction, DateOnly from = default, CancellationToken ct = default)
    {
        await using var connection = await store.Connect(ct);
        return (await connection.QueryAsync<Seal>(
            $"select {Columns} from seals where jurisdiction = @jurisdiction and day >= @from order by day", new { jurisdiction, from })).AsList();
    }

    /// <summary>Finished days that have no seal yet, by jurisdiction: the first of them and how many. None where a server has run lately.</summary>
    public async Task<IReadOnlyList<(string Jurisdiction, DateOnly From, int Days)>> Waiting(CancellationToken ct = default)
    {
        await using var connection = await store.Connect(ct);
        var waiting = new List<(string, DateOnly, int)>();
        foreach (var jurisdiction in (await connection.QueryAsync<string>("select jurisdiction from jurisdictions order by jurisdiction")).AsList())
            if (await NextDay(jurisdiction, ct) is { } next && next < store.Options.Today)
                waiting.Add((jurisdiction, next, store.Options.Today.DayNumber - next.DayNumber));
        return waiting;
    }

    private async Task<DateOnly?> NextDay(string jurisdiction, CancellationToken ct)
    {
        await using var connection = await store.Connect(ct);
        var last = await connection.QuerySingleAsync<DateOnly?>("select max(day) from seals where jurisdiction = @jurisdiction", new { jurisdiction });
        if (last is not null) return last.Value.AddDays(1);
        return await connection.QueryFirstOrDefaultAsync<DateOnly?>(
            "select recorded_on from events where jurisdiction || '' = @jurisdiction order by sequence limit 1", new { jurisdiction });
    }

    // From here on the writer dates events later than the day, so what the day holds can be read without holding anybody up.
    private Task<ChainHash> Close(string jurisdiction, DateOnly day, CancellationToken ct) => store.Write(async (connection, transaction) =>
    {
        var (recordedOn, hash) = await connection.QuerySingleAsync<(DateOnly, string)>(
            $"select recorded_on, hash from jurisdictions where jurisdiction = @jurisdiction {store.Dialect.ForUpdate}", new { jurisdiction }, transaction);
        if (recordedOn <= day)
            await connection.ExecuteAsync(
                "update jurisdictions set recorded_on = @next where jurisdiction = @jurisdiction", new { jurisdiction, next = day.AddDays(1) }, transaction);
        return ChainHash.Named(hash);
    }, ct);

    private async Task<Seal?> Write(string jurisdiction, DateOnly day, ChainHash hash, CancellationToken ct)
    {
        await using var connection = await store.Connect(ct);
        var before = await connection.QuerySingleOrDefaultAsync<(byte[] Root, long LastSequence)?>(
            "select root, last_sequence from seals where jurisdiction = @jurisdiction and day = @eve", new { jurisdiction, eve = day.AddDays(-1) })
            ?? (new byte[ChainHash.Length], 0);
        using var digest = new SealDigest(hash, before.Root, jurisdiction, day);
        var last = before.LastSequence;
        await using (var command = EventRows.Command(connection, """
            select stream, version, hash, sequence from events
            where jurisdiction || '' = @j and sequence > @after and recorded_on = @day order by stream || '', version
            """, ("j", jurisdiction), ("after", last), ("day", store.Dialect == Dialect.Sqlite ? PortableText.Day(day) : day)))
        await using (var row = await command.ExecuteReaderAsync(ct))
        {
            (string Stream, long Version, byte[] Hash)? head = null;
            while (await row.ReadAsync(ct))
            {
                if (head is { } done && done.Stream != row.GetString(0)) digest.Add(done.Stream, done.Version, done.Hash);
                head = (row.GetString(0), row.GetInt64(1), row.GetFieldValue<byte[]>(2));
                last = Math.Max(last, row.GetInt64(3));
            }
            if (head is { } final) digest.Add(final.Stream, final.Version, final.Hash);
        }
        var seal = new Seal(jurisdiction, day, digest.Heads, before.Root, digest.Root(), PortableText.ToMicrosecond(store.Options.Clock.GetUtcNow()));
        var written = await store.Write((c, t) => c.ExecuteAsync("""
            insert into seals (jurisdiction, day, heads, previous, root, last_sequence, sealed_at)
            values (@Jurisdiction, @Day, @Heads, @Previous, @Root, @last, @SealedAt) on conflict do nothing
            """, new { seal.Jurisdiction, seal.Day, seal.Heads, seal.Previous, seal.Root, last, seal.SealedAt }, t), ct);
        return written == 1 ? seal : null;
    }
}
