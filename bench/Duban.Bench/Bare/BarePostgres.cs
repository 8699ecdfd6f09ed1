using Npgsql;

namespace Duban.Bench.Bare;

/// <summary>Npgsql and nothing else: all statements of a group prepared once and sent in one batch with its <c>begin</c> and <c>commit</c>, one round trip to a group.</summary>
internal sealed class BarePostgres : IBareDriver
{
    private readonly NpgsqlConnection connection;
    private readonly NpgsqlBatch batch;

    public BarePostgres(string address, string[][] types, int together)
    {
        connection = new(new NpgsqlConnectionStringBuilder(address) { Pooling = false }.ConnectionString);
        connection.Open();
        using (var settings = new NpgsqlCommand("set synchronous_commit = on", connection)) settings.ExecuteNonQuery();
        batch = new(connection);
        batch.BatchCommands.Add(new("begin"));
        for (var n = 0; n < together; n++)
            for (var i = 0; i < BareRows.Texts.Length; i++)
            {
                var command = new NpgsqlBatchCommand(BareRows.Texts[i]);
                foreach (var type in types[i]) command.Parameters.Add(new() { DataTypeName = type, Value = DBNull.Value });
                batch.BatchCommands.Add(command);
            }
        batch.BatchCommands.Add(new("commit"));
        batch.Prepare();
    }

    /// <inheritdoc />
    public void Write(IReadOnlyList<object[][]> transitions, int together)
    {
        foreach (var group in transitions.Chunk(together))
        {
            var at = 1;
            foreach (var transition in group)
                foreach (var values in transition)
                {
                    var parameters = batch.BatchCommands[at++].Parameters;
                    for (var j = 0; j < values.Length; j++) parameters[j].Value = values[j];
                }
            if (batch.ExecuteNonQuery() != group.Length * BareRows.Texts.Length) throw new InvalidOperationException("not every row was written");
        }
    }

    public void Dispose()
    {
        batch.Dispose();
        connection.Dispose();
    }
}
