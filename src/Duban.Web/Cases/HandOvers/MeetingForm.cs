using Duban.Domain;
using Duban.Domain.Cases;
using Duban.Web.Cases.Acts;

namespace Duban.Web.Cases.HandOvers;

/// <summary>集中交办 as typed in the browser: all of the page, whichever of its buttons was pressed, so that none of them loses what stands beside it.</summary>
/// <param name="Campaign">The campaign's code.</param>
/// <param name="Mark">What the list was when it was shown.</param>
/// <param name="Basis">What the slips rest on.</param>
/// <param name="Contact">Whom to call.</param>
/// <param name="Due">The day for all cases that have none, or one that has passed, and for which nothing of their own is typed.</param>
/// <param name="NoDueReason">Or the reason why those without a day have none.</param>
/// <param name="LaterWhy">Why days are later than the list demands, for all where nothing of their own is typed.</param>
/// <param name="Days">What is typed for each of them, and for each whose day has passed.</param>
public sealed record MeetingForm(
    string? Campaign, string? Mark, string? Basis, string? Contact, string? Due, string? NoDueReason, string? LaterWhy, IReadOnlyList<DayForm>? Days)
{
    /// <summary>The unit whose part was shown.</summary>
    public string? Unit { get; init; }

    /// <summary>The unit whose part is to be shown next; null unless its button was pressed.</summary>
    public string? Look { get; init; }

    /// <summary>改派: the unit that was chosen for those ticked.</summary>
    public string? To { get; init; }

    /// <summary>Those ticked.</summary>
    public IReadOnlyList<string>? Case { get; init; }

    /// <summary>Nothing typed yet.</summary>
    public static MeetingForm Blank { get; } = new(null, null, null, null, null, null, null, null);

    /// <summary>What is typed for a case; null when it was not asked for.</summary>
    public DayForm? Of(string id) => Days?.FirstOrDefault(o => o.Case == id);
}

/// <summary>What is typed for one case: its day where the list names none, or another where that has passed.</summary>
/// <param name="Case">Which.</param>
/// <param name="Due">Its last day.</param>
/// <param name="NoDueReason">Or why it has none; never asked where the list names a day.</param>
/// <param name="LaterWhy">Why its day is later than the one that has passed; never asked where the list names none.</param>
public sealed record DayForm(string? Case, string? Due, string? NoDueReason, string? LaterWhy = null)
{
    /// <summary>The name of its day's field.</summary>
    public static string DueAt(int index) => $"days[{index}].due";

    /// <summary>The name of its reason's field.</summary>
    public static string ReasonAt(int index) => $"days[{index}].noDueReason";

    /// <summary>The name of the field that says why it is later.</summary>
    public static string LaterAt(int index) => $"days[{index}].laterWhy";
}

/// <summary>The day, or the reason for none, that cases get for which nothing of their own is given: one answer for a whole list.</summary>
/// <param name="Due">The day, or null.</param>
/// <param name="NoDueReason">The reason, or null.</param>
/// <param name="LaterWhy">Why days are later than the list demands, or null.</param>
public sealed record CommonDay(DateOnly? Due, string? NoDueReason, string? LaterWhy = null)
{
    /// <summary>Read from what was typed; a day and a reason for none at once would say nothing, and what is too long is told once, not for every case.</summary>
    public static CommonDay Read(string? due, string? reason, string? laterWhy, Reasons reasons)
    {
        var common = new CommonDay(ActReading.Day(due, "due", reasons), ActReading.Optional(reason), ActReading.Optional(laterWhy));
        reasons.When(common is { Due: not null, NoDueReason: not null }, "batch.day_or_reason", "noDueReason")
            .When(common.LaterWhy?.Length > LaterDay.Longest, "field.too_long", "laterWhy", LaterDay.Longest, common.LaterWhy?.Length);
        return common;
    }

    /// <summary>The allotment with this day or reason where it has none of its own.</summary>
    public Allotment For(Allotment a)
    {
        var dated = a is { Due: null, NoDueReason: null } ? a with { Due = Due, NoDueReason = NoDueReason } : a;
        return dated with { LaterWhy = a.LaterWhy ?? LaterWhy };
    }
}
