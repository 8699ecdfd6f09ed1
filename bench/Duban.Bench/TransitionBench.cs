using System.Data.Common;
using System.Diagnostics;
using System.Net.Http.Json;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Duban.Bench;

/// <summary>Durable transitions through the whole HTTP path at 64 clients, beside a bare driver writing the same rows, 64 to a commit.</summary>
internal static class TransitionBench
{
    private const int Count = 6_400, Clients = 64;

    public static async Task<string> Run(string? postgres)
    {
        await using var city = await BenchCity.Start(postgres);
        var cases = await city.HandedOver(Count + 640);
        using var client = await city.Client("hengdong-liaison");
        await Load.Run(Clients, 640, i => Sign(client, cases[Count + i].Value));
        var ours = await Load.Run(Clients, Count, i => Sign(client, cases[i].Value));
        var bare = await Pump(city.Address, postgres);
        return $"| durable transitions, 64 clients, {(postgres is null ? "SQLite FULL" : "PostgreSQL")} | {bare:N0}/s | {ours.PerSecond:N0}/s (median {ours.Median:N1} ms, p99 {ours.P99:N1} ms) | {ours.PerSecond / bare:0.00} × | ≥ 0.5 × |";
    }

    private static async Task Sign(HttpClient client, string id)
    {
        using var answer = await client.PostAsJsonAsync($"/api/cases/{id}/sign", new { });
        answer.EnsureSuccessStatusCode();
        await answer.Content.ReadAsByteArrayAsync();
    }

    // The rows one transition leaves, into the same tables and indexes, by prepared statements and nothing else.
    private static async Task<double> Pump(string address, string? postgres)
    {
        await using DbConnection db = postgres is null ? new SqliteConnection($"Data Source={address}") : new NpgsqlConnection(address);
        await db.OpenAsync();
        if (postgres is null) await Text(db, null, "pragma synchronous=full");
        string[] texts =
        [
            "insert into events (jurisdiction, stream, version, id, at, recorded_on, signed_by, node, type, type_version, payload, hash) select jurisdiction, 'bare/' || stream, version, id, at, recorded_on, signed_by, node, type, type_version, payload, hash from events where jurisdiction = '430400' and stream = @s and version = 4",
            "insert into heads (jurisdiction, stream, version, hash) select jurisdiction, 'bare/' || stream, version, hash from heads where jurisdiction = '430400' and stream = @s",
            "update cases set version = version, stage = 'applied', since = since, node_due = node_due, due_sort = due_sort, updated_at = updated_at where jurisdiction = '430400' and case_id = @c",
            "update case_tallies set count = count - 1 where jurisdiction = '430400' and campaign = 'BN' and area = '430424' and stage = 'rectifying'",
            "update case_tallies set count = count + 1 where jurisdiction = '430400' and campaign = 'BN' and area = '430424' and stage = 'handed_over'",
            "insert into outbox (jurisdiction, topic, payload, created_at, due_at) select '430400', 'case.signed_for', payload, at, at from events where jurisdiction = '430400' and stream = @s and version = 4",
        ];
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < Count; i += Clients)
        {
            await using var tx = await db.BeginTransactionAsync();
            var commands = texts.Select(t => Prepared(db, tx, t)).ToList();
            for (var j = i; j < i + Clients; j++)
                foreach (var command in commands)
                {
                    command.Parameters[0].Value = $"case/BN-{j + 1:000}";
                    command.Parameters[1].Value = $"BN-{j + 1:000}";
                    await command.ExecuteNonQueryAsync();
                }
            await tx.CommitAsync();
            foreach (var command in commands) await command.DisposeAsync();
        }
        return Count / clock.Elapsed.TotalSeconds;
    }

    private static DbCommand Prepared(DbConnection db, DbTransaction tx, string text)
    {
        var command = db.CreateCommand();
        (command.CommandText, command.Transaction) = (text, tx);
        foreach (var name in new[] { "s", "c" })
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, "");
            command.Parameters.Add(parameter);
        }
        return command;
    }

    private static async Task Text(DbConnection db, DbTransaction? tx, string text)
    {
        await using var command = db.CreateCommand();
        (command.CommandText, command.Transaction) = (text, tx);
        await command.ExecuteNonQueryAsync();
    }
}
