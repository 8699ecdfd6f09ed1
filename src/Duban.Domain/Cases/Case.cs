using System.Collections.Immutable;
using Duban.Domain.Calendar;
using Duban.Domain.People;
using Duban.Domain.Procedures;

namespace Duban.Domain.Cases;

/// <summary>A case as its rules need it: the fold of its events, no bigger.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Procedure">The procedure it was registered under; before registration the one it would get.</param>
public sealed partial record Case(CaseId Id, Procedure Procedure)
{
    /// <summary>Number of events folded; the expected version of the next append.</summary>
    public long Version { get; init; }

    /// <summary>How far it has come.</summary>
    public Stage Stage { get; init; }

    /// <summary>1 for the first round; a failed survey, an upheld objection and a relapse each begin another.</summary>
    public int Round { get; init; } = 1;

    /// <summary>Times it came back after it was struck off.</summary>
    public int Relapses { get; init; }

    /// <summary>Times a verifier or the city sent it back in this round.</summary>
    public int Rejections { get; init; }

    /// <summary>Its number, or null while it is a lead.</summary>
    public string? Number { get; init; }

    /// <summary>The campaign's code, or null while it is a lead.</summary>
    public string? Campaign { get; init; }

    /// <summary>What it is about.</summary>
    public Matter? Matter { get; init; }

    /// <summary>Its level, or null before grading.</summary>
    public Level? Level { get; init; }

    /// <summary>Co-operating units.</summary>
    public IReadOnlyList<UnitId> CoUnits { get; init; } = [];

    /// <summary>Who has it, or null before the first hand-over and after a return.</summary>
    public Holding? Holding { get; init; }

    /// <summary>The day by which the unit is to sign.</summary>
    public DateOnly SignBy { get; init; }

    /// <summary>The plan of this round, or null.</summary>
    public Plan? Plan { get; init; }

    /// <summary>The last plan of an earlier round: history, whose time limits bind nobody any more.</summary>
    public Plan? EarlierPlan { get; init; }

    /// <summary>Who approved the plan as it stands, or null.</summary>
    public PersonId? Approver { get; init; }

    /// <summary>How far each measure is, percent, by its code.</summary>
    public ImmutableDictionary<string, int> Progress { get; init; } = ImmutableDictionary<string, int>.Empty;

    /// <summary>Files of this round, and the earlier rounds' pictures of the state before.</summary>
    public ImmutableList<Evidence> Evidence { get; init; } = [];

    /// <summary>Fingerprints of earlier rounds' files: what failed once proves nothing again.</summary>
    public ImmutableHashSet<string> Spent { get; init; } = [];

    /// <summary>The day a later round began; null in the first, whose work may be older than the paper.</summary>
    public DateOnly? RoundSince { get; init; }

    /// <summary>Everybody who acted for a responsible unit in any round: signing, forwarding, planning, reporting, proving, asking, applying.</summary>
    public ImmutableHashSet<PersonId> Doers { get; init; } = [];

    /// <summary>The units those people belong to.</summary>
    public ImmutableList<WorkingUnit> WorkingUnits { get; init; } = [];

    /// <summary>The day the unit applied for strike-off; null before it, and once it was sent back.</summary>
    public DateOnly? AppliedOn { get; init; }

    /// <summary>Who verified for the county in this round, or null.</summary>
    public Actor? CountyVerifier { get; init; }

    /// <summary>The survey of this round, or null.</summary>
    public Survey? Survey { get; init; }

    /// <summary>The notice of this round, or null.</summary>
    public Notice? Notice { get; init; }

    /// <summary>The last notice of any round, or null: the public is told of it when the case has gone on or back.</summary>
    public NoticeDays? LastNotice { get; init; }

    /// <summary>Who accepted for the city in this round, or null.</summary>
    public PersonId? CityAcceptor { get; init; }

    /// <summary>Reporters who say that the struck-off problem is still there, by reference, with the day they said so; a look-back or a relapse answers them all.</summary>
    public ImmutableDictionary<string, DateOnly> NotFixed { get; init; } = ImmutableDictionary<string, DateOnly>.Empty;

