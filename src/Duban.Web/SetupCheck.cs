using System.Data.Common;
using System.Text;
using System.Text.Json;
using Dapper;
using Duban.Domain.Procedures;
using Duban.Web.People;
using Duban.Web.Procedures;

namespace Duban.Web;

/// <summary>Compares units, campaigns, procedures and the calendar in force, and their journal, with what was chained when they were changed.</summary>
public static class SetupCheck
{
    /// <summary>How many subjects of a city are chained, and those that do not agree with the chain.</summary>
    /// <param name="db">The ledger, whose chains must be whole.</param>
    /// <param name="tx">One moment of it.</param>
    /// <param name="jurisdiction">The city.</param>
    public static async Task<(int Chained, IReadOnlyList<string> Broken)> Of(DbConnection db, DbTransaction tx, string jurisdiction)
    {
        var chained = (await SetupChanges.Facts(db, tx, jurisdiction, SetupChanges.Streams)).ToLookup(f => f.Subject, f => (f.By, f.At, Body: BodyOf(f.Type, f.Payload)));
        var journal = (await db.QueryAsync<(string Subject, string By, DateTimeOffset At, string Body)>(
            "select subject, changed_by, changed_at, body from setup_changes where jurisdiction = @jurisdiction order by id", new { jurisdiction }, tx))
            .ToLookup(r => r.Subject, r => (r.By, r.At, r.Body));
        var inForce = await InForce(db, tx, jurisdiction);
        var subjects = chained.Select(c => c.Key).Union(inForce.Keys).Union(journal.Select(j => j.Key));
        return (chained.Count, [.. subjects.Where(Differs).Order(StringComparer.Ordinal)]);

        bool Differs(string subject)
        {
            var (facts, noted) = (chained[subject].ToList(), journal[subject].ToList());
            // What was noted before it was chained is known to nobody but the journal.
            if (facts is [{ By: RegisterTakenOver.Signer }, ..]) noted = [.. noted.TakeLast(facts.Count)];
            return facts.Count == 0 || !facts.SequenceEqual(noted) || Alike(subject, inForce.GetValueOrDefault(subject)) != Alike(subject, facts[^1].Body);
        }
    }

    private static string BodyOf(string type, string payload) => SetupEventJson.Read(type, Encoding.UTF8.GetBytes(payload)) switch
    {
        SetupEvent.Changed changed => changed.Body,
        var other => throw new InvalidOperationException($"{other} leaves no body"),
    };

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
