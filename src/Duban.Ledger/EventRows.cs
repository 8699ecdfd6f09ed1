using System.Data.Common;
using System.Runtime.CompilerServices;

namespace Duban.Ledger;

/// <summary>Reads events out of their table.</summary>
internal static class EventRows
{
    public const string Columns =
        "jurisdiction, sequence, stream, version, id, at, recorded_on, signed_by, on_behalf_of, node, cause, type, type_version, payload, hash";

    public static IAsyncEnumerable<StoredEvent> All(DbConnection connection, string? jurisdiction, long after, CancellationToken ct)
    {
        return jurisdiction is null
            ? Query(connection, $"select {Columns} from events where sequence > @after order by sequence", ct, ("after", after))
            : Query(connection, $"select {Columns} from events where sequence > @after and jurisdiction = @jurisdiction order by sequence", ct,
                ("after", after), ("jurisdiction", jurisdiction));
    }

    public static IAsyncEnumerable<StoredEvent> Streams(DbConnection connection, string jurisdiction, string prefix, CancellationToken ct) => Query(
        connection, $"select {Columns} from events where jurisdiction = @jurisdiction and stream >= @from and stream < @to order by stream, version", ct,
        ("jurisdiction", jurisdiction), ("from", prefix), ("to", prefix + char.MaxValue));

    public static DbCommand Command(DbConnection connection, string sql, params (string Name, object Value)[] parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }
        return command;
    }

    /// <summary>The event in a row whose columns from the first on are <see cref="Columns"/>.</summary>
    public static StoredEvent Event(PortableReader row, int first = 0) => new(
        row.Text(first), row.Whole(first + 1), row.Text(first + 2), row.Whole(first + 3), row.Id(first + 4), row.Instant(first + 5), row.Day(first + 6),
        row.Text(first + 7), row.TextOrNull(first + 8), row.Text(first + 9), row.IdOrNull(first + 10),
        row.Text(first + 11), (int)row.Whole(first + 12), row.Bytes(first + 13), row.Bytes(first + 14));

    private static async IAsyncEnumerable<StoredEvent> Query(
        DbConnection connection, string sql, [EnumeratorCancellation] CancellationToken ct, params (string Name, object Value)[] parameters)
    {
        await using var command = Command(connection, sql, parameters);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var portable = new PortableReader(reader);
        while (await reader.ReadAsync(ct)) yield return Event(portable);
    }
}
