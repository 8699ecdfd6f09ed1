using System.Data.Common;
using Dapper;

namespace Duban.Ledger;

/// <summary>A fact at the end of its stream, written in a transaction of plain tables: the fact and what it tells of are on disk together, or neither is.</summary>
internal static class ChainedFact
{
    private const string Insert = """
        insert into events (jurisdiction, stream, version, id, at, recorded_on, signed_by, on_behalf_of, node, cause, type, type_version, payload, hash)
        values (@Jurisdiction, @Stream, @Version, @Id, @At, @RecordedOn, @By, @OnBehalfOf, @Node, @Cause, @Type, @TypeVersion, @payload, @hash)
        """;

    private const string MoveHead = """
        insert into heads (jurisdiction, stream, version, hash) values (@Jurisdiction, @Stream, @Version, @hash)
        on conflict (jurisdiction, stream) do update set version = excluded.version, hash = excluded.hash
        """;

    // The book is locked before the head is read, as the writer does: of two nodes at one stream the second sees what the first wrote.
    public static async Task Write(
        EventStore store, DbConnection connection, DbTransaction transaction, string jurisdiction, Signature signature, string stream, Fact fact)
    {
        await store.Begin(jurisdiction, connection, transaction);
        var (day, hash) = await connection.QuerySingleAsync<(DateOnly, string)>(
            $"select recorded_on, hash from jurisdictions where jurisdiction = @jurisdiction {store.Dialect.ForUpdate}", new { jurisdiction }, transaction);
        var today = store.Options.Today;
        if (day < today)
        {
            day = today;
            await connection.ExecuteAsync("update jurisdictions set recorded_on = @day where jurisdiction = @jurisdiction", new { jurisdiction, day }, transaction);
        }
        var stood = await connection.QuerySingleOrDefaultAsync<(long Version, byte[] Hash)?>(
            "select version, hash from heads where jurisdiction = @jurisdiction and stream = @stream", new { jurisdiction, stream }, transaction);
        var head = new Head();
        if (stood is var (version, last)) (head.Version, head.Hash) = (version, last);
        var e = head.Append(fact, jurisdiction, stream, signature, new Book(day, ChainHash.Named(hash)), store.Options, new Envelope());
        await connection.ExecuteAsync(Insert, new
        {
            e.Jurisdiction,
            e.Stream,
            e.Version,
            e.Id,
            e.At,
            e.RecordedOn,
            e.By,
            e.OnBehalfOf,
            e.Node,
            e.Cause,
            e.Type,
            e.TypeVersion,
            payload = System.Text.Encoding.UTF8.GetString(e.Payload.Span),
            hash = head.Hash,
        }, transaction);
        await connection.ExecuteAsync(MoveHead, new { e.Jurisdiction, e.Stream, e.Version, hash = head.Hash }, transaction);
    }
}
