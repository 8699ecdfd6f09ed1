using Npgsql;
using NpgsqlTypes;

namespace Duban.Ledger;

/// <summary>The writer's statements; each takes the whole group as arrays, one for each column.</summary>
internal static class PostgresTexts
{
    public const string LockBooks = "select jurisdiction, recorded_on, hash from jurisdictions where jurisdiction = any($1) order by jurisdiction for update";
    public const string AddBooks = "insert into jurisdictions (jurisdiction, recorded_on, hash) select unnest($1), $2, $3 on conflict do nothing";
    public const string DateBooks = "update jurisdictions set recorded_on = $2 where jurisdiction = any($1)";

    public const string ReadHeads = """
        select h.jurisdiction, h.stream, h.version, h.hash from unnest($1, $2) k (jurisdiction, stream)
        join heads h on h.jurisdiction = k.jurisdiction and h.stream = k.stream
        """;

    public const string ReadOnce = """
        select o.jurisdiction, o.key, o.request_hash, o.answer from unnest($1, $2) k (jurisdiction, key)
        join once o on o.jurisdiction = k.jurisdiction and o.key = k.key
        """;

    private const string InsertEvents = """
        insert into events (jurisdiction, stream, version, id, at, recorded_on, signed_by, on_behalf_of, node, cause, type, type_version, payload, hash)
        select * from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
        """;

    private const string UpsertHeads = """
        insert into heads (jurisdiction, stream, version, hash) select * from unnest($1, $2, $3, $4)
        on conflict (jurisdiction, stream) do update set version = excluded.version, hash = excluded.hash
        """;

    private const string InsertOutbox = """
        insert into outbox (jurisdiction, topic, payload, created_at, due_at) select j, t, p, $4, $4 from unnest($1, $2, $3) m (j, t, p)
        """;

    private const string InsertOnce = """
        insert into once (jurisdiction, key, request_hash, answer, at) select j, k, h, a, $5 from unnest($1, $2, $3, $4) o (j, k, h, a)
        """;

    public static void AddEvents(NpgsqlBatch batch, List<StoredEvent> events)
    {
        var command = new NpgsqlBatchCommand(InsertEvents);
        Column(command, NpgsqlDbType.Text, events, e => e.Jurisdiction);
        Column(command, NpgsqlDbType.Text, events, e => e.Stream);
        Column(command, NpgsqlDbType.Bigint, events, e => e.Version);
        Column(command, NpgsqlDbType.Uuid, events, e => e.Id);
        Column(command, NpgsqlDbType.TimestampTz, events, e => e.At);
        Column(command, NpgsqlDbType.Date, events, e => e.RecordedOn);
        Column(command, NpgsqlDbType.Text, events, e => e.By);
        Column(command, NpgsqlDbType.Text, events, e => e.OnBehalfOf);
        Column(command, NpgsqlDbType.Text, events, e => e.Node);
        Column(command, NpgsqlDbType.Uuid, events, e => e.Cause);
        Column(command, NpgsqlDbType.Text, events, e => e.Type);
        Column(command, NpgsqlDbType.Integer, events, e => e.TypeVersion);
        Column(command, NpgsqlDbType.Text, events, e => System.Text.Encoding.UTF8.GetString(e.Payload.Span));
        Column(command, NpgsqlDbType.Bytea, events, e => Bytes(e.Hash));
        batch.BatchCommands.Add(command);
    }

    public static void MoveHeads(NpgsqlBatch batch, Dictionary<StreamKey, Head> heads)
    {
        var moved = heads.Where(h => h.Value.Moved).ToList();
        if (moved.Count == 0) return;
        var command = new NpgsqlBatchCommand(UpsertHeads);
        Column(command, NpgsqlDbType.Text, moved, h => h.Key.Jurisdiction);
        Column(command, NpgsqlDbType.Text, moved, h => h.Key.Stream);
        Column(command, NpgsqlDbType.Bigint, moved, h => h.Value.Version);
        Column(command, NpgsqlDbType.Bytea, moved, h => h.Value.Hash);
        batch.BatchCommands.Add(command);
    }

    public static void AddOutbox(NpgsqlBatch batch, Group group)
    {
        var messages = group.Accepted.SelectMany(e => e.Outbox, (e, m) => (e.Jurisdiction, Message: m)).ToList();
        if (messages.Count == 0) return;
        var command = new NpgsqlBatchCommand(InsertOutbox);
        Column(command, NpgsqlDbType.Text, messages, m => m.Jurisdiction);
        Column(command, NpgsqlDbType.Text, messages, m => m.Message.Topic);
        Column(command, NpgsqlDbType.Text, messages, m => System.Text.Encoding.UTF8.GetString(m.Message.Payload.Span));
        command.Parameters.Add(new() { Value = group.Now });
        batch.BatchCommands.Add(command);
    }

    public static void AddOnce(NpgsqlBatch batch, Group group)
    {
        var kept = group.Accepted.Where(e => e.Once is not null).ToList();
        if (kept.Count == 0) return;
        var command = new NpgsqlBatchCommand(InsertOnce);
        Column(command, NpgsqlDbType.Text, kept, e => e.Jurisdiction);
        Column(command, NpgsqlDbType.Text, kept, e => e.Once!.Key);
        Column(command, NpgsqlDbType.Bytea, kept, e => Bytes(e.Once!.RequestHash));
        Column(command, NpgsqlDbType.Bytea, kept, e => Bytes(e.Once!.Answer));
        command.Parameters.Add(new() { Value = group.Now });
        batch.BatchCommands.Add(command);
    }

    private static void Column<TRow, T>(NpgsqlBatchCommand command, NpgsqlDbType type, List<TRow> rows, Func<TRow, T> cell)
    {
        var cells = new T[rows.Count];
        for (var i = 0; i < cells.Length; i++) cells[i] = cell(rows[i]);
        command.Parameters.Add(new NpgsqlParameter<T[]> { NpgsqlDbType = NpgsqlDbType.Array | type, TypedValue = cells });
    }

    private static byte[] Bytes(ReadOnlyMemory<byte> memory) =>
        System.Runtime.InteropServices.MemoryMarshal.TryGetArray(memory, out var array) && array.Array!.Length == array.Count ? array.Array : memory.ToArray();
}
