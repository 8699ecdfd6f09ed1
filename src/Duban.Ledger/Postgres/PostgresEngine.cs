using System.Data.Common;
using Npgsql;

namespace Duban.Ledger;

/// <summary>The store on PostgreSQL 15 or later.</summary>
internal sealed class PostgresEngine : IEngine
{
    private const int Oldest = 15;
    private const long MigrationLock = 0x647562616e; // "duban"
    private readonly NpgsqlDataSource source;
    private readonly PostgresReading reading;
    private readonly TimeSpan patience;
    private PostgresWriting? writing;
    private bool saving;

    public PostgresEngine(NpgsqlConnectionStringBuilder address, TimeSpan patience)
    {
        if (address.MaxAutoPrepare == 0) (address.MaxAutoPrepare, address.AutoPrepareMinUsages) = (200, 2);
        address.ApplicationName ??= "duban";
        address.NoResetOnClose = true; // Nobody here leaves settings behind, and resetting costs more than most queries.
        source = NpgsqlDataSource.Create(address);
        reading = new(source);
        this.patience = patience;
    }

    public Dialect Dialect => Dialect.Postgres;

    public void Commit(Group group)
    {
        saving = false;
        writing ??= PostgresWriting.Open(source, patience);
        writing.Load(group);
        group.Decide();
        saving = true;
        writing.Save(group);
    }

    public void Abandon()
    {
        writing?.Dispose();
        writing = null;
    }

    public bool IsRefusal(Exception fault) => fault is ArgumentException or InvalidCastException or OverflowException
        || fault is PostgresException { SqlState: ['2', '2' or '3', ..] or ['4', '2', ..] or ['P', '0', ..] };

    // A connection that was lost before the saving began has written nothing: the same entries may go through another one.
    public bool IsPassing(Exception fault) => fault is PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected }
        || (!saving && fault is NpgsqlException { IsTransient: true } or PostgresException { SqlState: PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown });

    public ValueTask<IReadOnlyList<StoredEvent>> ReadStream(string jurisdiction, string stream, long after, CancellationToken ct) =>
        new(reading.Stream(jurisdiction, stream, after).WaitAsync(ct));

    public async ValueTask<DbConnection> Connect(CancellationToken ct) => await source.OpenConnectionAsync(ct);

    public async Task<(DbConnection Connection, DbTransaction Transaction)> BeginWrite(CancellationToken ct)
    {
        var connection = await source.OpenConnectionAsync(ct);
        try
        {
            if (connection.PostgreSqlVersion.Major < Oldest)
                throw new NotSupportedException($"Duban needs PostgreSQL {Oldest} or later; this server is {connection.PostgreSqlVersion}.");
            return (connection, await connection.BeginTransactionAsync(ct));
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public async Task LockMigrations(DbConnection connection, DbTransaction transaction, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand($"select pg_advisory_xact_lock({MigrationLock})", (NpgsqlConnection)connection, (NpgsqlTransaction)transaction);
        await command.ExecuteNonQueryAsync(ct);
    }

    public async ValueTask DisposeAsync()
    {
        Abandon();
        await source.DisposeAsync();
    }
}