    /// <summary>Who asked to return it, while that waits for the office; else null.</summary>
    public PersonId? ReturnAsker { get; init; }

    /// <summary>The unit that asks to give it back and why; kept once that is granted, until somebody gets it again.</summary>
    public GivenBack? GivenBack { get; init; }

    /// <summary>A side track somebody asked for and nobody has decided, or null.</summary>
    public SideTrackRequest? Request { get; init; }

    /// <summary>When a long-term case is looked at again, or null.</summary>
    public DateOnly? ReviewOn { get; init; }

    /// <summary>The case that carries this one on, or null.</summary>
    public CaseId? MergedInto { get; init; }

    /// <summary>The clock of the step it waits for; null when that step has none.</summary>
    public Clock? NodeClock { get; init; }

    /// <summary>The measure that is due next while the team works; null when all are done, and at any other time.</summary>
    public Measure? NextMeasure => Stage == Stage.Rectifying ? Plan?.Measures.Where(m => Progress.GetValueOrDefault(m.Code) < 100).MinBy(m => m.Due) : null;

    /// <summary>The clock of <see cref="NextMeasure"/>; what pauses the case pauses its measures.</summary>
    public Clock? MeasureClock => NextMeasure is { Due: var due } ? Clock.Until(Since < due ? Since : due.AddDays(-1), due) with { Pauses = StillPaused(Since) } : null;

    /// <summary>The clock from the first hand-over of the round to strike-off; null before it or without a due date.</summary>
    public Clock? TotalClock { get; init; }

    /// <summary>True for what is to be fixed at once (立行立改): days were given to it, and no date was named.</summary>
    public bool IsFixAtOnce => TotalClock is { Named: null };

    /// <summary>The days given to what is to be fixed at once, as long as nobody has set another day.</summary>
    public Span? FixAtOnce => TotalClock is { Named: null, Extensions.Count: 0 } given ? new(given.Days, given.Kind) : null;

    /// <summary>
    /// The total clock while it counts: what is to be fixed at once is met by the unit's application, for whoever checks it has a clock
    /// of their own; sent back, it counts on.
    /// </summary>
    public Clock? RunningTotal => IsFixAtOnce && Stage is >= Stage.Applied and < Stage.StruckOff ? null : TotalClock;

    /// <summary>What stands in the place of a date: the words of the hand-over, or before it those of the list.</summary>
    public string? DueWords => Holding?.NoDueReason ?? Matter?.DueWords;

    /// <summary>The day the case entered its stage.</summary>
    public DateOnly Since { get; init; }

    /// <summary>The day it came into the hands it is in; see <see cref="InHand"/>.</summary>
    public DateOnly HandSince { get; init; }

    /// <summary>True when a running survey has fewer answers than its count needs.</summary>
    public bool TooFewAnswers => Survey is { } s && Procedure.Survey is { } rule && s.Answers.Count < Math.Min(rule.MinimumAnswers, s.Size);

    /// <summary>What a verifier or an acceptor found wrong, until it is applied for anew or a round begins; null when nobody has refused it.</summary>
    public NotPassed? NotPassed { get; init; }

    /// <summary>The day of the last progress report in this round, or null.</summary>
    public DateOnly? LastProgress { get; init; }

    /// <summary>
    /// The clock that counts for the step, wherever it is told: page, row, list and API. A measure and a time limit of the step both bind,
    /// and the earlier comes first; one that is suspended comes last.
    /// </summary>
    public Clock? StepClock(WorkCalendar calendar)
    {
        if (NodeClock is not { } node || MeasureClock is not { } measure) return NodeClock ?? MeasureClock;
        return measure.DueDate(calendar) is { } due && (node.DueDate(calendar) is not { } other || due.Date <= other.Date) ? measure : node;
    }

