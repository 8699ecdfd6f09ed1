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
    /// <summary>Checks every city. The chains must be whole.</summary>
    public static async Task<RegisterCheck> Run(EventStore store, CancellationToken ct)
    {
        var found = new RegisterCheck(0, 0, 0, null);
        await using var db = await store.Connect(ct);
        foreach (var jurisdiction in (await db.QueryAsync<string>("select jurisdiction from jurisdictions order by jurisdiction")).AsList())
        {
            var people = await Twice("person", () => PeopleCheck.Of(store, db, jurisdiction, ct));
            var setups = await Twice("setup", () => SetupCheck.Of(store, db, jurisdiction, ct));
            Wording? first = people.Broken is [var person, ..] ? new($"{jurisdiction} {person}：任职登记与记录不符", $"{jurisdiction} {person}: register of people")
                : setups.Broken is [var subject, ..] ? new($"{jurisdiction} {subject}：设置与记录不符", $"{jurisdiction} {subject}: setup") : null;
            found = new(
                found.People + people.Chained, found.Setups + setups.Chained,
                found.Broken + people.Broken.Count + setups.Broken.Count, found.First ?? first);
        }
        return found;
    }

    // The system may be at work between two readings: only what differs twice is called changed.
    private static async Task<(int Chained, IReadOnlyList<string> Broken)> Twice(string table, Func<Task<(int Chained, IReadOnlyList<string> Broken)>> check)
    {
        try
        {
            var first = await check();
            if (first.Broken.Count == 0) return first;
            var again = await check();
            return (again.Chained, [.. again.Broken.Where(first.Broken.Contains)]);
        }
        // A row that no program of ours can have written: a day that is none, a role nobody has.
        catch (Exception e) when (e is FormatException or DataException or ArgumentException or InvalidCastException or JsonException)
        {
            return (0, [table]);
        }
    }
}
