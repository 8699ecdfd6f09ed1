using Microsoft.Data.Sqlite;

namespace Duban.Ledger;

/// <summary>A reader's connection with the one query that every act needs, prepared once: the driver would parse its text at each run.</summary>
internal sealed class SqliteReading(SqliteConnection connection) : IDisposable
{
    private readonly SqliteStatement stream = new(connection.Handle!,
        """
        select sequence, version, id, at, recorded_on, signed_by, on_behalf_of, node, cause, type, type_version, payload, hash
        from events where jurisdiction = @j and stream = @s and version > @after order by version
        """, "j", "s", "after");

    public IReadOnlyList<StoredEvent> Stream(string jurisdiction, string name, long after)
    {
        stream.Text(0, jurisdiction);
        stream.Text(1, name);
        stream.Whole(2, after);
        var events = new List<StoredEvent>();
        while (stream.Next()) events.Add(Event(jurisdiction, name));
        return events;
    }

    public void MustStand(string path) => SqliteFile.MustStand(connection.Handle!, path);

    public void Dispose()
    {
        stream.Dispose();
        connection.Dispose();
    }

    private StoredEvent Event(string jurisdiction, string name) => new(
        jurisdiction, stream.WholeAt(0), name, stream.WholeAt(1),
        Guid.Parse(stream.TextAt(2)), PortableText.ReadInstant(stream.TextAt(3)), PortableText.ReadDay(stream.TextAt(4)),
        stream.TextAt(5), stream.NullAt(6) ? null : stream.TextAt(6), stream.TextAt(7), stream.NullAt(8) ? null : Guid.Parse(stream.TextAt(8)),
        stream.TextAt(9), (int)stream.WholeAt(10), stream.BytesAt(11), stream.BytesAt(12));
}
