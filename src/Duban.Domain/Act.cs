using Duban.Domain.Calendar;
using Duban.Domain.People;

namespace Duban.Domain;

/// <summary>Who acts, in which post, for whom, and when: time and actor arrive as one argument.</summary>
/// <param name="By">The person and the post the act is done in.</param>
/// <param name="At">The instant of the act, UTC.</param>
/// <param name="Calendar">The working days known at that instant.</param>
/// <param name="OnBehalfOf">The person who asked for it to be entered, or null.</param>
public sealed record Act(Actor By, DateTimeOffset At, WorkCalendar Calendar, PersonId? OnBehalfOf = null)
{
    /// <summary>The local date of the act in the calendar's zone.</summary>
    public DateOnly Today => Calendar.LocalDate(At);
}
