using System.Data.Common;
using Dapper;
using Duban.Domain.Cases;
using Duban.Domain.Procedures;
using Duban.Ledger;

namespace Duban.Web.Cases;

/// <summary>What the text of a search means in a city, looked up before its list is read.</summary>
/// <param name="Match">What the text index is asked for.</param>
/// <param name="Words">The cases of the city whose words match, by their numbers in the index; null when they are too many to name.</param>
/// <param name="Slips">The cases on slips of that number, by the same.</param>
internal sealed record CaseSearch(string Match, IReadOnlySet<long>? Words, IReadOnlySet<long> Slips)
{
    // So many finds are gone through one by one; among more, the order of the list soon meets a page of them.
    private const int Few = 2000;

    /// <summary>All that is found, where it is little enough to go from it straight to the cases, in whatever order they lie; else null.</summary>
    public IReadOnlySet<long>? Little { get; } = Words?.Union(Slips).ToHashSet();

    /// <summary>Looks a text up; null when nothing is asked for, or marks alone.</summary>
    /// <param name="db">The ledger's database.</param>
    /// <param name="dialect">Its dialect.</param>
    /// <param name="jurisdiction">The city.</param>
    /// <param name="text">As typed.</param>
    /// <param name="ct">Gives up.</param>
    public static async Task<CaseSearch?> For(DbConnection db, Dialect dialect, string jurisdiction, string? text, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(text) || CaseText.Match(dialect, text) is not { } match) return null;
        var slips = await OnSlips(db, jurisdiction, text, ct);
        var words = (await db.QueryAsync<long>(new CommandDefinition(CaseText.Numbers(dialect), new { jurisdiction, match, most = Few + 1 }, cancellationToken: ct))).ToHashSet();
        return new(match, words.Count > Few ? null : words, slips);
    }

    private static async Task<IReadOnlySet<long>> OnSlips(DbConnection db, string jurisdiction, string number, CancellationToken ct) =>
        SlipNumber.Key(number) is not { Length: > 0 } key ? new HashSet<long>() : (await db.QueryAsync<string>(new CommandDefinition(
            """
            select c.case_id from slips s join slip_cases c on c.jurisdiction = s.jurisdiction and c.slip_id = s.slip_id
            where s.jurisdiction = @jurisdiction and s.number_key = @key limit @Few
            """, new { jurisdiction, key, Few }, cancellationToken: ct))).Select(id => CaseText.Id(jurisdiction, new CaseId(id))).ToHashSet();
}
