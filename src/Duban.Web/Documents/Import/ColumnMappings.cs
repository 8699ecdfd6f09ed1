using System.Text.Json;
using Dapper;
using Duban.Domain.People;
using Duban.Ledger;

namespace Duban.Web.Documents.Import;

/// <summary>The city's column mappings, each for the lists of one layout.</summary>
public sealed class ColumnMappings(EventStore store, City city, TimeProvider clock)
{
    /// <summary>All of them.</summary>
    public async Task<IReadOnlyList<ColumnMapping>> All(CancellationToken ct)
    {
        await using var db = await store.Connect(ct);
        var bodies = await db.QueryAsync<string>("select body from column_mappings where jurisdiction = @Code order by signature", new { city.Code });
        return [.. bodies.Select(b => JsonSerializer.Deserialize<ColumnMapping>(b)!)];
    }

    /// <summary>Keeps a corrected mapping for the next list of that layout.</summary>
    public Task Keep(ColumnMapping mapping, PersonId by) => store.Write((db, tx) => db.ExecuteAsync(
        """
        insert into column_mappings (jurisdiction, signature, body, saved_by, saved_at) values (@Code, @Signature, @body, @by, @at)
        on conflict (jurisdiction, signature) do update set body = excluded.body, saved_by = excluded.saved_by, saved_at = excluded.saved_at
        """, new { city.Code, mapping.Signature, body = JsonSerializer.Serialize(mapping), by = by.Value, at = clock.GetUtcNow() }, tx));

    /// <summary>Forgets one; false when there is none.</summary>
    public async Task<bool> Forget(string signature) => await store.Write((db, tx) => db.ExecuteAsync(
        "delete from column_mappings where jurisdiction = @Code and signature = @signature", new { city.Code, signature }, tx)) > 0;
}
