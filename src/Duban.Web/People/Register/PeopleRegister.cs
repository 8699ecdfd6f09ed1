using System.Data.Common;
using Dapper;
using Duban.Domain;
using Duban.Domain.Calendar;
using Duban.Domain.People;
using Duban.Ledger;
using Duban.Web.Clock;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Duban.Web.People;

/// <summary>The register of people and posts: who enters it, what changes, who leaves. Nobody is ever deleted, for history names them.</summary>
public sealed class PeopleRegister(
    EventStore store, City city, UnitRegister units, Standings standings, PostsHeld posts, IPasswordHasher<Account> hasher, TimeProvider clock, RealTime time)
{
    /// <summary>The register of an installation that no web application has opened: for the command line.</summary>
    public static PeopleRegister Of(Installation installation)
    {
        var (store, city, time) = (installation.Store, installation.City, new RealTime(installation.Clock));
        var hasher = new PasswordHasher<Account>(Options.Create(new PasswordHasherOptions { IterationCount = Password.Iterations }));
        var units = new UnitRegister(store, city, installation.Clock, time);
        return new(store, city, units, new(store, city, time), new(store, city, units, time), hasher, installation.Clock, time);
    }

    private DateOnly Today => WorkCalendar.China.LocalDate(clock.GetUtcNow());

    /// <summary>Enters a person with a first post and a password; the reasons when they cannot be entered.</summary>
    /// <param name="person">Who, and the post.</param>
    /// <param name="password">A password that has been judged.</param>
    /// <param name="mustChange">True for a one-time password.</param>
    /// <param name="by">Who enters them: a user name, or the command that did it.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<IReadOnlyList<Reason>> Add(NewPerson person, string password, bool mustChange, string by, CancellationToken ct = default)
    {
        var reasons = person.Judge(await units.Tree(ct));
        if (reasons.Count > 0) return reasons;
        var hash = hasher.HashPassword(Blank(person.UserName), password);
        reasons = await store.Write(async (connection, transaction) =>
        {
            if (await Exists(connection, transaction, person.UserName)) return (IReadOnlyList<Reason>)[new Reason("person.user_name_taken", "userName", person.UserName)];
            await Insert(connection, transaction, [person], hash, mustChange, by);
            return [];
        }, ct);
        posts.Forget();
        return reasons;
    }

    /// <summary>Enters those who are not there yet, all with one password and from one day on; for the demo, whose password everybody knows.</summary>
    public async Task<int> AddAbsent(IReadOnlyList<NewPerson> people, string password, DateOnly since, string by, CancellationToken ct = default)
    {
        var tree = await units.Tree(ct);
        if (people.SelectMany(p => p.Judge(tree)).FirstOrDefault() is { } reason)
            throw new InvalidOperationException($"{reason.Code} {string.Join(' ', reason.Args)}");
        // A password that is printed needs no slow hash.
        var hash = new PasswordHasher<Account>(Options.Create(new PasswordHasherOptions { IterationCount = 1_000 })).HashPassword(Blank("demo"), password);
        var added = await store.Write(async (connection, transaction) =>
        {
            var there = (await connection.QueryAsync<string>("SELECT person_id FROM person WHERE jurisdiction = @Code", new { city.Code }, transaction)).ToHashSet();
            var absent = people.Where(p => !there.Contains(p.UserName)).ToList();
            await Insert(connection, transaction, absent, hash, mustChange: false, by, since);
            return absent.Count;
        }, ct);
        posts.Forget();
        return added;
    }

    /// <summary>Gives a person one more post from today on.</summary>
    public async Task<IReadOnlyList<Reason>> AddPost(PersonId person, UnitId unit, Role role, string by, CancellationToken ct = default)
    {
        var reasons = NewPerson.JudgePost(unit, role, await units.Tree(ct)).ToList();
        if (reasons.Count > 0) return reasons;
        reasons = await store.Write(async (connection, transaction) =>
        {
            var held = (await connection.QueryAsync<(string Unit, string Role, DateOnly? Until)>(
                "SELECT unit_id, role, until FROM post WHERE jurisdiction = @Code AND person_id = @Value", new { city.Code, person.Value }, transaction)).ToList();
            if (!await Exists(connection, transaction, person.Value)) return [new Reason("person.unknown", "person", person.Value)];
            if (held.Any(p => p.Unit == unit.Value && p.Role == role.ToString() && (p.Until is null || p.Until >= Today)))
                return [new Reason("post.held_already", "role")];
            var given = new PersonEvent.PostGiven($"{person}.{held.Count + 1}", unit, role, Today);
            await connection.ExecuteAsync(InsertPost, new
            {
                city.Code,
                Id = given.Post,
                Person = person.Value,
                Unit = unit.Value,
                Role = role.ToString(),
                given.Since,
            }, transaction);
            await Record(connection, transaction, person, given, by);
            return new List<Reason>();
        }, ct);
        Forget(person);
        return reasons;
    }

    /// <summary>Ends a post with the end of yesterday; false when it had ended or never was. The last administrator stays.</summary>
    public Task<IReadOnlyList<Reason>> EndPost(PersonId person, string postId, string by, CancellationToken ct = default)
    {
        var ended = new PersonEvent.PostEnded(postId, Today.AddDays(-1));
        return Change(new(person, ended, by), "UPDATE post SET until = @Until WHERE jurisdiction = @Code AND person_id = @Value AND post_id = @postId AND (until IS NULL OR until > @Until)",
            new { city.Code, person.Value, postId, ended.Until }, "post.unknown", ct, leaves: true, postId);
    }

    /// <summary>Shuts a person out, at once, at every browser and for every token.</summary>
    public Task<IReadOnlyList<Reason>> Disable(PersonId person, string by, CancellationToken ct = default) =>
        Change(new(person, new PersonEvent.ShutOut(), by), "UPDATE person SET disabled_at = @Now WHERE jurisdiction = @Code AND person_id = @Value AND disabled_at IS NULL",
            new { city.Code, person.Value, time.Now }, "person.unknown_or_disabled", ct, leaves: true);

    /// <summary>Lets a person in again.</summary>
    public Task<IReadOnlyList<Reason>> Enable(PersonId person, string by, CancellationToken ct = default) =>
        Change(new(person, new PersonEvent.LetIn(), by), "UPDATE person SET disabled_at = NULL WHERE jurisdiction = @Code AND person_id = @Value AND disabled_at IS NOT NULL",
            new { city.Code, person.Value }, "person.unknown_or_enabled", ct);

    /// <summary>Sets a password, lifts a lock and puts every browser out.</summary>
    public Task<IReadOnlyList<Reason>> SetPassword(PersonId person, string password, bool mustChange, string by, CancellationToken ct = default) =>
        Change(new(person, new PersonEvent.PasswordSet(mustChange), by), """
            UPDATE account SET password_hash = @hash, security_stamp = @stamp, must_change = @mustChange, access_failed_count = 0, lockout_end = NULL
            WHERE jurisdiction = @Code AND person_id = @Value
            """, new { city.Code, person.Value, hash = hasher.HashPassword(Blank(person.Value), password), stamp = Stamp(), mustChange }, "person.unknown", ct);

    /// <summary>Everybody, post by post.</summary>
    public async Task<IReadOnlyList<PersonRow>> All(CancellationToken ct = default)
    {
        await using var connection = await store.Connect(ct);
        return [.. await connection.QueryAsync<PersonRow>("""
            SELECT p.person_id AS Person, p.name AS Name, a.user_name AS UserName, p.disabled_at AS DisabledAt, a.lockout_end AS LockoutEnd,
                   o.post_id AS PostId, o.unit_id AS Unit, o.role AS Role, o.since AS Since, o.until AS Until
            FROM person p
            LEFT JOIN account a ON a.jurisdiction = p.jurisdiction AND a.person_id = p.person_id
            LEFT JOIN post o ON o.jurisdiction = p.jurisdiction AND o.person_id = p.person_id
            WHERE p.jurisdiction = @Code ORDER BY p.person_id, o.since, o.post_id
            """, new { city.Code })];
    }

    private const string InsertPost = """
        INSERT INTO post (jurisdiction, post_id, person_id, unit_id, role, since) VALUES (@Code, @Id, @Person, @Unit, @Role, @Since)
        """;

    private async Task Insert(
        DbConnection connection, DbTransaction transaction, IReadOnlyList<NewPerson> people, string hash, bool mustChange, string by, DateOnly? since = null)
    {
        foreach (var person in people)
        {
            var row = new
            {
                city.Code,
                Person = person.UserName,
                Name = person.Name.Trim(),
                Id = $"{person.UserName}.1",
                Unit = person.Unit.Value,
                Role = person.Role.ToString(),
                Since = since ?? Today,
                Normalised = person.UserName.ToUpperInvariant(),
                hash,
                stamp = Stamp(),
                mustChange,
            };
            await connection.ExecuteAsync("INSERT INTO person (jurisdiction, person_id, name) VALUES (@Code, @Person, @Name)", row, transaction);
            await connection.ExecuteAsync(InsertPost, row, transaction);
            await connection.ExecuteAsync("""
                INSERT INTO account (jurisdiction, person_id, user_name, normalised_name, password_hash, security_stamp, must_change)
                VALUES (@Code, @Person, @Person, @Normalised, @hash, @stamp, @mustChange)
                """, row, transaction);
            await Record(connection, transaction, new(person.UserName), new PersonEvent.Entered(row.Id, person.Unit, person.Role, row.Since), by);
        }
    }

    // Without an administrator nobody could ever let one in again.
    private async Task<bool> IsLastAdministrator(DbConnection connection, DbTransaction transaction, PersonId person, string? postId)
    {
        var held = (await connection.QueryAsync<(string Person, string Post)>("""
            SELECT o.person_id, o.post_id FROM post o JOIN person p ON p.jurisdiction = o.jurisdiction AND p.person_id = o.person_id
            WHERE o.jurisdiction = @Code AND o.role = @role AND p.disabled_at IS NULL AND o.since <= @Today AND (o.until IS NULL OR o.until >= @Today)
            """, new { city.Code, role = nameof(Role.Administrator), Today }, transaction)).ToList();
        bool Leaves((string Person, string Post) p) => p.Person == person.Value && (postId is null || p.Post == postId);
        return held.Any(Leaves) && held.All(Leaves);
    }

    private Task<bool> Exists(DbConnection connection, DbTransaction transaction, string userName) => connection.ExecuteScalarAsync<bool>(
        "SELECT EXISTS (SELECT 1 FROM account WHERE jurisdiction = @Code AND normalised_name = @name)",
        new { city.Code, name = userName.ToUpperInvariant() }, transaction);

    private async Task<IReadOnlyList<Reason>> Change(
        Asked asked, string sql, object values, string otherwise, CancellationToken ct, bool leaves = false, string? postId = null)
    {
        var (person, fact, by) = asked;
        var reasons = await store.Write<IReadOnlyList<Reason>>(async (connection, transaction) =>
        {
            if (leaves && await IsLastAdministrator(connection, transaction, person, postId)) return [new Reason("person.last_administrator", null, person.Value)];
            if (await connection.ExecuteAsync(sql, values, transaction) == 0) return [new Reason(otherwise, null, person.Value)];
            await Record(connection, transaction, person, fact, by);
            return [];
        }, ct);
        Forget(person);
        return reasons;
    }

    private void Forget(PersonId person)
    {
        standings.Forget(person);
        posts.Forget();
    }

    private Task Record(DbConnection connection, DbTransaction transaction, PersonId person, PersonEvent fact, string by) =>
        PersonChanges.Record(store, connection, transaction, city.Code, new(person, fact, new(by, clock.GetUtcNow())));

    private static Account Blank(string name) => new() { Person = name, UserName = name };

    private static string Stamp() => Convert.ToHexString(System.Security.Cryptography.RandomNumberGenerator.GetBytes(20));

    private sealed record Asked(PersonId Person, PersonEvent Fact, string By);
}
