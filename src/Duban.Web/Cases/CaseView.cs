using Duban.Domain;
using Duban.Domain.Calendar;
using Duban.Domain.Cases;
using Duban.Domain.People;
using Duban.Web.Cases.Acts;
using Duban.Web.Shell;

namespace Duban.Web.Cases;

/// <summary>A case as a machine reads it: the same facts, checklist and possibilities the page shows.</summary>
/// <param name="Case">Its number or lead number.</param>
/// <param name="Version">Number of its events; send it back in If-Match.</param>
/// <param name="Stage">How far it has come.</param>
/// <param name="Awaits">The step it waits for, or null at an end.</param>
/// <param name="Round">1 for the first round.</param>
/// <param name="Relapses">Times it came back.</param>
public sealed record CaseView(string Case, long Version, string Stage, string? Awaits, int Round, int Relapses)
{
    /// <summary>Campaign's code, or null for a lead.</summary>
    public string? Campaign { get; init; }

    /// <summary>Procedure and version it is walked by.</summary>
    public string? Procedure { get; init; }

    /// <summary>What it is about.</summary>
    public Matter? Matter { get; init; }

    /// <summary><c>general</c>, <c>major</c> or null.</summary>
    public string? Level { get; init; }

    /// <summary>Who must act now; null at an end.</summary>
    public HolderOf? Holder { get; init; }

    /// <summary>The unit that answers for it, whoever must act.</summary>
    public ResponsibleOf? Responsible { get; init; }

    /// <summary>Due date of the step, of the case, and the light today.</summary>
    public ClocksOf? Clocks { get; init; }

    /// <summary>The plan, or null.</summary>
    public Plan? Plan { get; init; }

    /// <summary>Percent by measure.</summary>
    public IReadOnlyDictionary<string, int> Progress { get; init; } = new Dictionary<string, int>();

    /// <summary>Files of this round.</summary>
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    /// <summary>The side track that waits for a decision, or null.</summary>
    public SideTrack? Request { get; init; }

    /// <summary>The survey's count so far, or null.</summary>
    public SurveyOf? Survey { get; init; }

    /// <summary>The notice, or null.</summary>
    public NoticeOf? Notice { get; init; }

    /// <summary>Every round from the first to this one, whole.</summary>
    public IReadOnlyList<RoundView> Rounds { get; init; } = [];

    /// <summary>References of reporters who say that the struck-off problem is still there.</summary>
    public IReadOnlyList<string> NotFixed { get; init; } = [];

    /// <summary>What still stands before strike-off, the gap first.</summary>
    public IReadOnlyList<CheckOf> Checklist { get; init; } = [];

    /// <summary>What the asker may do now, and what stands in the way.</summary>
    public IReadOnlyList<MayDo> Acts { get; init; } = [];

    /// <summary>The case as this actor sees it now.</summary>
    public static CaseView Of(Case c, IEnumerable<CaseRound> rounds, Act act, Holders holders, Words words) => new(
        c.Id.Value, c.Version, CaseRow.Word(c.Stage), c.Awaits is { } step ? CaseRow.Word(step) : null, c.Round, c.Relapses)
    {
        Campaign = c.Campaign,
        Procedure = c.Number is null ? null : $"{c.Procedure.Code}/{c.Procedure.Version}",
        Matter = c.Matter,
        Level = c.Level is { } level ? CaseRow.Word(level) : null,
        Holder = InHand.Of(c, act.Today) is { } now ? HolderOf.Of(c, now, holders, words) : null,
        Responsible = c.Holding is { } h ? new(h.Unit.Unit.Value, holders.Units.Find(h.Unit.Unit)?.Name ?? "", h.Slip, h.Since, h.Signed) : null,
        Clocks = ClocksOf.Of(c, act),
        Plan = c.Plan,
        Progress = c.Progress,
        Evidence = c.Evidence,
        Request = c.Request?.Track,
        Survey = c.Survey is { } s ? new(s.Size, s.AnswerBy, s.Count(Answer.Yes), s.Count(Answer.Partly), s.Count(Answer.No), s.Passed) : null,
        Notice = c.Notice is { } n ? new(n.From, n.Until, [.. n.Open.Order(StringComparer.Ordinal)]) : null,
        Rounds = [.. rounds.Select(r => new RoundView(r, act, holders.Units, words))],
        NotFixed = [.. c.NotFixed.Keys.Order(StringComparer.Ordinal)],
        Checklist = [.. Duban.Domain.Cases.Checklist.Of(c).Select(i => new CheckOf(i.Code, CaseRow.Word(i.State), words[i.Code],
            i.State == CheckState.Missing && words.Knows("reason." + i.Gap.Code) ? ReasonWords.Of(i.Gap, words) : null))],
        Acts = [.. ActDoor.All.Select(d => MayDo.Of(d, c, act, holders, words)).OfType<MayDo>()],
    };
}

