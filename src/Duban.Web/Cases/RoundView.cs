using Duban.Domain;
using Duban.Domain.Cases;
using Duban.Domain.People;
using Duban.Web.Shell;

namespace Duban.Web.Cases;

/// <summary>One round of a case as a machine reads it: as it stood at its end, the last one as it stands.</summary>
/// <param name="Number">1 for the first.</param>
/// <param name="From">Its first day.</param>
/// <param name="Until">The day it ended; null while it runs.</param>
public sealed record RoundView(int Number, DateOnly From, DateOnly? Until)
{
    /// <summary>What began it; null in the first round.</summary>
    public TurnOf? Began { get; init; }

    /// <summary>What ended it; null while it runs.</summary>
    public TurnOf? Ended { get; init; }

    /// <summary>Code of the unit that had it, or null.</summary>
    public string? Unit { get; init; }

    /// <summary>The slip it was handed over with, or null.</summary>
    public string? Slip { get; init; }

    /// <summary>The due date it ended under, extensions and pauses counted; null without one.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>Days from the first a unit had it to its end, or to today; null while nobody has it.</summary>
    public int? Days { get; init; }

    /// <summary>Days by which it ended, or is, later than due; null without a due date.</summary>
    public int? DaysLate { get; init; }

    /// <summary>The plan: leader, team, measures; null where none was filed.</summary>
    public Plan? Plan { get; init; }

    /// <summary>Who approved that plan, or null.</summary>
    public SignedOf? PlanApproved { get; init; }

    /// <summary>Percent by measure.</summary>
    public IReadOnlyDictionary<string, int> Progress { get; init; } = new Dictionary<string, int>();

    /// <summary>Its files, and earlier rounds' pictures of the state before.</summary>
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    /// <summary>Every application for strike-off.</summary>
    public IReadOnlyList<SignedOf> Applications { get; init; } = [];

    /// <summary>Every verification by the county.</summary>
    public IReadOnlyList<VisitOf> Verifications { get; init; } = [];

    /// <summary>Every survey of residents, by numbers.</summary>
    public IReadOnlyList<SurveyCount> Surveys { get; init; } = [];

    /// <summary>Every public notice with its objections.</summary>
    public IReadOnlyList<NoticeOfRound> Notices { get; init; } = [];

    /// <summary>Every decision of the city.</summary>
    public IReadOnlyList<DecisionOf> CityDecisions { get; init; } = [];

    /// <summary>Side tracks that were granted.</summary>
    public IReadOnlyList<TrackOf> SideTracks { get; init; } = [];

    /// <summary>The strike-off, or null.</summary>
    public SignedOf? StruckOff { get; init; }

    /// <summary>Every look-back.</summary>
    public IReadOnlyList<VisitOf> LookBacks { get; init; } = [];

    /// <summary>Days on which a reporter said that the struck-off problem is still there.</summary>
    public IReadOnlyList<DateOnly> NotFixed { get; init; } = [];

    /// <summary>The round as it reads on the day of asking.</summary>
    public static RoundView Of(CaseRound r, Act act, UnitTree units, Words words) => new(r.Number, r.From, r.Ended?.On)
    {
        Began = TurnOf.Of(r.Began, words, units),
        Ended = TurnOf.Of(r.Ended, words, units),
        Unit = r.Stood.Holding?.Unit.Unit.Value,
        Slip = r.Stood.Holding?.Slip,
        Due = r.Due(act.Calendar),
        Days = r.Days(act.Today),
        DaysLate = r.DaysLate(act.Today, act.Calendar),
        Plan = r.Stood.Plan,
        PlanApproved = SignedOf.Of(r.PlanApproved),
        Progress = r.Stood.Progress,
        Evidence = r.Stood.Evidence,
        Applications = [.. r.Applications.Select(a => SignedOf.Of(a)!)],
        Verifications = [.. r.Verifications.Select(VisitOf.Of)],
        Surveys = r.Surveys,
        Notices = [.. r.Notices.Select(NoticeOfRound.Of)],
        CityDecisions = [.. r.CityDecisions.Select(DecisionOf.Of)],
        SideTracks = [.. r.Tracks.Select(t => new TrackOf(t.Track, t.Opinion, SignerOf.Of(t.By), t.On))],
        StruckOff = SignedOf.Of(r.StruckOff),
        LookBacks = [.. r.LookBacks.Select(VisitOf.Of)],
        NotFixed = r.NotFixed,
    };
}

/// <summary>What began or ended a round.</summary>
/// <param name="Event">The event's stored name, as in the case's events.</param>
/// <param name="Sentence">What happened, in words.</param>
/// <param name="By">Who signed it.</param>
/// <param name="On">When.</param>
public sealed record TurnOf(string Event, string Sentence, SignerOf By, DateOnly On)
{
    internal static TurnOf? Of(Happened? h, Words words, UnitTree units) =>
        h is null ? null : new(CaseEventJson.NameOf(h.Event), CaseSentences.Of(h.Event, words, units), SignerOf.Of(h.By), h.On);
}

/// <summary>Who signed something.</summary>
/// <param name="Person">The person.</param>
/// <param name="Role">The post they acted in.</param>
/// <param name="Unit">That post's unit.</param>
public sealed record SignerOf(string Person, string Role, string Unit)
{
    internal static SignerOf Of(Actor by) => new(by.Person.Value, CaseRow.Word(by.Role), by.Unit.Unit.Value);
}

/// <summary>Words somebody signed.</summary>
public sealed record SignedOf(string Words, SignerOf By, DateOnly On)
{
    internal static SignedOf? Of(SignedWords? said) => said is null ? null : new(said.Words, SignerOf.Of(said.By), said.On);
}

/// <summary>A decision for or against, in words.</summary>
public sealed record DecisionOf(bool Passed, string Words, SignerOf By, DateOnly On)
{
    internal static DecisionOf Of(Judgement d) => new(d.Passed, d.Words, SignerOf.Of(d.By), d.On);
}

/// <summary>A visit on the spot, whether all was in order, and who signed it.</summary>
public sealed record VisitOf(bool Passed, SiteRecord Record, SignerOf By, DateOnly On)
{
    internal static VisitOf Of(Visit v) => new(v.Passed, v.Record, SignerOf.Of(v.By), v.On);
}

/// <summary>A side track that was granted, with the words of the decision.</summary>
public sealed record TrackOf(SideTrack Track, string Opinion, SignerOf By, DateOnly On);

/// <summary>A public notice as it hung.</summary>
/// <param name="From">First day.</param>
/// <param name="Until">Last day on which objections were taken.</param>
/// <param name="Text">What it said.</param>
/// <param name="Objections">What was objected, by reference; of whoever objected nothing.</param>
/// <param name="Ended">The day it ended without an upheld objection, or null.</param>
public sealed record NoticeOfRound(DateOnly From, DateOnly Until, NoticeText Text, IReadOnlyList<ObjectionOf> Objections, DateOnly? Ended)
{
    internal static NoticeOfRound Of(NoticeTold n) =>
        new(n.From, n.Until, n.Text, [.. n.Objections.Select(o => new ObjectionOf(o.Reference, o.On, o.Decided is { } d ? DecisionOf.Of(d) : null))], n.Ended);
}

/// <summary>An objection: its reference, when it was raised, and the decision, passed when it was upheld; null while it waits.</summary>
public sealed record ObjectionOf(string Reference, DateOnly On, DecisionOf? Decision);
