using Dapper;
using Duban.Domain.People;
using Duban.Ledger;
using Duban.Web.Clock;

namespace Duban.Web.People;

/// <summary>The city's units, read once and kept for a minute; what is saved here is seen here at once.</summary>
public sealed class UnitRegister(EventStore store, City city, RealTime time)
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);
    private volatile Reading? latest;

    /// <summary>The tree of units.</summary>
    public ValueTask<UnitTree> Tree(CancellationToken ct = default) =>
        latest is { } reading && time.Clock.GetElapsedTime(reading.At) < Kept ? new(reading.Tree) : new(Read(ct));

    /// <summary>Adds or renews units, all or none; units not mentioned stay as they are.</summary>
    public async Task Save(IReadOnlyList<Unit> units, CancellationToken ct = default)
    {
        await store.Write((connection, transaction) => connection.ExecuteAsync("""
            INSERT INTO unit (jurisdiction, unit_id, path, name, full_name, kind, aliases, active, position)
            VALUES (@Code, @Id, @Path, @Name, @FullName, @Kind, @Aliases, @Active, @Position)
            ON CONFLICT (jurisdiction, unit_id) DO UPDATE SET path = excluded.path, name = excluded.name, full_name = excluded.full_name,
                kind = excluded.kind, aliases = excluded.aliases, active = excluded.active, position = excluded.position
            """, units.Select((unit, position) => new
        {
            city.Code,
            Id = unit.Id.Value,
            Path = unit.Path.Value,
            unit.Name,
            unit.FullName,
            Kind = unit.Kind.ToString(),
            Aliases = string.Join('|', unit.Aliases),
            unit.Active,
            Position = position,
        }), transaction), ct);
        latest = null;
    }

    /// <summary>Keeps one more name under which lists mention a unit; the rest of it stays as it is.</summary>
    public async Task Call(Unit unit, string alias, CancellationToken ct = default)
    {
        if (alias.Contains('|', StringComparison.Ordinal) || unit.Aliases.Contains(alias)) return;
        await store.Write((connection, transaction) => connection.ExecuteAsync(
            "UPDATE unit SET aliases = CASE WHEN aliases = '' THEN @alias ELSE aliases || '|' || @alias END WHERE jurisdiction = @Code AND unit_id = @Id",
            new { city.Code, Id = unit.Id.Value, alias }, transaction), ct);
        latest = null;
    }

    private async Task<UnitTree> Read(CancellationToken ct)
    {
        var at = time.Clock.GetTimestamp();
        await using var connection = await store.Connect(ct);
        var rows = await connection.QueryAsync<Row>("""
            SELECT unit_id AS Id, path AS Path, name AS Name, full_name AS FullName, kind AS Kind, aliases AS Aliases, active AS Active
            FROM unit WHERE jurisdiction = @Code ORDER BY position, path
            """, new { city.Code });
        var tree = new UnitTree(rows.Select(row => new Unit(new(row.Id), new(row.Path), row.Name, Enum.Parse<UnitKind>(row.Kind))
        {
            FullName = row.FullName,
            Active = row.Active,
            Aliases = row.Aliases.Split('|', StringSplitOptions.RemoveEmptyEntries),
        }));
        latest = new(tree, at);
        return tree;
    }

    private sealed record Reading(UnitTree Tree, long At);

    private sealed record Row(string Id, string Path, string Name, string FullName, string Kind, string Aliases, bool Active);
}
