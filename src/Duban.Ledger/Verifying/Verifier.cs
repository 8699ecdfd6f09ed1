using Dapper;

namespace Duban.Ledger;

/// <summary>Checks every chain, head and seal of a database as it stands at one moment, in memory that does not grow with it.</summary>
public sealed class Verifier(EventStore store)
{
    // A head that points at nothing, or at another hash than its event's.
    private const string LostTails = """
        select h.jurisdiction, h.stream, h.version, e.hash is null as lost from heads h
        left join events e on e.jurisdiction = h.jurisdiction and e.stream = h.stream and e.version = h.version
        where e.hash is null or e.hash <> h.hash order by h.jurisdiction, h.stream
        """;

    private const string HeadlessEvents = """
        select e.jurisdiction, e.stream, e.version from events e
        left join heads h on h.jurisdiction = e.jurisdiction and h.stream = e.stream
        where h.version is null or h.version < e.version order by e.jurisdiction, e.stream, e.version
        """;

    /// <summary>Reads everything once.</summary>
    public async Task<Verification> Verify(CancellationToken ct = default) => ((SealAnswer.Checked)await Read(null, ct)).Found;

    /// <summary>The same, and the seals must match what was published of them; nothing is checked where that is no list of seals.</summary>
    public Task<SealAnswer> Verify(PublishedSeals published, CancellationToken ct = default) => Read(published, ct);

    private async Task<SealAnswer> Read(PublishedSeals? published, CancellationToken ct)
    {
        await using var connection = await store.Connect(ct);
        await using var snapshot = await Snapshot.Begin(connection, ct);
        var findings = new Findings();
        var hashes = (await connection.QueryAsync<(string Jurisdiction, string Hash)>("select jurisdiction, hash from jurisdictions", transaction: snapshot))
            .ToDictionary(j => j.Jurisdiction, j => ChainHash.Named(j.Hash));
        using var seals = new SealCheck(await SealCheck.Read(connection, snapshot), hashes, findings);
        if (published is not null)
        {
            seals.Compare(published.Read());
            if (published.Bad > 0) return new SealAnswer.NoSeal(published.Bad, findings.Count, findings.First);
            if (published.Count == 0) return new SealAnswer.Empty();
        }
        var chains = new ChainCheck(hashes, seals, findings);
        await using (var command = EventRows.Command(connection, $"select {EventRows.Columns} from events order by jurisdiction, stream, version"))
        {
            command.Transaction = snapshot;
            await using var reader = await command.ExecuteReaderAsync(ct);
            var portable = new PortableReader(reader);
            while (reader.Read()) chains.Check(portable);
            chains.EndStream();
        }
        foreach (var (j, s, v, lost) in connection.Query<(string, string, long, bool)>(LostTails, transaction: snapshot, buffered: false))
            findings.Add(new(j, s, v, null, lost ? Flaw.TailMissing : Flaw.HeadWrong));
        foreach (var (j, s, v) in connection.Query<(string, string, long)>(HeadlessEvents, transaction: snapshot, buffered: false))
            findings.Add(new(j, s, v, null, Flaw.HeadWrong));
        var sealCount = seals.Finish();
        return new SealAnswer.Checked(new(chains.Events, chains.Streams, sealCount, findings.Count, findings.First));
    }
}
