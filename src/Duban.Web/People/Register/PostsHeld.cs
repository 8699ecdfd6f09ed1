using Dapper;
using Duban.Domain.People;
using Duban.Ledger;
using Duban.Web.Clock;

namespace Duban.Web.People;

/// <summary>Which posts are held on a day, kept for five seconds, so that a list of cases can name whoever is there and nobody else.</summary>
public sealed class PostsHeld(EventStore store, City city, UnitRegister units, RealTime time)
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(5);
    private volatile Reading? latest;

    /// <summary>The posts of a day.</summary>
    public ValueTask<PostsOn> On(DateOnly day, CancellationToken ct = default) =>
        latest is { } reading && reading.Day == day && time.Clock.GetElapsedTime(reading.At) < Kept ? new(reading.Posts) : new(Read(day, ct));

    /// <summary>To be called after every change to people and posts.</summary>
    public void Forget() => latest = null;

    private async Task<PostsOn> Read(DateOnly day, CancellationToken ct)
    {
        var at = time.Clock.GetTimestamp();
        var tree = await units.Tree(ct);
        await using var db = await store.Connect(ct);
        var rows = await db.QueryAsync<(string Unit, string Role)>(
            """
            select distinct o.unit_id, o.role from post o join person p on p.jurisdiction = o.jurisdiction and p.person_id = o.person_id
            where o.jurisdiction = @Code and p.disabled_at is null and o.since <= @day and (o.until is null or o.until >= @day)
            """, new { city.Code, day });
        var posts = new PostsOn([.. from r in rows let unit = tree.Find(new UnitId(r.Unit)) where unit is not null select (unit, Enum.Parse<Role>(r.Role))]);
        latest = new(posts, day, at);
        return posts;
    }

    private sealed record Reading(PostsOn Posts, DateOnly Day, long At);
}

/// <summary>The posts of one day: which unit has somebody in which role.</summary>
/// <param name="held">Unit and role, each once.</param>
public sealed class PostsOn(IReadOnlyList<(Unit Unit, Role Role)> held)
{
    private readonly HashSet<(UnitId, Role)> all = [.. held.Select(p => (p.Unit.Id, p.Role))];
    private readonly ILookup<Role, Unit> byRole = held.OrderBy(p => p.Unit.Path.Value, StringComparer.Ordinal).ToLookup(p => p.Role, p => p.Unit);

    /// <summary>The units with somebody in that role.</summary>
    public IEnumerable<Unit> With(Role role) => byRole[role];

    /// <summary>Those of the roles that somebody holds in a unit.</summary>
    public IReadOnlyList<Role> In(UnitId unit, params IEnumerable<Role> roles) => [.. roles.Where(role => all.Contains((unit, role)))];
}
