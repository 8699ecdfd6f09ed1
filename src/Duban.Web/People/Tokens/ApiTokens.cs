using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Duban.Domain;
using Duban.Domain.People;
using Duban.Ledger;
using Duban.Web.Clock;

namespace Duban.Web.People;

/// <summary>A machine's token as the register keeps it: never the token itself.</summary>
public sealed record ApiToken(string Id, string PersonId, string PostId, string Name, TokenScope Scope, DateTimeOffset ExpiresAt, DateTimeOffset? RevokedAt);

/// <summary>Tokens for machines: <c>dbn_</c> and 256 random bits, of which only the SHA-256 is kept.</summary>
public sealed class ApiTokens(EventStore store, City city, TimeProvider clock, RealTime time)
{
    /// <summary>Days a token lives when nobody says otherwise, and at most.</summary>
    public const int UsualDays = 90, LongestDays = 366;

    private const string Prefix = "dbn_";
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<string, Reading> readings = new();

    /// <summary>What is wrong with a token's name and life.</summary>
    public static IReadOnlyList<Reason> Judge(string name, int days) => new Reasons()
        .When(days is < 1 or > LongestDays, "token.bad_days", "days", LongestDays)
        .When(name.Length is 0 or > 100 || name.Any(char.IsControl), "person.bad_name", "name", 100);

    /// <summary>Issues a token for a post; the answer is the only time it can be seen. Who made it stands in the record of the post's holder.</summary>
    public async Task<(string Token, string Id)> Issue(Post post, string name, TokenScope scope, TimeSpan life, string by, CancellationToken ct = default)
    {
        var token = Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var id = Guid.CreateVersion7(time.Now).ToString("N")[..12] + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6));
        var made = new PersonEvent.TokenMade(id, name, post.Id, scope == TokenScope.Write, time.Now + life, Hash(token));
        await store.Write(async (connection, transaction) =>
        {
            await connection.ExecuteAsync("""
                INSERT INTO api_token (jurisdiction, token_id, hash, post_id, name, scope, created_at, expires_at)
                VALUES (@Code, @id, @Hash, @Post, @name, @scope, @Now, @ExpiresAt)
                """, new { city.Code, id, made.Hash, made.Post, name, scope = scope.ToString(), time.Now, made.ExpiresAt }, transaction);
            await Record(connection, transaction, post.Person, made, by);
            return made;
        }, ct);
        return (token, id);
    }

    /// <summary>Ends a person's token; false when they have none of that id still valid.</summary>
    public async Task<bool> Revoke(PersonId person, string id, string by, CancellationToken ct = default)
    {
        var revoked = await store.Write(async (connection, transaction) =>
        {
            var changed = await connection.ExecuteAsync("""
                UPDATE api_token SET revoked_at = @Now WHERE jurisdiction = @Code AND token_id = @id AND revoked_at IS NULL
                AND post_id IN (SELECT post_id FROM post WHERE jurisdiction = @Code AND person_id = @Value)
                """, new { city.Code, id, person.Value, time.Now }, transaction);
            if (changed > 0) await Record(connection, transaction, person, new PersonEvent.TokenRevoked(id), by);
            return changed > 0;
        }, ct);
        readings.Clear();
        return revoked;
    }

    /// <summary>The tokens of a person, newest first.</summary>
    public async Task<IReadOnlyList<ApiToken>> Of(PersonId person, CancellationToken ct = default)
    {
        await using var connection = await store.Connect(ct);
        return [.. await connection.QueryAsync<ApiToken>(Select + " AND p.person_id = @Value ORDER BY t.created_at DESC, t.token_id", new { city.Code, person.Value })];
    }

    /// <summary>The token if it is known, unexpired and not revoked. The hash is compared, never the token, so timing tells nothing.</summary>
    public async ValueTask<ApiToken?> Find(string token, CancellationToken ct = default)
    {
        if (!token.StartsWith(Prefix, StringComparison.Ordinal) || token.Length > 100) return null;
        var hash = Hash(token);
        if (!readings.TryGetValue(hash, out var reading) || time.Clock.GetElapsedTime(reading.At) >= Kept)
        {
            var at = time.Clock.GetTimestamp();
            await using var connection = await store.Connect(ct);
            if (await connection.QuerySingleOrDefaultAsync<ApiToken>(Select + " AND t.hash = @hash", new { city.Code, hash }) is not { } found) return null;
            readings[hash] = reading = new(found, at);
        }
        return reading.Token is { RevokedAt: null } valid && valid.ExpiresAt > time.Now ? valid : null;
    }

    private const string Select = """
        SELECT t.token_id AS Id, p.person_id AS PersonId, t.post_id AS PostId, t.name AS Name, t.scope AS Scope,
               t.expires_at AS ExpiresAt, t.revoked_at AS RevokedAt
        FROM api_token t JOIN post p ON p.jurisdiction = t.jurisdiction AND p.post_id = t.post_id
        WHERE t.jurisdiction = @Code
        """;

    private Task Record(DbConnection connection, DbTransaction transaction, PersonId person, PersonEvent fact, string by) =>
        PersonChanges.Record(store, connection, transaction, city.Code, new(person, fact, new(by, clock.GetUtcNow())));

    private static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    private sealed record Reading(ApiToken Token, long At);
}
