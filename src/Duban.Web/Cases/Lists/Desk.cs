using Duban.Domain;
using Duban.Domain.Cases;
using Duban.Domain.People;
using Duban.Domain.Procedures;

namespace Duban.Web.Cases.Lists;

/// <summary>The desk of one reader: what waits for them, most urgent first.</summary>
/// <param name="Act">Who looks, and when.</param>
/// <param name="Unit">Where they work.</param>
/// <param name="Groups">The rows in their groups; empty groups are left out.</param>
/// <param name="Counters">The groups whose numbers stand in the strip, empty ones too.</param>
/// <param name="Tomorrow">Cases that turn red tomorrow.</param>
/// <param name="News">What happened last; empty for those who do not see the whole city.</param>
public sealed record Desk(
    Act Act, Unit Unit, IReadOnlyList<DeskGroup> Groups, IReadOnlyList<DeskGroup> Counters, IReadOnlyList<CaseLine> Tomorrow, IReadOnlyList<News> News)
{
    /// <summary>How holders are named today.</summary>
    public required Holders Holders { get; init; }

    /// <summary>What a unit answers for and somebody else is to act on; null when there is none.</summary>
    public DeskGroup? Elsewhere => Groups.FirstOrDefault(g => g.Section.Key == "elsewhere");

    /// <summary>The city's units.</summary>
    public UnitTree Units => Holders.Units;

    /// <summary>The city's campaigns.</summary>
    public IReadOnlyList<Campaign> Campaigns => Holders.Campaigns;

    /// <summary>How many cases stand where.</summary>
    public required TallySheet Tallies { get; init; }
}

/// <summary>Rows of one kind.</summary>
/// <param name="Section">What kind.</param>
/// <param name="Count">How many there are.</param>
/// <param name="More">True when counting stopped there.</param>
/// <param name="Rows">The first of them.</param>
public sealed record DeskGroup(DeskSection Section, int Count, bool More, IReadOnlyList<DeskRow> Rows)
{
    /// <summary>Cases of its first rows that stand in a group above instead.</summary>
    public int Above { get; init; }

    /// <summary>
    /// The case that is due first, or, where no light is meant, the one that has waited longest: of all of them, also those not shown; null when there is none
    /// or too many to tell.
    /// </summary>
    public CaseLine? Oldest { get; init; }
}

/// <summary>A case on the desk.</summary>
/// <param name="Line">Its line.</param>
/// <param name="Case">Where it stands, for what is missing and what comes next.</param>
public sealed record DeskRow(CaseLine Line, Case Case)
{
    /// <summary>The words of a lead that somebody without an account reported; else null.</summary>
    public string? Said { get; init; }
}
