using System.Collections.Immutable;
using Duban.Domain.Calendar;
using Duban.Domain.People;

namespace Duban.Domain.Cases;

/// <summary>一轮整改: one pass of a case through the loop, whole, for whoever reads the story afterwards. Its rules need no more than <see cref="Case"/>.</summary>
/// <param name="Number">1 for the first.</param>
/// <param name="From">The first day: that of its first fact, later that of the fact that began it.</param>
/// <param name="Stood">The case as it stood when the next round began; in the last round as it stands.</param>
public sealed record CaseRound(int Number, DateOnly From, Case Stood)
{
    /// <summary>What began it: a failed survey, an upheld objection, a relapse, a review of a long-term case; null in the first round.</summary>
    public Happened? Began { get; init; }

    /// <summary>What ended it: strike-off, a side track that leads off the road, or the failure that began the next round; null while it runs.</summary>
    public Happened? Ended { get; init; }

    /// <summary>The first day a unit had it in this round; null while nobody has.</summary>
    public DateOnly? HeldSince { get; init; }

    /// <summary>Who decided the plan as it stood, and with which words; null without a decision.</summary>
    public SignedWords? PlanApproved { get; init; }

    /// <summary>申请销号, each time it was applied for.</summary>
    public ImmutableList<SignedWords> Applications { get; init; } = [];

    /// <summary>县级核查, passed or not, in their order.</summary>
    public ImmutableList<Visit> Verifications { get; init; } = [];

    /// <summary>群众测评, in their order.</summary>
    public ImmutableList<SurveyCount> Surveys { get; init; } = [];

    /// <summary>公示, in their order.</summary>
    public ImmutableList<NoticeTold> Notices { get; init; } = [];

    /// <summary>市级验收, passed or not, in their order.</summary>
    public ImmutableList<Judgement> CityDecisions { get; init; } = [];

    /// <summary>延期、暂停、长期坚持、合并、作废 that were granted.</summary>
    public ImmutableList<TrackGranted> Tracks { get; init; } = [];

    /// <summary>销号, or null.</summary>
    public SignedWords? StruckOff { get; init; }

    /// <summary>回头看, in their order; the last one did not hold where it began the next round.</summary>
    public ImmutableList<Visit> LookBacks { get; init; } = [];

    /// <summary>The days on which a reporter said that the struck-off problem is still there.</summary>
    public ImmutableList<DateOnly> NotFixed { get; init; } = [];

    /// <summary>Days from the first day a unit had it to its end, or to that day while it runs; null while nobody has it.</summary>
    public int? Days(DateOnly today) => HeldSince is { } since ? (Ended?.On ?? today).DayNumber - since.DayNumber : null;

    /// <summary>The due date it ended under, or runs under; null without one.</summary>
    public DateOnly? Due(WorkCalendar calendar) => Stood.TotalClock?.DueDate(calendar)?.Date;

    /// <summary>Days by which it ended, or is, later than due, 0 or more; null without a due date.</summary>
    public int? DaysLate(DateOnly today, WorkCalendar calendar) => Due(calendar) is { } due ? Math.Max(0, (Ended?.On ?? today).DayNumber - due.DayNumber) : null;
}

/// <summary>Words somebody signed.</summary>
/// <param name="Words">What they wrote.</param>
/// <param name="By">Who, in which post.</param>
/// <param name="On">When.</param>
public sealed record SignedWords(string Words, Actor By, DateOnly On);

/// <summary>A decision for or against.</summary>
/// <param name="Passed">True when it was for.</param>
/// <param name="Words">The opinion, or why not.</param>
/// <param name="By">Who, in which post.</param>
/// <param name="On">When.</param>
public sealed record Judgement(bool Passed, string Words, Actor By, DateOnly On);

/// <summary>An inspection on the spot and what came of it.</summary>
/// <param name="Passed">True when it was found in order.</param>
/// <param name="Record">What was seen.</param>
/// <param name="By">Who, in which post.</param>
/// <param name="On">When it was signed; the visit's own day stands in the record.</param>
public sealed record Visit(bool Passed, SiteRecord Record, Actor By, DateOnly On);

/// <summary>A survey by numbers; who answered what is nobody's business.</summary>
/// <param name="Size">Codes handed out.</param>
/// <param name="AnswerBy">The last day to answer.</param>
/// <param name="Yes">Solved.</param>
/// <param name="Partly">Solved in part.</param>
/// <param name="No">Not solved.</param>
/// <param name="Passed">Whether the threshold was met; null while it runs, and for one that was never counted.</param>
public sealed record SurveyCount(int Size, DateOnly AnswerBy, int Yes, int Partly, int No, bool? Passed)
{
    /// <summary>Codes without an answer.</summary>
    public int Silent => Size - Yes - Partly - No;

    /// <summary>The day it was counted, or null.</summary>
    public DateOnly? Closed { get; init; }
}

/// <summary>A public notice as it hung, with what was objected to it.</summary>
/// <param name="From">First day.</param>
/// <param name="Until">Last day on which objections were taken.</param>
/// <param name="Text">What it said.</param>
public sealed record NoticeTold(DateOnly From, DateOnly Until, NoticeText Text)
{
    /// <summary>In the order in which they came.</summary>
    public ImmutableList<Objection> Objections { get; init; } = [];

    /// <summary>The day it ended without an upheld objection, or null.</summary>
    public DateOnly? Ended { get; init; }
}

/// <summary>An objection and what became of it; the words and the writer stay outside the ledger.</summary>
/// <param name="Reference">What the ledger knows it by.</param>
/// <param name="On">When it was raised.</param>
public sealed record Objection(string Reference, DateOnly On)
{
    /// <summary>The decision, passed when it was upheld; null while it waits.</summary>
    public Judgement? Decision { get; init; }
}

/// <summary>A side track that was granted.</summary>
/// <param name="Track">Which.</param>
/// <param name="Opinion">With which words.</param>
/// <param name="By">Who, in which post.</param>
/// <param name="On">When.</param>
public sealed record TrackGranted(SideTrack Track, string Opinion, Actor By, DateOnly On);
