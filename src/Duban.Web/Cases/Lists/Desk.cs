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
    /// <summary>The city's units.</summary>
    public required UnitTree Units { get; init; }

    /// <summary>The city's campaigns.</summary>
    public required IReadOnlyList<Campaign> Campaigns { get; init; }

    /// <summary>How many cases stand where.</summary>
    public required TallySheet Tallies { get; init; }

    /// <summary>True when a case at that stage waits for somebody of that role.</summary>
    public static bool Waits(Role role, Stage stage, Step? awaits) => role switch
    {
        Role.Liaison or Role.UnitLeader => stage is Stage.HandedOver or Stage.Accepted or Stage.Rectifying,
        Role.Verifier => awaits is Step.CountyVerify,
        Role.Acceptor => awaits is Step.ApprovePlan or Step.CityAccept,
        Role.Clerk => stage is Stage.ReturnAsked || awaits is Step.Register or Step.Grade or Step.HandOver or Step.Survey or Step.Notice or Step.StrikeOff,
        Role.Head => awaits is Step.ApprovePlan || Waits(Role.Clerk, stage, awaits),
        _ => false,
    };
}

/// <summary>Rows of one kind.</summary>
/// <param name="Section">What kind.</param>
/// <param name="Count">How many there are.</param>
/// <param name="More">True when counting stopped there.</param>
/// <param name="Rows">The first of them.</param>
public sealed record DeskGroup(DeskSection Section, int Count, bool More, IReadOnlyList<DeskRow> Rows);

/// <summary>A case on the desk.</summary>
/// <param name="Line">Its line.</param>
/// <param name="Case">Where it stands, for what is missing and what comes next.</param>
public sealed record DeskRow(CaseLine Line, Case Case)
{
    /// <summary>The words of a lead that somebody without an account reported; else null.</summary>
    public string? Said { get; init; }
}
