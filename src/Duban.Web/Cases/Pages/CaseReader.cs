using Dapper;
using Duban.Domain.Cases;
using Duban.Domain.People;
using Duban.Ledger;
using Duban.Web.People;
using Duban.Web.Procedures;

namespace Duban.Web.Cases.Pages;

/// <summary>Reads one case for its pages, by its number or by the number of the lead it began as.</summary>
public sealed class CaseReader(CaseDoor door, EventStore store, Campaigns campaigns, UnitRegister units, City city)
{
    /// <summary>The case as it stands, or null when there is none or the actor may not know of it.</summary>
    public async Task<Case?> Find(Actor by, string number)
    {
        if (!CaseId.TryParse(number, null, out var id)) return null;
        if (await door.See(by, id) is { } c) return c;
        return await Lead(id) is { } lead ? await door.See(by, lead) : null;
    }

    /// <summary>The case with its history, or null.</summary>
    public async Task<OneCase?> Read(Actor by, string number) => await Find(by, number) is { } c ? await Read(by, c) : null;

    /// <summary>A case that is known to be the actor's to see, with its history.</summary>
    public async Task<OneCase> Read(Actor by, Case c)
    {
        var act = door.ActOf(by);
        var events = (await store.Read(city.Code, c.Id.Stream)).Where(e => e.Version <= c.Version).ToList();
        return new(c, act, [.. events.Select(e => CaseHistory.Of(e, act.Calendar))],
            events.Count == 0 ? "" : Convert.ToHexStringLower(events[^1].Hash.Span), await units.Tree(), await Posts(c),
            c.Campaign is { } code ? await campaigns.Find(city.Code, code) : null);
    }

    /// <summary>People of a unit and of those below it who work on cases, by unit and post.</summary>
    public async Task<IReadOnlyList<TeamPerson>> People(UnitPath below, DateOnly today)
    {
        await using var db = await store.Connect();
        return [.. await db.QueryAsync<TeamPerson>(
            """
            select p.person_id as Person, p.name as Name, o.role as Role, u.name as Unit from post o
            join person p on p.jurisdiction = o.jurisdiction and p.person_id = o.person_id
            join unit u on u.jurisdiction = o.jurisdiction and u.unit_id = o.unit_id
            where o.jurisdiction = @Code and p.disabled_at is null and u.path like @below and o.since <= @today and (o.until is null or o.until >= @today)
              and o.role in ('Liaison', 'UnitLeader')
            order by u.path, o.role desc, p.person_id
            """, new { city.Code, below = below.Value + "%", today })];
    }

    private async Task<CaseId?> Lead(CaseId number)
    {
        await using var db = await store.Connect();
        return await db.ExecuteScalarAsync<string?>(
            "select case_id from cases where jurisdiction = @Code and number = @Value and number <> case_id", new { city.Code, number.Value }) is { } id ? new CaseId(id) : null;
    }

    private async Task<IReadOnlyDictionary<string, string>> Posts(Case c)
    {
        if (c.Plan is not { } plan) return new Dictionary<string, string>();
        // One parameter for each: the two databases take lists differently.
        var values = new DynamicParameters(new { city.Code });
        var names = plan.Team.Append(plan.Leader).Distinct().Select((person, i) =>
        {
            values.Add($"p{i}", person.Value);
            return $"@p{i}";
        }).ToList();
        await using var db = await store.Connect();
        var rows = await db.QueryAsync<(string Person, string Name)>($"select person_id, name from person where jurisdiction = @Code and person_id in ({string.Join(", ", names)})", values);
        return rows.ToDictionary(r => r.Person, r => r.Name);
    }
}

/// <summary>Somebody who can be named in a plan.</summary>
public sealed record TeamPerson(string Person, string Name, string Role, string Unit);
