namespace Duban.Domain.Calendar;

/// <summary>One holiday as a notice words it: days off in a row, and the weekend days worked in exchange (调休).</summary>
/// <param name="Name">What is celebrated, e.g. 春节.</param>
/// <param name="From">First day off.</param>
/// <param name="To">Last day off, never before <paramref name="From"/>.</param>
/// <param name="Work">Saturdays and Sundays worked in exchange.</param>
public sealed record Holiday(string Name, DateOnly From, DateOnly To, IReadOnlyList<DateOnly> Work)
{
    /// <summary>Every day off, in order.</summary>
    public IEnumerable<DateOnly> DaysOff =>
        Enumerable.Range(0, Math.Max(0, To.DayNumber - From.DayNumber + 1)).Select(From.AddDays);
}
