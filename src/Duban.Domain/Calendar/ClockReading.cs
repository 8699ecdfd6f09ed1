namespace Duban.Domain.Calendar;

/// <summary>What a clock shows on one day.</summary>
/// <param name="Today">The day it is read.</param>
/// <param name="Due">When it is due; null while it is suspended by a pause without end.</param>
/// <param name="Paused">True when the clock was started, has not run out, and stands still today.</param>
/// <param name="NaturalDaysLeft">Days until the due date, 0 on it, negative after; null while suspended.</param>
/// <param name="WorkingDaysLeft">Working days after today up to the due date, negative after it; null while suspended.</param>
/// <param name="RunningDaysLeft">Days of the clock's own kind that it still has to run, 0 or more; known even while suspended.</param>
/// <param name="OverdueDays">Days of the clock's own kind since the due date, 0 or more; 0 on the free days right after it.</param>
/// <param name="ElapsedShare">Share of the running days that are used, 0 to 1: the yardstick of pace.</param>
public sealed record ClockReading(
    DateOnly Today, Due? Due, bool Paused, int? NaturalDaysLeft, int? WorkingDaysLeft, int RunningDaysLeft, int OverdueDays, double ElapsedShare)
{
    /// <summary>True when nobody can say when it is due, because a pause has no end yet.</summary>
    public bool Suspended => Due is null;

    /// <summary>True from the day after the due date.</summary>
    public bool Overdue => NaturalDaysLeft < 0;
}
