using Duban.Domain;
using Duban.Domain.People;
using Duban.Domain.Procedures;
using Duban.Web.Shell.Parts;

namespace Duban.Web.Cases.HandOvers;

/// <summary>The desk as it stands.</summary>
/// <param name="Campaigns">To choose from.</param>
/// <param name="Campaign">The one shown, or null when there is none.</param>
/// <param name="Parts">Each unit's part.</param>
/// <param name="Shown">The part whose cases are shown.</param>
/// <param name="Targets">Units a case can be re-allotted to.</param>
/// <param name="SignBy">The receipt clock's day.</param>
/// <param name="Mark">What the list was when it was shown.</param>
/// <param name="Reasons">Why the last try was refused.</param>
public sealed record HandingOver(
    IReadOnlyList<Campaign> Campaigns, Campaign? Campaign, IReadOnlyList<UnitPart> Parts, UnitPart? Shown, IReadOnlyList<Unit> Targets,
    DateOnly SignBy, string Mark, IReadOnlyList<Reason> Reasons)
{
    /// <summary>The day.</summary>
    public DateOnly Today { get; init; }

    /// <summary>The shown unit's slip as it would be issued, or null.</summary>
    public SlipView? Slip { get; init; }

    /// <summary>Units where nobody in post can sign, and the words that say so.</summary>
    public IReadOnlyDictionary<UnitId, string> NobodySigns { get; init; } = new Dictionary<UnitId, string>();

    /// <summary>Cases that a unit was let off, by their number: which unit, and why.</summary>
    public IReadOnlyDictionary<string, string> GivenBack { get; init; } = new Dictionary<string, string>();

    /// <summary>What was ticked and to which unit it was to go, when that could not be done; null at any other time.</summary>
    public Allotting? Allotting { get; init; }

    /// <summary>The form as typed.</summary>
    public MeetingForm Typed { get; init; } = MeetingForm.Blank;

    /// <summary>Cases for which the list names no day, then those whose day has passed, in the order of their fields.</summary>
    public IReadOnlyList<DayToSettle> Days { get; init; } = [];

    /// <summary>Those without a day.</summary>
    public IReadOnlyList<(int At, DayToSettle.Unnamed Day)> Unnamed => Of<DayToSettle.Unnamed>();

    /// <summary>Those whose day has passed.</summary>
    public IReadOnlyList<(int At, DayToSettle.Passed Day)> Passed => Of<DayToSettle.Passed>();

    /// <summary>Where another day is asked for a case whose day has passed; null for every other.</summary>
    public string? FieldOf(CaseLine line) => line.HasPassed(Today) && Days.Index().FirstOrDefault(d => d.Item.Line.Case == line.Case) is (var at, { }) ? DayForm.DueAt(at) : null;

    /// <summary>Cases without a day about which nothing is said yet.</summary>
    public int Unsaid => Unnamed.Count(d => d.Day.Unsaid);

    /// <summary>The fields of their days and reasons, in the order of the page; behind them those for all.</summary>
    public string[] DayFields =>
        [.. Days.SelectMany((d, i) => new[] { DayForm.DueAt(i), d is DayToSettle.Passed ? DayForm.LaterAt(i) : DayForm.ReasonAt(i) }), "due", "noDueReason", "laterWhy"];

    /// <summary>The name of a unit that gets some, or null.</summary>
    public string? NameOf(string? unit) => Parts.FirstOrDefault(p => p.Unit == unit)?.Name;

    /// <summary>Cases in all.</summary>
    public int Cases => Parts.Sum(p => p.Lines.Count);

    private IReadOnlyList<(int At, T Day)> Of<T>() where T : DayToSettle => [.. Days.Index().Where(d => d.Item is T).Select(d => (d.Index, (T)d.Item))];
}

/// <summary>改派 as it was sent.</summary>
/// <param name="To">The unit's code.</param>
/// <param name="Cases">Those that were ticked.</param>
public sealed record Allotting(string? To, IReadOnlyList<string> Cases);

/// <summary>What one unit gets.</summary>
public sealed record UnitPart(string? Unit, string? Name, IReadOnlyList<CaseLine> Lines)
{
    /// <summary>Major hazards among them.</summary>
    public int Major => Lines.Count(l => l.Level == "major");

    /// <summary>Those whose deadline has passed.</summary>
    public int Passed(DateOnly today) => Lines.Count(l => l.HasPassed(today));

    /// <summary>The earliest deadline, or null.</summary>
    public DateOnly? Earliest => Lines.Min(l => l.ProposedDue);
}
