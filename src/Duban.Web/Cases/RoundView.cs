using Duban.Domain;
using Duban.Domain.Cases;
using Duban.Domain.People;
using Duban.Web.Shell;

namespace Duban.Web.Cases;

/// <summary>One round of a case as a machine reads it on the day of asking: the round's own records, and what takes a day or words to tell.</summary>
public sealed class RoundView
{
    private readonly CaseRound round;
    private readonly Act asked;

    internal RoundView(CaseRound round, Act asked, UnitTree units, Words words)
    {
        (this.round, this.asked) = (round, asked);
        Began = TurnOf.Of(round.Began, words, units);
        Ended = TurnOf.Of(round.Ended, words, units);
    }

    /// <summary>1 for the first.</summary>
    public int Number => round.Number;

    /// <summary>Its first day.</summary>
    public DateOnly From => round.From;

    /// <summary>The day it ended; null while it runs.</summary>
    public DateOnly? Until => round.Ended?.On;

    /// <summary>What began it; null in the first round.</summary>
    public TurnOf? Began { get; }

    /// <summary>What ended it; null while it runs.</summary>
    public TurnOf? Ended { get; }

    /// <summary>Code of the unit that had it, or null.</summary>
    public string? Unit => round.Stood.Holding?.Unit.Unit.Value;

    /// <summary>The slip it was handed over with, or null.</summary>
    public string? Slip => round.Stood.Holding?.Slip;

    /// <summary>The due date it ended under, extensions and pauses counted; null without one.</summary>
    public DateOnly? Due => round.Due(asked.Calendar);

    /// <summary>Days from the first a unit had it to its end, or to today; null while nobody has it.</summary>
    public int? Days => round.Days(asked.Today);

    /// <summary>Days by which it ended, or is, later than due; null without a due date.</summary>
    public int? DaysLate => round.DaysLate(asked.Today, asked.Calendar);

    /// <summary>The plan: leader, team, measures; null where none was filed.</summary>
    public Plan? Plan => round.Stood.Plan;

    /// <summary>Who approved that plan, or null.</summary>
    public SignedWords? PlanApproved => round.PlanApproved;

    /// <summary>Percent by measure.</summary>
    public IReadOnlyDictionary<string, int> Progress => round.Stood.Progress;

    /// <summary>Its files, and earlier rounds' pictures of the state before.</summary>
    public IReadOnlyList<Evidence> Evidence => round.Stood.Evidence;

    /// <summary>Every application for strike-off.</summary>
    public IReadOnlyList<SignedWords> Applications => round.Applications;

    /// <summary>Every verification by the county.</summary>
    public IReadOnlyList<Visit> Verifications => round.Verifications;

    /// <summary>Every survey of residents, by numbers.</summary>
    public IReadOnlyList<SurveyCount> Surveys => round.Surveys;

    /// <summary>Every public notice with its objections.</summary>
    public IReadOnlyList<NoticeTold> Notices => round.Notices;

    /// <summary>Every decision of the city.</summary>
    public IReadOnlyList<Judgement> CityDecisions => round.CityDecisions;

    /// <summary>Side tracks that were granted.</summary>
    public IReadOnlyList<TrackGranted> SideTracks => round.Tracks;

    /// <summary>The strike-off, or null.</summary>
    public SignedWords? StruckOff => round.StruckOff;

    /// <summary>Every look-back.</summary>
    public IReadOnlyList<Visit> LookBacks => round.LookBacks;

    /// <summary>Days on which a reporter said that the struck-off problem is still there.</summary>
    public IReadOnlyList<DateOnly> NotFixed => round.NotFixed;
}

/// <summary>What began or ended a round.</summary>
/// <param name="Event">The event's stored name, as in the case's events.</param>
/// <param name="Sentence">What happened, in words.</param>
/// <param name="By">Who signed it.</param>
/// <param name="On">When.</param>
public sealed record TurnOf(string Event, string Sentence, Actor By, DateOnly On)
{
    internal static TurnOf? Of(Happened? h, Words words, UnitTree units) =>
        h is null ? null : new(CaseEventJson.NameOf(h.Event), CaseSentences.Of(h.Event, words, units), h.By, h.On);
}
