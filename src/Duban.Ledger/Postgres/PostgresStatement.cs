using System.Text.RegularExpressions;
using Npgsql;
using NpgsqlTypes;

namespace Duban.Ledger;

/// <summary>A row's statement with numbered parameters whose types the server has told, so that a null does not need a plan of its own.</summary>
internal sealed partial class PostgresStatement
{
    private readonly string sql;
    private readonly NpgsqlDbType[] types;

    private PostgresStatement(string sql, NpgsqlDbType[] types) => (this.sql, this.types) = (sql, types);

    /// <summary>Asks the server once for each statement and connection.</summary>
    public static PostgresStatement Learn(NpgsqlConnection connection, Statement statement)
    {
        var names = statement.Names.ToList();
        var unnamed = NameOrQuote().Matches(statement.Sql).Select(m => m.Groups[1].Value).FirstOrDefault(n => n.Length > 0 && !names.Contains(n));
        if (unnamed is not null) throw new ArgumentException($"The statement mentions @{unnamed}, which is not named.");
        using var command = new NpgsqlCommand(statement.Sql, connection);
        NpgsqlCommandBuilder.DeriveParameters(command);
        var types = names.Select(n => command.Parameters.TryGetValue(n, out var p)
            ? p.NpgsqlDbType
            : throw new ArgumentException($"The statement does not mention @{n}.")).ToArray();
        var numbered = NameOrQuote().Replace(statement.Sql, m => m.Groups[1].Success ? $"${names.IndexOf(m.Groups[1].Value) + 1}" : m.Value);
        return new(numbered, types);
    }

    public NpgsqlBatchCommand Bind(IReadOnlyList<object?> values)
    {
        var command = new NpgsqlBatchCommand(sql);
        for (var i = 0; i < types.Length; i++)
            command.Parameters.Add(new() { NpgsqlDbType = types[i], Value = Fit(values[i], types[i]) });
        return command;
    }

    private static object Fit(object? value, NpgsqlDbType type) => (value, type) switch
    {
        (null, _) => DBNull.Value,
        (DateTimeOffset at, _) => PortableText.ToMicrosecond(at),
        (int number, NpgsqlDbType.Bigint) => (long)number,
        (int number, NpgsqlDbType.Numeric) => (decimal)number,
        (int number, NpgsqlDbType.Double) => (double)number,
        (long number, NpgsqlDbType.Integer) => checked((int)number),
        (long number, NpgsqlDbType.Smallint) => checked((short)number),
        (int number, NpgsqlDbType.Smallint) => checked((short)number),
        (long number, NpgsqlDbType.Numeric) => (decimal)number,
        (decimal number, NpgsqlDbType.Double) => (double)number,
        _ => value,
    };

    [GeneratedRegex(@"'[^']*'|@(\w+)")]
    private static partial Regex NameOrQuote();
}
