using Duban.Domain.Cases;
using Duban.Ledger;

namespace Duban.Bench.Bare;

/// <summary>The rows that transitions left, to be written by a bare driver for as many other cases: same tables, same values, only the case's name is another.</summary>
/// <param name="Types">The database's name of each value's type, for each of the <see cref="Texts"/>.</param>
/// <param name="Transitions">For each transition the values of each of the <see cref="Texts"/>.</param>
internal sealed record BareRows(string[][] Types, IReadOnlyList<object[][]> Transitions)
{
    /// <summary>What one transition writes: an event, its stream's head, the case's row, two tallies, a message. Only columns that change are written.</summary>
    public static readonly string[] Texts =
    [
        """
        insert into events (stream, jurisdiction, version, id, at, recorded_on, signed_by, on_behalf_of, node, cause, type, type_version, payload, hash)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
        """,
        "update heads set version = $3, hash = $4 where stream = $1 and jurisdiction = $2",
        """
        update cases set version = $3, stage = $4, awaits = $5, node_due = $6, due_sort = $7, red_on = $8, orange_on = $9, yellow_on = $10, since = $11,
            updated_at = $12, hand = $13, hand_since = $14
        where case_id = $1 and jurisdiction = $2
        """,
        "update case_tallies set count = count - 1 where campaign = $1 and jurisdiction = $2 and area = $3 and stage = $4 and awaits = $5 and hand = $6",
        "update case_tallies set count = count + 1 where campaign = $1 and jurisdiction = $2 and area = $3 and stage = $4 and awaits = $5 and hand = $6",
        "insert into outbox (jurisdiction, topic, payload, created_at, due_at) values ($1, $2, $3, $4, $4)",
    ];

    // The first three name the case in their first column; the others are alike for all.
    private static readonly string[] Reading =
    [
        "select stream, jurisdiction, version, id, at, recorded_on, signed_by, on_behalf_of, node, cause, type, type_version, payload, hash from events where jurisdiction = '430400' and stream = @name order by version desc limit 1",
        "select stream, jurisdiction, version, hash from heads where jurisdiction = '430400' and stream = @name",
        """
        select case_id, jurisdiction, version, stage, awaits, node_due, due_sort, red_on, orange_on, yellow_on, since, updated_at, hand, hand_since
        from cases where jurisdiction = '430400' and case_id = @name
        """,
        "select campaign, jurisdiction, area, stage, awaits, hand from case_tallies where jurisdiction = '430400' and campaign = 'BN' and stage = 'handed_over'",
        "select campaign, jurisdiction, area, stage, awaits, hand from case_tallies where jurisdiction = '430400' and campaign = 'BN' and stage = 'rectifying'",
        "select jurisdiction, topic, payload, created_at from outbox where topic = 'case.signed_for' order by id desc limit 1",
    ];

    /// <summary>Reads what the last act on each of some cases left and makes it the rows of as many others.</summary>
    public static async Task<BareRows> After(EventStore store, IReadOnlyList<CaseId> done, IReadOnlyList<CaseId> others)
    {
        await using var db = await store.Connect();
        var (types, values) = (new string[Texts.Length][], Enumerable.Range(0, done.Count).Select(_ => new object[Texts.Length][]).ToList());
        for (var i = 0; i < Texts.Length; i++)
        {
            await using var command = db.CreateCommand();
            command.CommandText = Reading[i];
            var name = command.CreateParameter();
            name.ParameterName = "name";
            command.Parameters.Add(name);
            for (var n = 0; n < done.Count; n++)
            {
                if (n > 0 && i > 2)
                {
                    values[n][i] = [.. values[0][i].Select(v => v is string text ? text.Replace(done[0].Value, others[n].Value, StringComparison.Ordinal) : v)];
                    continue;
                }
                name.Value = i == 2 ? done[n].Value : done[n].Stream;
                await using var reader = await command.ExecuteReaderAsync();
                if (!await reader.ReadAsync()) throw new InvalidOperationException($"no row for {Texts[i]}");
                types[i] = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetDataTypeName)];
                reader.GetValues(values[n][i] = new object[reader.FieldCount]);
                if (i <= 2) values[n][i][0] = i == 2 ? others[n].Value : others[n].Stream;
            }
        }
        return new(types, values);
    }
}
