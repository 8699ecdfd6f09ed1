using System.Data.Common;
using Dapper;
using Duban.Domain.People;
using Duban.Web.People.Pages;
using Duban.Web.Shell;

namespace Duban.Web.People;

/// <summary>The posts of some people, to name them by: outside the register people appear as posts.</summary>
public sealed class HeldPosts
{
    private readonly ILookup<string, Row> rows;

    private HeldPosts(IEnumerable<Row> rows) => this.rows = rows.ToLookup(r => r.Person);

    /// <summary>Reads the posts of these people, ended ones too.</summary>
    public static async Task<HeldPosts> Of(DbConnection db, string jurisdiction, IEnumerable<string> people)
    {
        var values = new DynamicParameters(new { jurisdiction });
        var names = values.AddAll("p", people.Distinct());
        if (names.Length == 0) return new([]);
        return new(await db.QueryAsync<Row>(
            $"""
            select o.person_id as Person, u.name as Unit, o.role as Role, o.since as Since, o.until as Until from post o
            join unit u on u.jurisdiction = o.jurisdiction and u.unit_id = o.unit_id
            where o.jurisdiction = @jurisdiction and o.person_id in ({names})
            order by o.since, o.post_id
            """, values));
    }

    /// <summary>市督查室 · 经办员: the posts held on the day, or the last before it; the name itself when it is no person's, as a command's is not.</summary>
    public string On(string person, DateOnly day, Words w)
    {
        var held = rows[person].Where(r => r.Since <= day && (r.Until is null || day <= r.Until)).ToList();
        if (held.Count == 0 && rows[person].LastOrDefault() is { } last) held = [last];
        return held.Count == 0 ? person : w.List(held.Select(r => $"{r.Unit} · {PeopleWords.Of(r.Role, w)}"));
    }

    private sealed record Row
    {
        public required string Person { get; init; }
        public required string Unit { get; init; }
        public required Role Role { get; init; }
        public required DateOnly Since { get; init; }
        public DateOnly? Until { get; init; }
    }
}
