using System.Data.Common;
using System.Text.Json;
using Dapper;
using Duban.Domain.People;
using Duban.Ledger;
using Duban.Web.Clock;

namespace Duban.Web.People;

/// <summary>The city's units, read once and kept for a minute; what is saved here is seen here at once.</summary>
public sealed class UnitRegister(EventStore store, City city, TimeProvider clock, RealTime time)
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);
    private volatile Reading? latest;

    /// <summary>The tree of units.</summary>
    public ValueTask<UnitTree> Tree(CancellationToken ct = default) =>
        latest is { } reading && time.Clock.GetElapsedTime(reading.At) < Kept ? new(reading.Tree) : new(Read(ct));

    /// <summary>Adds or renews units, all or none; units not mentioned stay as they are. What is otherwise than before is noted, unit by unit.</summary>
    /// <param name="units">The whole of each.</param>
    /// <param name="by">Who does it: a user name, or the command that did it.</param>
    /// <param name="ct">Gives up.</param>
    public async Task Save(IReadOnlyList<Unit> units, string by, CancellationToken ct = default)
    {
        await store.Write(async (connection, transaction) =>
        {
            await SetupChanges.TakeTurn(connection, transaction, city.Code, "unit");
            var before = (await Rows(connection, transaction)).ToDictionary(row => row.Id);
            foreach (var (position, unit) in units.Index())
            {
                var row = Row.Of(unit);
                await connection.ExecuteAsync("""
                    INSERT INTO unit (jurisdiction, unit_id, path, name, full_name, kind, aliases, active, position)
                    VALUES (@Code, @Id, @Path, @Name, @FullName, @Kind, @Aliases, @Active, @position)
                    ON CONFLICT (jurisdiction, unit_id) DO UPDATE SET path = excluded.path, name = excluded.name, full_name = excluded.full_name,
                        kind = excluded.kind, aliases = excluded.aliases, active = excluded.active, position = excluded.position
                    """, new { city.Code, row.Id, row.Path, row.Name, row.FullName, row.Kind, row.Aliases, row.Active, position }, transaction);
                if (row != before.GetValueOrDefault(row.Id)) await Note(connection, transaction, row, by);
            }
            return units.Count;
        }, ct);
        latest = null;
    }

    /// <summary>Keeps one more name under which lists mention a unit; the rest of it stays as it is.</summary>
    public async Task Call(Unit unit, string alias, string by, CancellationToken ct = default)
    {
        if (alias.Contains('|', StringComparison.Ordinal)) return;
        await store.Write(async (connection, transaction) =>
        {
            await SetupChanges.TakeTurn(connection, transaction, city.Code, "unit");
            if ((await Rows(connection, transaction)).FirstOrDefault(row => row.Id == unit.Id.Value) is not { } row || row.Unit().Aliases.Contains(alias)) return 0;
            var called = row with { Aliases = row.Aliases.Length == 0 ? alias : $"{row.Aliases}|{alias}" };
            await connection.ExecuteAsync("UPDATE unit SET aliases = @Aliases WHERE jurisdiction = @Code AND unit_id = @Id", new { city.Code, called.Id, called.Aliases }, transaction);
            await Note(connection, transaction, called, by);
            return 1;
        }, ct);
        latest = null;
    }

    /// <summary>What the journal holds of each unit that is there.</summary>
    internal static async Task<IEnumerable<(string Subject, string Body)>> InForce(DbConnection connection, DbTransaction? transaction, string jurisdiction) =>
        (await connection.QueryAsync<Row>(Select, new { Code = jurisdiction }, transaction)).Select(row => (Subject(row.Id), JsonSerializer.Serialize(row, SetupChanges.Plain)));

    private async Task<UnitTree> Read(CancellationToken ct)
    {
        var at = time.Clock.GetTimestamp();
        await using var connection = await store.Connect(ct);
        var tree = new UnitTree((await Rows(connection, null)).Select(row => row.Unit()));
        latest = new(tree, at);
        return tree;
    }

    private Task<IEnumerable<Row>> Rows(DbConnection connection, DbTransaction? transaction) => connection.QueryAsync<Row>(Select, new { city.Code }, transaction);

    private Task Note(DbConnection connection, DbTransaction transaction, Row row, string by) => SetupChanges.Note(
        store, connection, transaction, city.Code, Subject(row.Id), JsonSerializer.Serialize(row, SetupChanges.Plain), new(by, clock.GetUtcNow()));

    private static string Subject(string unit) => $"unit/{unit}";

    private const string Select = """
        SELECT unit_id AS Id, path AS Path, name AS Name, full_name AS FullName, kind AS Kind, aliases AS Aliases, active AS Active
        FROM unit WHERE jurisdiction = @Code ORDER BY position, path
        """;

    private sealed record Reading(UnitTree Tree, long At);

    private sealed record Row(string Id, string Path, string Name, string FullName, string Kind, string Aliases, bool Active)
    {
        public static Row Of(Unit unit) => new(
            unit.Id.Value, unit.Path.Value, unit.Name, unit.FullName, unit.Kind.ToString(), string.Join('|', unit.Aliases), unit.Active);

        public Unit Unit() => new(new(Id), new(Path), Name, Enum.Parse<UnitKind>(Kind))
        {
            FullName = FullName,
            Active = Active,
            Aliases = Aliases.Split('|', StringSplitOptions.RemoveEmptyEntries),
        };
    }
}
