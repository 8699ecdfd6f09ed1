using Duban.Domain;
using Duban.Domain.Cases;
using Duban.Web.Cases.Acts;

namespace Duban.Web.Cases.HandOvers;

/// <summary>集中交办 as typed in the browser.</summary>
/// <param name="Campaign">The campaign's code.</param>
/// <param name="Mark">What the list was when it was shown.</param>
/// <param name="Basis">What the slips rest on.</param>
/// <param name="Contact">Whom to call.</param>
/// <param name="Due">The day for all cases that have none and for which nothing of their own is typed.</param>
/// <param name="NoDueReason">Or the reason why they have none.</param>
/// <param name="Days">What is typed for each of them, and for each whose day has passed.</param>
public sealed record MeetingForm(
    string? Campaign, string? Mark, string? Basis, string? Contact, string? Due, string? NoDueReason, IReadOnlyList<DayForm>? Days)
{
    /// <summary>Nothing typed yet.</summary>
    public static MeetingForm Blank { get; } = new(null, null, null, null, null, null, null);

    /// <summary>What is typed for a case; null when it was not asked for.</summary>
    public DayForm? Of(string id) => Days?.FirstOrDefault(o => o.Case == id);
}

/// <summary>What is typed for one case: its day where the list names none, or another where that has passed.</summary>
/// <param name="Case">Which.</param>
/// <param name="Due">Its last day.</param>
/// <param name="NoDueReason">Or why it has none; never asked where the list names a day.</param>
public sealed record DayForm(string? Case, string? Due, string? NoDueReason)
{
    /// <summary>The name of its day's field.</summary>
    public static string DueAt(int index) => $"days[{index}].due";

    /// <summary>The name of its reason's field.</summary>
    public static string ReasonAt(int index) => $"days[{index}].noDueReason";
}

/// <summary>The day, or the reason for none, that cases get for which nothing of their own is given: one answer for a whole list.</summary>
/// <param name="Due">The day, or null.</param>
/// <param name="NoDueReason">The reason, or null.</param>
public sealed record CommonDay(DateOnly? Due, string? NoDueReason)
{
    /// <summary>Read from what was typed; both at once would say nothing.</summary>
    public static CommonDay Read(string? due, string? reason, Reasons reasons)
    {
        var common = new CommonDay(ActReading.Day(due, "due", reasons), ActReading.Optional(reason));
        reasons.When(common is { Due: not null, NoDueReason: not null }, "batch.day_or_reason", "noDueReason");
        return common;
    }

    /// <summary>The allotment with this day or reason where it has none of its own.</summary>
    public Allotment For(Allotment a) => a is { Due: null, NoDueReason: null } ? a with { Due = Due, NoDueReason = NoDueReason } : a;
}
