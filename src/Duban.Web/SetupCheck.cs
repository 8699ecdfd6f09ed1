using System.Data.Common;
using System.Text.Json;
using Dapper;
using Duban.Domain.Procedures;
using Duban.Ledger;
using Duban.Web.People;
using Duban.Web.Procedures;

namespace Duban.Web;

/// <summary>Compares units, campaigns, procedures and the calendar in force, and their journal, with what was chained when they were changed.</summary>
public static class SetupCheck
{
    /// <summary>How many subjects of a city are chained, and those that do not agree with the chain.</summary>
    /// <param name="store">The ledger; its chains must be whole.</param>
    /// <param name="db">A connection of its own.</param>
    /// <param name="jurisdiction">The city.</param>
    /// <param name="ct">Gives up.</param>
    public static async Task<(int Chained, IReadOnlyList<string> Broken)> Of(EventStore store, DbConnection db, string jurisdiction, CancellationToken ct)
    {
        var chained = new Dictionary<string, string>(StringComparer.Ordinal);
        await foreach (var e in store.ReadStreams(jurisdiction, SetupChanges.Streams, ct)) chained[e.Stream[SetupChanges.Streams.Length..]] = SetupChanges.BodyOf(e);
        var journal = (await db.QueryAsync<(string Subject, string Body)>(
            """
            select c.subject, c.body from setup_changes c where c.jurisdiction = @jurisdiction
            and c.id = (select max(l.id) from setup_changes l where l.jurisdiction = c.jurisdiction and l.subject = c.subject)
            """, new { jurisdiction })).ToDictionary(r => r.Subject, r => r.Body);
        var inForce = await InForce(db, null, jurisdiction);
        return (chained.Count, [.. chained.Keys.Union(inForce.Keys).Union(journal.Keys).Where(Differs).Order(StringComparer.Ordinal)]);

        bool Differs(string subject) => !chained.TryGetValue(subject, out var body) || journal.GetValueOrDefault(subject) != body
            || Alike(subject, inForce.GetValueOrDefault(subject)) != Alike(subject, body);
    }

    /// <summary>The whole of every subject as it stands at this moment, in the words of its journal.</summary>
    internal static async Task<IReadOnlyDictionary<string, string>> InForce(DbConnection db, DbTransaction? tx, string jurisdiction)
    {
        var bodies = await db.QueryAsync<(string Subject, string Body)>(
            """
            select 'procedure/' || code || '/' || version, body from procedures where jurisdiction = @jurisdiction
            union all select 'calendar/' || year, body from calendar_years where jurisdiction = @jurisdiction
            """, new { jurisdiction }, tx);
        var campaigns = (await Campaigns.InForce(db, tx, jurisdiction)).Select(c => (Subject: $"campaign/{c.Code}", Body: JsonSerializer.Serialize(c)));
        return bodies.Concat(campaigns).Concat(await UnitRegister.InForce(db, tx, jurisdiction)).ToDictionary(b => b.Subject, b => b.Body, StringComparer.Ordinal);
    }

    // A campaign gains members from version to version; what an old body does not say counts as what it means when it is read.
    private static string? Alike(string subject, string? body) => body is not null && subject.StartsWith("campaign/", StringComparison.Ordinal)
        ? JsonSerializer.Serialize(JsonSerializer.Deserialize<Campaign>(body)) : body;
}
