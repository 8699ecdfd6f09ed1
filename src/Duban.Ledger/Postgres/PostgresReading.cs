using Npgsql;
using NpgsqlTypes;

namespace Duban.Ledger;

/// <summary>Reads streams for whoever waits: while one query is under way the next ones gather, as entries do for a commit, and share a round trip.</summary>
internal sealed class PostgresReading(NpgsqlDataSource source)
{
    // The order by inside keeps the planner from anything but one look into the index for each stream.
    private const string Text = $"""
        select e.* from unnest($1, $2, $3) with ordinality k (jurisdiction, stream, after, n)
        cross join lateral (
            select k.n, {EventRows.Columns} from events e
            where e.jurisdiction = k.jurisdiction and e.stream = k.stream and e.version > k.after order by e.version) e
        """;

    private readonly Lock gathering = new();
    private List<Wanted> waiting = [];
    private bool underWay;

    public Task<IReadOnlyList<StoredEvent>> Stream(string jurisdiction, string stream, long after)
    {
        var wanted = new Wanted(jurisdiction, stream, after);
        lock (gathering)
        {
            waiting.Add(wanted);
            if (underWay) return wanted.Answer.Task;
            underWay = true;
        }
        _ = Run();
        return wanted.Answer.Task;
    }

    private async Task Run()
    {
        while (true)
        {
            List<Wanted> taken;
            lock (gathering)
            {
                underWay = waiting.Count > 0;
                if (!underWay) return;
                (taken, waiting) = (waiting, []);
            }
            try
            {
                await Read(taken);
                foreach (var wanted in taken) wanted.Answer.TrySetResult(wanted.Events);
            }
            catch (Exception fault)
            {
                foreach (var wanted in taken) wanted.Answer.TrySetException(fault);
            }
        }
    }

    private async Task Read(List<Wanted> taken)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(Text, connection);
        command.Parameters.Add(new NpgsqlParameter<string[]> { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text, TypedValue = [.. taken.Select(w => w.Jurisdiction)] });
        command.Parameters.Add(new NpgsqlParameter<string[]> { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text, TypedValue = [.. taken.Select(w => w.Stream)] });
        command.Parameters.Add(new NpgsqlParameter<long[]> { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint, TypedValue = [.. taken.Select(w => w.After)] });
        await using var reader = await command.ExecuteReaderAsync();
        var portable = new PortableReader(reader);
        while (await reader.ReadAsync()) taken[(int)reader.GetInt64(0) - 1].Events.Add(EventRows.Event(portable, first: 1));
    }

    private sealed record Wanted(string Jurisdiction, string Stream, long After)
    {
        public List<StoredEvent> Events { get; } = [];

        public TaskCompletionSource<IReadOnlyList<StoredEvent>> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
