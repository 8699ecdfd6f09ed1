using System.Data;
using System.Text.Json;
using Dapper;
using Duban.Ledger;
using Duban.Web.People;

namespace Duban.Web;

/// <summary>What a check of the register and the setup found.</summary>
/// <param name="People">People whose posts, passwords and tokens are chained.</param>
/// <param name="Setups">Units, campaigns, procedures and calendar years that are chained.</param>
/// <param name="Broken">Places that do not agree with the chain.</param>
/// <param name="First">The first of them in words, or null.</param>
public sealed record RegisterCheck(long People, long Setups, long Broken, Wording? First)
{
    /// <summary>Checks every city as it stands at one moment. The chains must be whole.</summary>
    public static Task<RegisterCheck> Run(EventStore store, CancellationToken ct) => store.Still(async (db, moment) =>
    {
        var found = new RegisterCheck(0, 0, 0, null);
        foreach (var jurisdiction in (await db.QueryAsync<string>("select jurisdiction from jurisdictions order by jurisdiction", transaction: moment)).AsList())
        {
            var people = await Readable("person", () => PeopleCheck.Of(db, moment, jurisdiction));
            var setups = await Readable("setup", () => SetupCheck.Of(db, moment, jurisdiction));
            Wording? first = people.Broken is [var person, ..] ? new($"{jurisdiction} {person}：任职登记与记录不符", $"{jurisdiction} {person}: register of people")
                : setups.Broken is [var subject, ..] ? new($"{jurisdiction} {subject}：设置与记录不符", $"{jurisdiction} {subject}: setup") : null;
            found = new(
                found.People + people.Chained, found.Setups + setups.Chained, found.Broken + people.Broken.Count + setups.Broken.Count, found.First ?? first);
        }
        return found;
    }, ct);

    // A row that no program of ours can have written: a day that is none, a role nobody has.
    private static async Task<(int Chained, IReadOnlyList<string> Broken)> Readable(string table, Func<Task<(int Chained, IReadOnlyList<string> Broken)>> check)
    {
        try { return await check(); }
        catch (Exception e) when (e is FormatException or DataException or ArgumentException or InvalidCastException or JsonException) { return (0, [table]); }
    }
}