/// <summary>Who must act on a case.</summary>
/// <param name="Hand"><c>office</c>, <c>unit</c>, <c>leader</c>, <c>approver</c>, <c>verifier</c>, <c>residents</c>, <c>public</c> or <c>acceptor</c>.</param>
/// <param name="Name">The same in words.</param>
/// <param name="Act">What they are to do.</param>
/// <param name="Since">The first day it was theirs.</param>
/// <param name="Until">The last day it stays with residents or the public; null when only an act moves it on.</param>
/// <param name="Next">What has to happen, in words.</param>
public sealed record HolderOf(string Hand, string Name, string Act, DateOnly Since, DateOnly? Until, string Next)
{
    internal static HolderOf Of(Case c, InHand now, Holders holders, Words words) => new(
        CaseRow.Word(now.Hand), holders.Name(now.Hand, c, words), CaseRow.Word(now.Act),
        now.Since, now.Until, HandWords.Next(c, now, words));
}

/// <summary>The unit that answers for a case.</summary>
/// <param name="Unit">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Slip">The slip it was handed over with.</param>
/// <param name="Since">The first day in this round.</param>
/// <param name="Signed">When it signed, or null.</param>
public sealed record ResponsibleOf(string Unit, string Name, string Slip, DateOnly Since, DateOnly? Signed);

/// <summary>A survey's count.</summary>
public sealed record SurveyOf(int Size, DateOnly AnswerBy, int Yes, int Partly, int No, bool? Passed);

/// <summary>A notice and its undecided objections.</summary>
public sealed record NoticeOf(DateOnly From, DateOnly Until, IReadOnlyList<string> OpenObjections);

/// <summary>An item of the checklist: <c>missing</c>, <c>waiting</c> or <c>met</c>.</summary>
public sealed record CheckOf(string Code, string State, string What, string? Gap);

/// <summary>Both due dates and the light on the day of asking.</summary>
public sealed record ClocksOf(DateOnly? NodeDue, DateOnly? TotalDue, string Light, bool Paused)
{
    /// <summary>Read on the day of the act.</summary>
    public static ClocksOf Of(Case c, Act act)
    {
        var step = c.StepClock(act.Calendar);
        var node = step?.Read(act.Today, act.Calendar);
        var total = c.RunningTotal?.Read(act.Today, act.Calendar);
        var worse = node?.Due is { } n && (total?.Due is not { } t || n.Date < t.Date) ? step : c.RunningTotal;
        var light = c.Stage.IsEnd() ? Duban.Domain.Calendar.Light.Done
            : worse is null ? Duban.Domain.Calendar.Light.None
            : c.Procedure.Lights.For(worse, act.Calendar).At(act.Today);
        return new(node?.Due?.Date, total?.Due?.Date, CaseRow.Word(light), total?.Paused == true);
    }
}

/// <summary>An act the asker has the right to, and what stands in its way; none means it can be done.</summary>
public sealed record MayDo(string Act, IReadOnlyList<ProblemReason> Blocked)
{
    internal static MayDo? Of(ActDoor door, Case c, Act act, Holders holders, Words words)
    {
        if (Rights.Refusal(act.By, door.Kind, c.Holding?.Unit, c.CoUnits) is not null || Standing.Place(door.Kind, c) is not null) return null;
        return new(door.Name, [.. Standing.Of(door.Kind, c, act).Select(r => ProblemReason.Of(r, words, hand => holders.Name(hand, c, words)))]);
    }
}
