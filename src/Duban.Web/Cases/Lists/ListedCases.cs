using Duban.Domain;
using Duban.Domain.Cases;
using Duban.Domain.People;
using Duban.Domain.Procedures;
using Duban.Web.Cases.HandOvers;

namespace Duban.Web.Cases.Lists;

/// <summary>A page of a list of cases.</summary>
/// <param name="Path">The list's address.</param>
/// <param name="Query">The filter as it stands in the address.</param>
/// <param name="Filter">What was asked for.</param>
/// <param name="Reasons">Words of the address that mean nothing.</param>
/// <param name="Lines">The rows.</param>
/// <param name="Next">Where the next page begins, or null.</param>
/// <param name="By">Who looks.</param>
/// <param name="Holders">The city's units and campaigns, and how holders are named today.</param>
/// <param name="Tallies">How many stand where.</param>
public sealed record ListedCases(
    string Path, IQueryCollection Query, CaseFilter Filter, IReadOnlyList<Reason> Reasons, IReadOnlyList<CaseLine> Lines, CaseKey? Next,
    Actor By, Holders Holders, TallySheet Tallies)
{
    /// <summary>The city's units.</summary>
    public UnitTree Units => Holders.Units;

    /// <summary>Its campaigns.</summary>
    public IReadOnlyList<Campaign> Campaigns => Holders.Campaigns;

    /// <summary>The list of the menu it is, or null for all cases.</summary>
    public WaitingFor? Waiting { get; init; }

    /// <summary>Slips this reader's unit can sign for in one act.</summary>
    public IReadOnlyList<OpenSlip> Slips { get; init; } = [];

    /// <summary>How many match, when the tallies can tell.</summary>
    public long? Total => Filter is { Light: null, Text: null, Level: null, DueFrom: null, DueTo: null, Request: null }
        ? Tallies.Count(By, t => (Filter.Open is null || Filter.Open != t.Stage.IsEnd()) && (Filter.Stages.Count == 0 || Filter.Stages.Contains(t.Stage))
            && (Filter.Awaits is null || t.Awaits == Filter.Awaits) && (Filter.Hands.Count == 0 || t.Hand is { } hand && Filter.Hands.Contains(hand)), Filter.Campaign, Filter.Unit)
        : null;

    /// <summary>The same list with other words; see <see cref="CaseFilterText.Address"/>.</summary>
    public string With(params ReadOnlySpan<(string Name, string? Value)> changes) => CaseFilterText.Address(Path, Query, changes);

    /// <summary>A word of the address, or null.</summary>
    public string? Word(string name) => Query[name].ToString() is { Length: > 0 } word ? word : null;

    /// <summary>The units a reader may choose: those below their own, and the way down to the chosen one.</summary>
    public IEnumerable<(Unit Unit, int Depth)> Choices()
    {
        if (Rights.Sees(By) is not { } seen || Units.Find(seen.Unit) is not { } root) yield break;
        foreach (var pair in Below(root, 0)) yield return pair;
    }

    private IEnumerable<(Unit Unit, int Depth)> Below(Unit unit, int depth)
    {
        foreach (var child in Units.Below(unit).Where(u => u.Active))
        {
            yield return (child, depth);
            if (Filter.Unit is not { } chosen || !child.Path.Holds(chosen)) continue;
            foreach (var pair in Below(child, depth + 1)) yield return pair;
        }
    }
}
