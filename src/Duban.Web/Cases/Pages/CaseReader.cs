using Dapper;
using Duban.Domain;
using Duban.Domain.Calendar;
using Duban.Domain.Cases;
using Duban.Domain.People;
using Duban.Ledger;
using Duban.Web.People;
using Duban.Web.Procedures;
using Standing = Duban.Domain.Cases.Standing;

namespace Duban.Web.Cases.Pages;

/// <summary>Reads one case for its pages, by its number or by the number of the lead it began as.</summary>
public sealed class CaseReader(CaseDoor door, EventStore store, Campaigns campaigns, UnitRegister units, HolderReader holders, City city)
{
    /// <summary>The case as it stands, or null when there is none or the actor may not know of it.</summary>
    public async Task<Case?> Find(Actor by, string number)
    {
        if (!CaseId.TryParse(number, null, out var id)) return null;
        if (await door.See(by, id) is { } c) return c;
        return await Lead(id) is { } lead ? await door.See(by, lead) : null;
    }

    /// <summary>The name of the case that is meant: one that began as a lead is called by its number as well.</summary>
    public async Task<CaseId> Meant(CaseId asked) => await door.Has(asked) ? asked : await Lead(asked) ?? asked;

    /// <summary>The case with its history, or null.</summary>
    public async Task<OneCase?> Read(Actor by, string number) => await Find(by, number) is { } c ? await Read(by, c) : null;

    /// <summary>A case that is known to be the actor's to see, with its history.</summary>
    public async Task<OneCase> Read(Actor by, Case c)
    {
        var act = door.ActOf(by);
        var events = await Stored(c);
        var tree = await units.Tree();
        List<Happened> history = [.. events.Select(e => CaseHistory.Of(e, act.Calendar))];
        return new(c, act, history,
            events.Count == 0 ? "" : Convert.ToHexStringLower(events[^1].Hash.Span), tree, await Posts(history),
            c.Campaign is { } code ? await campaigns.Find(city.Code, code) : null)
        {
            Holders = await holders.On(act.Today),
            Able = InHand.Of(c, act.Today) switch
            {
                { Hand: Hand.Verifier } now => await Able(c, act, now.Act, Role.Verifier, tree),
                { Hand: Hand.Acceptor } now => await Able(c, act, now.Act, Role.Acceptor, tree),
                _ => null,
            },
        };
    }

    /// <summary>The rounds of a case that is known to be the asker's to see.</summary>
    public async Task<IReadOnlyList<CaseRound>> Rounds(Case c, WorkCalendar calendar) =>
        Domain.Cases.Rounds.Of(new Case(c.Id, c.Procedure), (await Stored(c)).Select(e => CaseHistory.Of(e, calendar)));

    // No further than the case that was read: somebody may have acted since.
    private async Task<List<StoredEvent>> Stored(Case c) => [.. (await store.Read(city.Code, c.Id.Stream)).Where(e => e.Version <= c.Version)];

    // Rights and four eyes leave some posts out: only whoever could do it now is named.
    private async Task<IReadOnlyList<string>> Able(Case c, Act act, CaseAct kind, Role role, UnitTree tree) =>
    [
        .. (from post in await InOffice(act.Today, tree, role)
            where Rights.Refusal(post.Actor, kind, c.Holding?.Unit, c.CoUnits) is null && Standing.Of(kind, c, act with { By = post.Actor }).Count == 0
            select post.Unit.Name).Distinct(),
    ];

    /// <summary>People a plan of the case may name, by unit and post.</summary>
    public async Task<IReadOnlyList<TeamPerson>> People(Case c, DateOnly today) =>
    [
        .. from post in await InOffice(today, await units.Tree(), Role.Liaison, Role.UnitLeader)
           where PlanTeam.MayJoin(c, post.Actor)
           select new TeamPerson(post.Actor.Person.Value, post.Name, PlanTeam.MayLead(c, post.Actor), post.Unit.Name),
    ];

    private async Task<IReadOnlyList<(Actor Actor, string Name, Unit Unit)>> InOffice(DateOnly today, UnitTree tree, params IEnumerable<Role> roles)
    {
        var values = new DynamicParameters(new { city.Code, today });
        var among = values.AddAll("role", roles.Select(role => role.ToString()));
        await using var db = await store.Connect();
        var posts = await db.QueryAsync<(string Person, string Name, string Role, string Unit)>(
            $"""
            select p.person_id, p.name, o.role, o.unit_id from post o
            join person p on p.jurisdiction = o.jurisdiction and p.person_id = o.person_id
            join unit u on u.jurisdiction = o.jurisdiction and u.unit_id = o.unit_id
            where o.jurisdiction = @Code and p.disabled_at is null and o.since <= @today and (o.until is null or o.until >= @today) and o.role in ({among})
            order by u.path, o.role desc, p.person_id
            """, values);
        return
        [
            .. from p in posts
               let unit = tree.Find(new UnitId(p.Unit))
               where unit is not null
               select (new Actor(new PersonId(p.Person), Enum.Parse<Role>(p.Role), unit.Path, unit.Kind), p.Name, unit),
        ];
    }

    private async Task<CaseId?> Lead(CaseId number)
    {
        await using var db = await store.Connect();
        return await db.ExecuteScalarAsync<string?>(
            "select case_id from cases where jurisdiction = @Code and number = @Value and number <> case_id", new { city.Code, number.Value }) is { } id ? new CaseId(id) : null;
    }

    // Of every plan: an earlier round is told with the people it named.
    private async Task<IReadOnlyDictionary<string, string>> Posts(IEnumerable<Happened> history)
    {
        var people = history.Select(h => h.Event).OfType<CaseEvent.Planned>().SelectMany(e => e.Plan.Team.Append(e.Plan.Leader)).Distinct().ToList();
        if (people.Count == 0) return new Dictionary<string, string>();
        var values = new DynamicParameters(new { city.Code });
        var names = values.AddAll("p", people.Select(person => person.Value));
        await using var db = await store.Connect();
        var rows = await db.QueryAsync<(string Person, string Name)>($"select person_id, name from person where jurisdiction = @Code and person_id in ({names})", values);
        return rows.ToDictionary(r => r.Person, r => r.Name);
    }
}

/// <summary>Somebody who can be named in a plan.</summary>
/// <param name="Person">Their id.</param>
/// <param name="Name">As the register has it.</param>
/// <param name="MayLead">True when this post may lead it.</param>
/// <param name="Unit">The post's unit.</param>
public sealed record TeamPerson(string Person, string Name, bool MayLead, string Unit);
