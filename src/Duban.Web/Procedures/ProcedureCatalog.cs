using System.Collections.Concurrent;
using System.Text;
using Dapper;
using Duban.Domain.Procedures;
using Duban.Ledger;

namespace Duban.Web.Procedures;

/// <summary>The procedures and campaigns of a city: those that ship, and what the city added. A version never changes once it is there.</summary>
public sealed class ProcedureCatalog(EventStore store)
{
    private static IEnumerable<Procedure> Shipped => ProcedureFile.Shipped.Concat(ProcedureFile.Earlier);

    private readonly ConcurrentDictionary<(string, string, int), Procedure> known = new();

    /// <summary>The procedure a case is walked by.</summary>
    /// <exception cref="InvalidOperationException">No such version: the ledger was written by another installation's catalogue.</exception>
    public async ValueTask<Procedure> Find(string jurisdiction, string code, int version)
    {
        if (known.TryGetValue((jurisdiction, code, version), out var hit)) return hit;
        // A city may have added a version before one of the same number shipped: its cases walk the city's.
        var found = await Added(jurisdiction, code, version) ?? Shipped.FirstOrDefault(p => p.Code == code && p.Version == version);
        return known.GetOrAdd((jurisdiction, code, version), found ?? throw new InvalidOperationException($"no procedure {code} version {version}"));
    }

    /// <summary>All versions of all procedures, newest first within a code.</summary>
    public async Task<IReadOnlyList<Procedure>> All(string jurisdiction)
    {
        await using var db = await store.Connect();
        var bodies = await db.QueryAsync<string>("select body from procedures where jurisdiction = @jurisdiction", new { jurisdiction });
        return [.. bodies.Select(Read).Concat(Shipped).DistinctBy(p => (p.Code, p.Version)).OrderBy(p => p.Code, StringComparer.Ordinal).ThenByDescending(p => p.Version)];
    }

    /// <summary>Adds a version; false when that code and version is taken.</summary>
    public async Task<bool> Add(string jurisdiction, Procedure procedure, string by, DateTimeOffset at)
    {
        if (Shipped.Any(p => p.Code == procedure.Code && p.Version == procedure.Version)) return false;
        var body = ProcedureFile.Write(procedure);
        return await store.Write(async (db, tx) =>
        {
            var added = await db.ExecuteAsync(
                """
                insert into procedures (jurisdiction, code, version, body, added_by, added_at) values (@jurisdiction, @Code, @Version, @body, @by, @at)
                on conflict do nothing
                """, new { jurisdiction, procedure.Code, procedure.Version, body, by, at }, tx);
            if (added == 1) await SetupChanges.Note(store, db, tx, jurisdiction, $"procedure/{procedure.Code}/{procedure.Version}", body, new(by, at));
            return added;
        }) == 1;
    }

    private async Task<Procedure?> Added(string jurisdiction, string code, int version)
    {
        await using var db = await store.Connect();
        var body = await db.ExecuteScalarAsync<string?>(
            "select body from procedures where jurisdiction = @jurisdiction and code = @code and version = @version", new { jurisdiction, code, version });
        return body is null ? null : Read(body);
    }

    private static Procedure Read(string body) => ProcedureFile.Read(Encoding.UTF8.GetBytes(body)) is { Allowed: true } read
        ? read.Facts[0]
        : throw new InvalidOperationException("a stored procedure does not read");
}
