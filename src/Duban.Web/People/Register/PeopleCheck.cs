using System.Data.Common;
using Dapper;
using Duban.Domain.People;

namespace Duban.Web.People;

/// <summary>Compares who may come in, in which posts and through which tokens, with what was chained when it was given.</summary>
public static class PeopleCheck
{
    /// <summary>The people of a city whose entries are chained, and what does not agree with the chain.</summary>
    /// <param name="db">The ledger, whose chains must be whole.</param>
    /// <param name="tx">One moment of it.</param>
    /// <param name="jurisdiction">The city.</param>
    public static async Task<(int Chained, IReadOnlyList<string> Broken)> Of(DbConnection db, DbTransaction tx, string jurisdiction)
    {
        var records = (await PersonChanges.All(db, tx, jurisdiction)).GroupBy(c => c.Person)
            .ToDictionary(g => g.Key.Value, g => g.Aggregate(new PersonRecord(g.Key), (record, change) => record.After(change.Fact)), StringComparer.Ordinal);
        var people = (await People(db, tx, jurisdiction)).ToDictionary(p => p.Person, p => p.ShutOut, StringComparer.Ordinal);
        var (posts, tokens) = (await Posts(db, tx, jurisdiction), await Tokens(db, tx, jurisdiction));
        var broken = new List<string>();
        foreach (var person in records.Keys.Union(people.Keys).Order(StringComparer.Ordinal))
        {
            var record = records.GetValueOrDefault(person) ?? new(new(person));
            if (!records.ContainsKey(person) || !people.TryGetValue(person, out var shutOut) || shutOut != record.IsShutOut) broken.Add(person);
            broken.AddRange(Differ(posts[person].Select(p => (p.Id, Text(p))), record.Posts.Values.Select(p => (p.Id, Text(p)))));
            broken.AddRange(Differ(tokens[person].Select(t => (t.Made!.Token, Text(t))), record.Tokens.Select(t => (t.Key, Text(t.Value)))));
        }
        return (records.Count, broken);
    }

    internal static Task<IEnumerable<(string Person, bool ShutOut)>> People(DbConnection db, DbTransaction tx, string jurisdiction) => db.QueryAsync<(string, bool)>(
        "select person_id, disabled_at is not null from person where jurisdiction = @jurisdiction order by person_id", new { jurisdiction }, tx);

    internal static async Task<ILookup<string, Post>> Posts(DbConnection db, DbTransaction tx, string jurisdiction) =>
        (await db.QueryAsync<(string Person, string Post, string Unit, string Role, DateOnly Since, DateOnly? Until)>(
            "select person_id, post_id, unit_id, role, since, until from post where jurisdiction = @jurisdiction order by since, post_id", new { jurisdiction }, tx))
        .ToLookup(p => p.Person, p => new Post(p.Post, new(p.Person), new(p.Unit), Enum.Parse<Role>(p.Role), p.Since, p.Until));

    internal static async Task<ILookup<string, MachineToken>> Tokens(DbConnection db, DbTransaction tx, string jurisdiction) =>
        (await db.QueryAsync<(string Person, string Token, string Name, string Post, string Scope, DateTimeOffset ExpiresAt, string Hash, bool Revoked)>(
            """
            select p.person_id, t.token_id, t.name, t.post_id, t.scope, t.expires_at, t.hash, t.revoked_at is not null from api_token t
            join post p on p.jurisdiction = t.jurisdiction and p.post_id = t.post_id where t.jurisdiction = @jurisdiction order by t.created_at, t.token_id
            """, new { jurisdiction }, tx))
        .ToLookup(t => t.Person, t => new MachineToken(new(t.Token, t.Name, t.Post, t.Scope == nameof(TokenScope.Write), t.ExpiresAt, t.Hash), t.Revoked));

    private static string Text(Post p) => $"{p.Unit} {p.Role} {p.Since:yyyy-MM-dd} {p.Until:yyyy-MM-dd}";

    private static string Text(MachineToken t) => $"{t.Made?.Name} {t.Made?.Post} {t.Made?.Writes} {t.Made?.ExpiresAt.ToUnixTimeMilliseconds()} {t.Made?.Hash} {t.Revoked}";

    private static IEnumerable<string> Differ(IEnumerable<(string Id, string Text)> held, IEnumerable<(string Id, string Text)> known)
    {
        var (here, there) = (held.ToHashSet(), known.ToHashSet());
        return here.Except(there).Concat(there.Except(here)).Select(d => d.Id).Distinct().Order(StringComparer.Ordinal);
    }
}
