using System.Data.Common;
using System.Reflection;
using System.Runtime.CompilerServices;
using Dapper;

namespace Duban.Ledger;

/// <summary>The append-only ledger of one database, and the way to its tables; one for each process, for any number of threads.</summary>
public sealed class EventStore : IAsyncDisposable
{
    private readonly Writer writer;

    private EventStore(IEngine engine, StoreOptions options)
    {
        Engine = engine;
        Options = options;
        writer = new(engine, options);
    }

    /// <summary>The database's way of speaking.</summary>
    public Dialect Dialect => Engine.Dialect;

    /// <summary>Entries in the queue at this moment, for the gauges.</summary>
    public int Waiting => writer.Waiting;

    internal IEngine Engine { get; }

    internal StoreOptions Options { get; }

    /// <summary>False where the address names an SQLite file that is not there, so that opening it would make an empty ledger.</summary>
    public static bool MayBeThere(string address) => Ledger.Address.MayBeThere(address);

    /// <summary>Opens an SQLite path (created when absent) or a PostgreSQL connection string.</summary>
    public static async Task<EventStore> Open(string address, StoreOptions? options = null, CancellationToken ct = default)
    {
        options ??= new StoreOptions();
        PortableReading.Register();
        var engine = Address.Open(address, options);
        try
        {
            await using var probe = (await engine.BeginWrite(ct)).Connection;
            return new(engine, options);
        }
        catch
        {
            await engine.DisposeAsync();
            throw;
        }
    }

    /// <summary>Applies the numbered migrations of the ledger and of these assemblies that are missing, all or nothing.</summary>
    public Task Migrate(IReadOnlyList<Assembly> assemblies, CancellationToken ct = default) => MigrateTo(Migration.Of(assemblies, Dialect), ct);

    internal Task MigrateTo(IReadOnlyList<Migration> migrations, CancellationToken ct) => Write(async (connection, transaction) =>
    {
        await Engine.LockMigrations(connection, transaction, ct);
        await Migrating.Run(connection, transaction, migrations);
        return 0;
    }, ct);

    /// <summary>Writes an entry with whatever else waits; answers when it is on disk or refused. Throws <see cref="StorageException"/>.</summary>
    public Task<Receipt> Append(Entry entry, CancellationToken ct = default)
    {
        Shape.Check(entry);
        return writer.Append(entry).WaitAsync(ct); // Giving up waiting does not undo the writing.
    }

    /// <summary>The events of one stream after a version, in order.</summary>
    public ValueTask<IReadOnlyList<StoredEvent>> Read(string jurisdiction, string stream, long afterVersion = 0, CancellationToken ct = default) =>
        Engine.ReadStream(jurisdiction, stream, afterVersion, ct);

    /// <summary>All events after a sequence, in the order of writing, one at a time from the database.</summary>
    public async IAsyncEnumerable<StoredEvent> ReadAll(
        string? jurisdiction = null, long afterSequence = 0, [EnumeratorCancellation] CancellationToken ct = default)
    {
        await using var connection = await Connect(ct);
        await foreach (var e in EventRows.All(connection, jurisdiction, afterSequence, ct)) yield return e;
    }

    /// <summary>What became of an earlier request with this idempotency key: its answer, a key that served another request, or null when it is new.</summary>
    public async Task<Receipt?> Before(string jurisdiction, Once once, CancellationToken ct = default)
    {
        await using var connection = await Connect(ct);
        var row = await connection.QuerySingleOrDefaultAsync<(byte[] RequestHash, byte[] Answer)?>(
            "select request_hash, answer from once where jurisdiction = @jurisdiction and key = @Key", new { jurisdiction, once.Key });
        return row is not { } found ? null : once.RequestHash.Span.SequenceEqual(found.RequestHash) ? new Receipt.Repeated(found.Answer) : new Receipt.KeyReused();
    }

    /// <summary>All events of the streams whose names begin so, stream by stream in byte order of their names, one at a time from the database.</summary>
    public async IAsyncEnumerable<StoredEvent> ReadStreams(
        string jurisdiction, string prefix, [EnumeratorCancellation] CancellationToken ct = default)
    {
        await using var connection = await Connect(ct);
        await foreach (var e in EventRows.Streams(connection, jurisdiction, prefix, ct)) yield return e;
    }

    /// <summary>Reads the whole database as it stands at one moment, while everybody else works on.</summary>
    public async Task<T> Still<T>(Func<DbConnection, DbTransaction, Task<T>> read, CancellationToken ct = default)
    {
        await using var connection = await Connect(ct);
        await using var snapshot = await Snapshot.Begin(connection, ct);
        return await read(connection, snapshot);
    }

    /// <summary>An open pooled connection for queries; on SQLite it cannot write.</summary>
    public ValueTask<DbConnection> Connect(CancellationToken ct = default) => Engine.Connect(ct);

    /// <summary>Writes plain tables (accounts, settings) in one transaction, between two groups of the writer; under a <see cref="KeyClaim"/>, with its mark.</summary>
    public Task<T> Write<T>(Func<DbConnection, DbTransaction, Task<T>> work, CancellationToken ct = default) => writer.Between(async () =>
    {
        var (connection, transaction) = await Engine.BeginWrite(ct);
        await using (connection)
        await using (transaction)
        {
            if (KeyClaim.Current is { } claim) await claim.Mark(connection, transaction);
            var result = await work(connection, transaction);
            await transaction.CommitAsync(ct);
            return result;
        }
    }, ct);

    /// <summary>Chains one fact at the end of a stream, in a transaction of <see cref="Write"/>: for what is no case, such as the register of people.</summary>
    /// <param name="connection">The transaction's connection.</param>
    /// <param name="transaction">The transaction that changes the plain tables.</param>
    /// <param name="jurisdiction">The city's division code.</param>
    /// <param name="signature">Who signs, and when.</param>
    /// <param name="stream">The stream's name, e.g. <c>person/city-clerk</c>.</param>
    /// <param name="fact">What happened.</param>
    public Task Record(DbConnection connection, DbTransaction transaction, string jurisdiction, Signature signature, string stream, Fact fact) =>
        ChainedFact.Write(this, connection, transaction, jurisdiction, signature, stream, fact);

    /// <summary>Settles the hash of a jurisdiction's chains (<see cref="StoreOptions.Hash"/>) before its first event; one that has begun keeps its own.</summary>
    public Task Begin(string jurisdiction, DbConnection connection, DbTransaction transaction) => connection.ExecuteAsync(
        "insert into jurisdictions (jurisdiction, recorded_on, hash) values (@jurisdiction, @Today, @hash) on conflict do nothing",
        new { jurisdiction, Options.Today, hash = Options.Hash.Name }, transaction);

    /// <summary>Writes what waits, then closes.</summary>
    public async ValueTask DisposeAsync()
    {
        await writer.DisposeAsync();
        await Engine.DisposeAsync();
    }
}
