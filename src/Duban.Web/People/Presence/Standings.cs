using System.Collections.Concurrent;
using Dapper;
using Duban.Domain.People;
using Duban.Ledger;
using Duban.Web.Clock;

namespace Duban.Web.People;

/// <summary>Standings, kept for five seconds: a dismissal counts at once on the node where it is written, five seconds later on the others.</summary>
public sealed class Standings(EventStore store, City city, RealTime time)
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<PersonId, Reading> readings = new();

    /// <summary>The standing of a person, or null when nobody bears the id.</summary>
    public ValueTask<Standing?> Of(PersonId person, CancellationToken ct = default) =>
        readings.TryGetValue(person, out var reading) && time.Clock.GetElapsedTime(reading.At) < Kept ? new(reading.Standing) : new(Read(person, ct));

    /// <summary>To be called after every change to a person, their posts or their account.</summary>
    public void Forget(PersonId person) => readings.TryRemove(person, out _);

    private async Task<Standing?> Read(PersonId person, CancellationToken ct)
    {
        var at = time.Clock.GetTimestamp();
        await using var connection = await store.Connect(ct);
        var row = await connection.QuerySingleOrDefaultAsync<PersonRow>("""
            SELECT p.name AS Name, p.disabled_at AS DisabledAt, a.security_stamp AS Stamp, COALESCE(a.must_change, @no) AS MustChange
            FROM person p LEFT JOIN account a ON a.jurisdiction = p.jurisdiction AND a.person_id = p.person_id
            WHERE p.jurisdiction = @Code AND p.person_id = @Value
            """, new { city.Code, person.Value, no = false });
        if (row is null) return null;
        var posts = await connection.QueryAsync<PostRow>("""
            SELECT post_id AS Id, unit_id AS Unit, role AS Role, since AS Since, until AS Until
            FROM post WHERE jurisdiction = @Code AND person_id = @Value ORDER BY since, post_id
            """, new { city.Code, person.Value });
        var standing = new Standing(person, row.Name, row.DisabledAt is not null, row.Stamp, row.MustChange,
            [.. posts.Select(p => new Post(p.Id, person, new(p.Unit), Enum.Parse<Role>(p.Role), p.Since, p.Until))]);
        readings[person] = new(standing, at);
        return standing;
    }

    private sealed record Reading(Standing Standing, long At);

    private sealed record PersonRow(string Name, DateTimeOffset? DisabledAt, string? Stamp, bool MustChange);

    private sealed record PostRow(string Id, string Unit, string Role, DateOnly Since, DateOnly? Until);
}