    /// <summary>The step it waits for, or null at an end.</summary>
    public Step? Awaits => Stage switch
    {
        Stage.None or Stage.Reported => Step.Register,
        Stage.Registered => Procedure.After(Step.Register),
        Stage.Graded or Stage.Returned => Step.HandOver,
        Stage.HandedOver or Stage.ReturnAsked => Step.Sign,
        Stage.Accepted => Step.Plan,
        Stage.Planned => Step.ApprovePlan,
        Stage.Rectifying => Step.SelfCheck,
        Stage.Applied => Step.CountyVerify,
        Stage.CountyVerified => Procedure.After(Step.CountyVerify),
        Stage.Satisfied => Procedure.After(Step.Survey),
        Stage.OnNotice => Step.Notice,
        Stage.Noticed => Procedure.After(Step.Notice),
        Stage.CityAccepted => Procedure.After(Step.CityAccept),
        Stage.StruckOff when Procedure.Has(Step.LookBack) => Step.LookBack,
        _ => null,
    };
}

/// <summary>Who has a case, and since when in this round.</summary>
/// <param name="Unit">The unit's place in the tree.</param>
/// <param name="Kind">What the unit is.</param>
/// <param name="Slip">The number of the assignment slip.</param>
/// <param name="HandedBy">Who handed it over.</param>
/// <param name="Since">The first day on which this unit had it in this round: that of the hand-over, of the forwarding to it, or of the new round.</param>
public sealed record Holding(UnitPath Unit, UnitKind Kind, string Slip, PersonId HandedBy, DateOnly Since)
{
    /// <summary>The day of the hand-over, whoever has had it since.</summary>
    public DateOnly HandedOn { get; init; } = Since;

    /// <summary>The unit the office handed it to, when it was forwarded below.</summary>
    public UnitPath HandedTo { get; init; } = Unit;

    /// <summary>What that unit is.</summary>
    public UnitKind HandedToKind { get; init; } = Kind;

    /// <summary>The day the unit signed for it, or null.</summary>
    public DateOnly? Signed { get; init; }

    /// <summary>Why it was handed over without a date, or null.</summary>
    public string? NoDueReason { get; init; }
}

/// <summary>退单: a unit that says that a case is not its own.</summary>
/// <param name="Unit">Which.</param>
/// <param name="Why">In its own words.</param>
/// <param name="On">The day it asked.</param>
public sealed record GivenBack(UnitId Unit, string Why, DateOnly On);

/// <summary>A unit that did work on the case.</summary>
public sealed record WorkingUnit(UnitPath Path, UnitKind Kind);

/// <summary>A survey of residents.</summary>
/// <param name="Size">Codes handed out.</param>
/// <param name="AnswerBy">The last day to answer.</param>
/// <param name="DrawnBy">Who drew the sample.</param>
public sealed record Survey(int Size, DateOnly AnswerBy, PersonId DrawnBy)
{
    /// <summary>Codes that answered, each once.</summary>
    public ImmutableDictionary<string, Answer> Answers { get; init; } = ImmutableDictionary<string, Answer>.Empty;

    /// <summary>Null while it runs; then whether the threshold was met.</summary>
    public bool? Passed { get; init; }

    /// <summary>True when everybody who was asked has answered.</summary>
    public bool Complete => Answers.Count >= Size;

    /// <summary>How many gave this answer.</summary>
    public int Count(Answer answer) => Answers.Values.Count(a => a == answer);
}

/// <summary>A public notice.</summary>
/// <param name="From">First day.</param>
/// <param name="Until">Last day on which objections are taken.</param>
/// <param name="By">Who published it.</param>
public sealed record Notice(DateOnly From, DateOnly Until, PersonId By)
{
    /// <summary>References of objections nobody has decided.</summary>
    public ImmutableHashSet<string> Open { get; init; } = [];
}

/// <summary>The days of a notice.</summary>
/// <param name="From">First day.</param>
/// <param name="Until">Last day on which objections are taken.</param>
/// <param name="Over">The day it ended, in whatever way; null while it hangs, however long ago its last day was.</param>
public sealed record NoticeDays(DateOnly From, DateOnly Until, DateOnly? Over);

/// <summary>A side track and who asked for it.</summary>
public sealed record SideTrackRequest(SideTrack Track, PersonId By, DateOnly On);
